const MARGIN = 0.2;

/**
 * How to bring a point into sight with the least movement: it comes to stand a fifth inside the edge it was beyond, so
 * that what was seen before stays in sight too.
 *
 * @param {readonly number[]} bbox what is in sight: west, south, east, north
 * @param {number} lng
 * @param {number} lat
 * @returns {[number, number]|null} the new centre; null: it is in sight
 */
export function centerShowing([west, south, east, north], lng, lat) {
  const x = beyond(west, east, lng);
  const y = beyond(south, north, lat);
  return x === 0 && y === 0 ? null : [(west + east) / 2 + x, (south + north) / 2 + y];
}

function beyond(least, most, value) {
  const margin = (most - least) * MARGIN;
  if (value < least) return value - (least + margin);
  return value > most ? value - (most - margin) : 0;
}
