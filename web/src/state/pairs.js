/**
 * Point pairs while somebody clicks them: a spot in the picture, then its place on the map, or the other way round. Each
 * change is a new value, and the one before it is kept for undoing.
 *
 * @typedef {{x: number | null, y: number | null, lng: number | null, lat: number | null}} Pair a half may be missing
 * @typedef {{pairs: readonly Pair[], chosen: number | null, past: readonly (readonly Pair[])[]}} Pairs
 */

const MOST_UNDO = 100;
const EMPTY = Object.freeze({ x: null, y: null, lng: null, lat: null });

/** @type {Pairs} */
export const NO_PAIRS = Object.freeze({ pairs: Object.freeze([]), chosen: null, past: Object.freeze([]) });

/** @param {readonly Pair[]} pairs as the server has them @returns {Pairs} */
export function pairsOf(pairs) {
  const kept = pairs.map(({ x, y, lng, lat }) => Object.freeze({ x, y, lng, lat }));
  return Object.freeze({ ...NO_PAIRS, pairs: Object.freeze(kept) });
}

/** @param {Pairs} state @param {{x: number, y: number}} pixel clicked in the picture @returns {Pairs} */
export function withPixel(state, pixel) {
  return withHalf(state, pixel, hasPixel, hasPlace);
}

/** @param {Pairs} state @param {{lng: number, lat: number}} place clicked on the map @returns {Pairs} */
export function withPlace(state, place) {
  return withHalf(state, { lng: place.lng, lat: place.lat }, hasPlace, hasPixel);
}

// completes what waits for this half; a second click on the same side corrects the first
function withHalf(state, half, has, hasOther) {
  const { pairs } = state;
  const waiting = pairs.findIndex((pair) => !has(pair) && hasOther(pair));
  const begun = pairs.findIndex((pair) => !hasOther(pair));
  const at = waiting >= 0 ? waiting : begun >= 0 ? begun : pairs.length;
  return changed(state, put(pairs, at, { ...(pairs[at] ?? EMPTY), ...half }), at);
}

/** @param {Pairs} state @param {number} index @param {Partial<Pair>} part @returns {Pairs} */
export function withPart(state, index, part) {
  return changed(state, put(state.pairs, index, { ...state.pairs[index], ...part }), index);
}

/** @param {Pairs} state @param {number} index @param {[number, number]} by pixels @param {{width: number, height: number}} frame */
export function nudged(state, index, [dx, dy], frame) {
  const pair = state.pairs[index];
  if (!pair || !hasPixel(pair)) return state;
  const within = (value, most) => Math.max(0, Math.min(most, value));
  return withPart(state, index, { x: within(pair.x + dx, frame.width), y: within(pair.y + dy, frame.height) });
}

/** @param {Pairs} state @param {number} index @returns {Pairs} */
export function without(state, index) {
  return changed(state, state.pairs.filter((_, i) => i !== index), null);
}

/** @param {Pairs} state @param {number | null} index @returns {Pairs} */
export function choosing(state, index) {
  return state.chosen === index ? state : Object.freeze({ ...state, chosen: index });
}

/** @param {Pairs} state @returns {Pairs} as before the last change */
export function undone(state) {
  if (state.past.length === 0) return state;
  return Object.freeze({ pairs: state.past.at(-1), chosen: null, past: Object.freeze(state.past.slice(0, -1)) });
}

/** @param {Pairs} state @returns {{index: number, x: number, y: number, lng: number, lat: number}[]} both halves there */
export function complete({ pairs }) {
  return pairs.flatMap((pair, index) => (hasPixel(pair) && hasPlace(pair) ? [{ index, ...pair }] : []));
}

/** @param {Pair} pair */
export function hasPixel(pair) {
  return pair.x !== null && pair.y !== null;
}

/** @param {Pair} pair */
export function hasPlace(pair) {
  return pair.lng !== null && pair.lat !== null;
}

/**
 * @param {readonly Pair[]} pairs of a picture of one size
 * @param {{width: number, height: number}} from
 * @param {{width: number, height: number}} to
 * @returns {Pair[]} the same spots in another size of the same picture
 */
export function resized(pairs, from, to) {
  const [fx, fy] = [to.width / from.width, to.height / from.height];
  return pairs.map((pair) => ({ ...pair, x: pair.x * fx, y: pair.y * fy }));
}

function put(pairs, at, pair) {
  const next = [...pairs];
  next[at] = Object.freeze(pair);
  return next;
}

function changed(state, pairs, chosen) {
  const past = [...state.past, state.pairs].slice(-MOST_UNDO);
  return Object.freeze({ pairs: Object.freeze(pairs), chosen, past: Object.freeze(past) });
}
