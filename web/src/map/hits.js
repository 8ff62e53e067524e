/** What lies under a point of the screen, topmost first. */

/** Nobody aims better. */
const SAME_PIXELS = 6;

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
 * @returns {Hit[]} the first and all whose middle it hides, or that hide its middle: a pointer cannot choose between them
 */
export function inseparable(found) {
  const [first] = found;
  if (!first) return [];
  const hidden = (hit) => Math.hypot(hit.x - first.x, hit.y - first.y) <= Math.max(SAME_PIXELS, first.r, hit.r);
  return found.filter((hit) => hit.kind !== 'aggregate' && hidden(hit));
}

/**
 * What stands still would only hide the figure of a pill; it is there again one zoom further in.
 *
 * @param {readonly {x: number, y: number}[]} things in the unit world
 * @param {readonly Hit[]} pills
 * @param {import('./view.js').View} view
 * @returns {object[]} things that no pill lies over
 */
export function beside(things, pills, view) {
  if (pills.length === 0) return things;
  const covered = (x, y) => pills.some((pill) => Math.abs(pill.x - x) < pill.half && Math.abs(pill.y - y) < pill.r);
  return things.filter((thing) => !covered(view.x(thing.x), view.y(thing.y)));
}

/** @param {Hit & {below?: number}} hit @returns {number[]} left, top, right, bottom */
export function boxOfHit({ x, y, r, half, below = 0 }) {
  const side = half ?? r;
  return [x - side, y - r, x + side, y + r + below];
}
