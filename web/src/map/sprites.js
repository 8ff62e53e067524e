/**
 * Pictures of the symbols, each drawn once per theme, size and state and then only copied: the atlas of the canvas
 * layers. Bounded; what is unused after a theme change is dropped with it.
 */
const MOST = 3000;

/**
 * @typedef {object} Sprites
 * @property {(key: string, side: number, draw: (context: CanvasRenderingContext2D) => void) => HTMLCanvasElement} get
 *   a square picture of `side` px; `draw` has its origin in the middle
 * @property {(context: CanvasRenderingContext2D, picture: HTMLCanvasElement, x: number, y: number) => void} put middle at x, y
 */

/** @returns {Sprites} */
export function createSprites() {
  const density = Math.max(1, Math.min(3, globalThis.devicePixelRatio || 1));
  const pictures = new Map();
  return {
    get(key, side, draw) {
      const known = pictures.get(key);
      if (known) return known;
      if (pictures.size >= MOST) pictures.clear();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = Math.ceil(side * density);
      const context = canvas.getContext('2d');
      context.scale(density, density);
      context.translate(side / 2, side / 2);
      draw(context);
      pictures.set(key, canvas);
      return canvas;
    },
    put(context, picture, x, y) {
      const side = picture.width / density;
      context.drawImage(
        picture,
        Math.round((x - side / 2) * density) / density,
        Math.round((y - side / 2) * density) / density,
        side,
        side,
      );
    },
  };
}

const paths = new Map();

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} path of glyphs.js, 24 by 24
 * @param {{x?: number, y?: number, size: number, fill?: string, stroke?: string, width?: number}} look middle, px, paint
 */
export function drawPath(context, path, { x = 0, y = 0, size, fill, stroke, width = 1.5 }) {
  let shape = paths.get(path);
  if (!shape) paths.set(path, (shape = new Path2D(path)));
  const factor = size / 24;
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(factor, factor);
  context.lineJoin = 'round';
  if (stroke) {
    context.lineWidth = width / factor;
    context.strokeStyle = stroke;
    context.stroke(shape);
  }
  if (fill) {
    context.fillStyle = fill;
    context.fill(shape, 'evenodd');
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{x?: number, y?: number, r: number, fill?: string, stroke?: string, width?: number, from?: number, part?: number}} look
 *   part: share of the circle clockwise from the top
 */
export function drawCircle(context, { x = 0, y = 0, r, fill, stroke, width = 1, part = 1 }) {
  const start = -Math.PI / 2;
  context.beginPath();
  context.arc(x, y, r, start, start + part * 2 * Math.PI);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke) {
    context.lineWidth = width;
    context.strokeStyle = stroke;
    context.stroke();
  }
}
