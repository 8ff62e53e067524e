/**
 * How large the wall's text must be to be read: ISO 9241 asks for characters of at least 16 minutes of arc. Pure.
 */
const ROWS = 54;
const DIGIT_SHARE = 0.72;
const ARC = 0.00465;
const INCH_MM = 25.4;
const HEIGHT_SHARE = 9 / Math.hypot(16, 9);
const OTHER_REMS = 12;
const ROW_REMS = 5.1;
const MOST_ROWS = 8;

/**
 * @param {number} height of the screen, px
 * @param {{distanceMetres: number, inches: number}} wall how far people stand, and the diagonal of a 16:9 wall of that
 *   height
 * @returns {number} px of 1 rem: a 54th of the height, more when people stand far from a small wall
 */
export function remPixels(height, { distanceMetres, inches }) {
  const plain = height / ROWS;
  const perMm = height / (inches * INCH_MM * HEIGHT_SHARE);
  const needed = (ARC * distanceMetres * 1000 * perMm) / DIGIT_SHARE;
  return Math.min(plain * 1.4, Math.max(plain, needed));
}

/** @param {number} rems height of the screen @returns {number} incidents that fit in the list, at most eight */
export function rowsThatFit(rems) {
  return Math.max(1, Math.min(MOST_ROWS, Math.floor((rems - OTHER_REMS) / ROW_REMS)));
}

/**
 * @param {URLSearchParams} query `distance` in metres, `inches`
 * @returns {{distanceMetres: number, inches: number}} defaults: 4 m before 110 inches
 */
export function wallOf(query) {
  const number = (name, fallback) => {
    const value = Number(query.get(name));
    return value > 0 ? value : fallback;
  };
  return { distanceMetres: number('distance', 4), inches: number('inches', 110) };
}
