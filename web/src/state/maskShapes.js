/**
 * The privacy masks of a camera while somebody draws them: polygons of corners, each a share of the picture's width and
 * height. Every function answers new shapes and leaves the old ones as they were.
 *
 * @typedef {readonly (readonly [number, number])[]} Shape
 */

/** As many polygons and corners as the server keeps. */
export const MOST_SHAPES = 16;
/** See MOST_SHAPES. */
export const MOST_CORNERS = 32;

const LEAST_CORNERS = 3;
const DIGITS = 10_000;
const LEAST_SIDE = 0.01;

/** @param {readonly (readonly number[])[][]} masks of the server @returns {Shape[]} */
export function shapesOf(masks) {
  return (masks ?? []).map((corners) => corners.map(([x, y]) => [share(x), share(y)]));
}

/** @param {readonly [number, number]} a @param {readonly [number, number]} b opposite corners @returns {Shape|null} null: too small to be meant */
export function rectangle(a, b) {
  const [left, right] = [share(Math.min(a[0], b[0])), share(Math.max(a[0], b[0]))];
  const [top, bottom] = [share(Math.min(a[1], b[1])), share(Math.max(a[1], b[1]))];
  if (right - left < LEAST_SIDE || bottom - top < LEAST_SIDE) return null;
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** @param {readonly Shape[]} shapes @returns {Shape} a rectangle in the middle, beside those that are there */
export function freshShape(shapes) {
  const step = 0.03 * (shapes.length % 8);
  return rectangle([0.35 + step, 0.35 + step], [0.6 + step, 0.6 + step]);
}

/** @param {Shape} shape @param {number} dx @param {number} dy @returns {Shape} moved, but not out of the picture */
export function movedShape(shape, dx, dy) {
  const [xs, ys] = [shape.map(([x]) => x), shape.map(([, y]) => y)];
  const right = between(dx, -Math.min(...xs), 1 - Math.max(...xs));
  const down = between(dy, -Math.min(...ys), 1 - Math.max(...ys));
  return shape.map(([x, y]) => [share(x + right), share(y + down)]);
}

/** @param {Shape} shape @param {number} index @param {readonly [number, number]} at @returns {Shape} with that corner there */
export function movedCorner(shape, index, [x, y]) {
  return shape.map((corner, i) => (i === index ? [share(x), share(y)] : corner));
}

/**
 * What dragging a corner makes: a rectangle stays one, anything else bends.
 *
 * @param {Shape} shape
 * @param {number} index
 * @param {readonly [number, number]} at
 * @returns {Shape}
 */
export function pulledCorner(shape, index, at) {
  if (!isRectangle(shape)) return movedCorner(shape, index, at);
  const [x, y] = [share(at[0]), share(at[1])];
  const [oldX, oldY] = shape[index];
  return shape.map(([cornerX, cornerY]) => [cornerX === oldX ? x : cornerX, cornerY === oldY ? y : cornerY]);
}

/** @param {Shape} shape @param {number} index @returns {Shape} with one more corner, halfway to the next one */
export function withCorner(shape, index) {
  if (shape.length >= MOST_CORNERS) return shape;
  const [a, b] = [shape[index], shape[(index + 1) % shape.length]];
  const middle = [share((a[0] + b[0]) / 2), share((a[1] + b[1]) / 2)];
  return [...shape.slice(0, index + 1), middle, ...shape.slice(index + 1)];
}

/** @param {Shape} shape @param {number} index @returns {Shape} without that corner; a triangle stays one */
export function withoutCorner(shape, index) {
  return shape.length <= LEAST_CORNERS ? shape : shape.filter((_, i) => i !== index);
}

/** @param {Shape} shape @returns {boolean} four corners with upright and level sides */
export function isRectangle(shape) {
  if (shape.length !== 4) return false;
  return shape.every(([x, y], i) => {
    const [nextX, nextY] = shape[(i + 1) % 4];
    return i % 2 === 0 ? y === nextY || x === nextX : x === nextX || y === nextY;
  });
}

/** @param {readonly Shape[]} shapes @returns {number} per cent of the picture, counted on a raster: shapes may overlap */
export function hiddenShare(shapes) {
  const cells = 100;
  let hidden = 0;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const [x, y] = [(column + 0.5) / cells, (row + 0.5) / cells];
      if (shapes.some((shape) => holds(shape, x, y))) hidden += 1;
    }
  }
  return Math.round((hidden * 100) / (cells * cells));
}

/** @param {readonly Shape[]} a @param {readonly Shape[]} b @returns {boolean} */
export function sameShapes(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What is sent: without zones nobody but those with the right sees anything of a hidden camera.
 *
 * @param {'NONE'|'ZONES'|'ALL'} way
 * @param {readonly Shape[]} shapes
 * @returns {{masks: readonly Shape[], masked: boolean}}
 */
export function maskRequest(way, shapes) {
  const masks = way === 'ZONES' ? shapes : [];
  return { masks, masked: way === 'ALL' || masks.length > 0 };
}

/** @param {{masked: boolean, shapes: readonly Shape[]}} camera @returns {'NONE'|'ZONES'|'ALL'} */
export function maskWay({ masked, shapes }) {
  if (!masked) return 'NONE';
  return shapes.length > 0 ? 'ZONES' : 'ALL';
}

function holds(shape, x, y) {
  let inside = false;
  for (let i = 0, j = shape.length - 1; i < shape.length; j = i++) {
    const [[ax, ay], [bx, by]] = [shape[i], shape[j]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function share(value) {
  return between(Math.round(value * DIGITS) / DIGITS, 0, 1);
}

function between(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
