const EARTH_METRES = 6_371_009;

/**
 * @param {object|null|undefined} geometry GeoJSON polygon or multipolygon, degrees; borders count as they fall
 * @param {number} lng
 * @param {number} lat
 * @returns {boolean} whether the place lies in it, holes taken off
 */
export function holdsPlace(geometry, lng, lat) {
  if (geometry?.type === 'Polygon') return ringsHold(geometry.coordinates, lng, lat);
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.some((rings) => ringsHold(rings, lng, lat));
  return false;
}

function ringsHold(rings, lng, lat) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [ring[j], ring[i]];
      if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

/**
 * @param {{lng: number, lat: number}} from
 * @param {{lng: number, lat: number}} to
 * @returns {number} metres, good for a township
 */
export function metresBetween(from, to) {
  const { east, north } = offset(from, to);
  return Math.hypot(east, north);
}

/**
 * @param {{lng: number, lat: number}} from
 * @param {{lng: number, lat: number}} to
 * @returns {number} degrees clockwise from north, 0 to below 360
 */
export function bearingTo(from, to) {
  const { east, north } = offset(from, to);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

function offset(from, to) {
  const rad = Math.PI / 180;
  const middle = ((from.lat + to.lat) / 2) * rad;
  return {
    east: (to.lng - from.lng) * rad * Math.cos(middle) * EARTH_METRES,
    north: (to.lat - from.lat) * rad * EARTH_METRES,
  };
}
