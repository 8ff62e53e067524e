const WIDE_PIXELS = 3_000;
const WIDE_SCALE = 1.75;

/** @returns {number} how much larger symbols and words of a map are on a very wide screen, as wide.css has it */
export function screenScale() {
  return innerWidth >= WIDE_PIXELS ? WIDE_SCALE : 1;
}
