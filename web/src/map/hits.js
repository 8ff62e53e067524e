/** What lies under a point of the screen, topmost first. */

/**
 * @typedef {{kind: string, id: string|null, x: number, y: number, r: number, half?: number, label?: string, pill?: object, red?: boolean}} Hit
 *
 * @param {readonly Hit[]} hits in draw order
 * @param {{x: number, y: number}} point px
 * @param {number} least pick radius: 12 px with a mouse, 22 with a finger
 * @returns {Hit[]}
 */
export function hitsAt(hits, { x, y }, least) {
  const found = [];
  for (let i = hits.length - 1; i >= 0; i--) {
    const hit = hits[i];
    const inPill = hit.half && Math.abs(hit.x - x) <= hit.half && Math.abs(hit.y - y) <= hit.r;
    if (inPill || Math.hypot(hit.x - x, hit.y - y) <= Math.max(least, hit.r)) found.push(hit);
  }
  return found.sort((a, b) => nearness(a, x, y) - nearness(b, x, y));
}

// what the pointer is truly on comes before what is merely near
function nearness(hit, x, y) {
  const away = Math.hypot(hit.x - x, hit.y - y);
  return away <= hit.r ? 0 : away;
}

/**
 * @param {readonly Hit[]} found of `hitsAt`
 * @returns {Hit[]} the first and all that lie so close to it that no pointer could tell them apart
 */
export function inseparable(found) {
  const [first] = found;
  return first
    ? found.filter((hit) => hit.kind !== 'aggregate' && Math.hypot(hit.x - first.x, hit.y - first.y) <= 6)
    : [];
}
