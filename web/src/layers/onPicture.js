/** The map on the picture: grid borders, risk points and open incidents over a calibrated camera's picture. Not a mask. */
import { createSprites } from '../map/sprites.js';
import { drawIncidents } from './incidents.js';
import { drawRiskPoints } from './riskPoints.js';

/** Symbols are as large as on a map close up. */
const LEVEL = 15;

/**
 * @param {HTMLCanvasElement} canvas is given the size of its box
 * @param {{width: number, height: number}} box CSS pixels
 * @returns {CanvasRenderingContext2D} wiped
 */
export function wipe(canvas, { width, height }) {
  const density = Math.min(3, globalThis.devicePixelRatio || 1);
  const [w, h] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const pen = canvas.getContext('2d');
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}

/** @returns {(pen: CanvasRenderingContext2D, what: object) => void} draws with symbols of its own */
export function createPictureLayer() {
  const sprites = createSprites();
  return (pen, what) => draw(pen, what, sprites);
}

// what: rect (where the picture lies), size (of the calibrated picture), borders, things, palette, language, scale
function draw(pen, { rect, size, borders, things, palette, language, scale = 1 }, sprites) {
  const [sx, sy] = [rect.width / size.width, rect.height / size.height];
  const at = ({ x, y }) => ({ x: rect.x + x * sx, y: rect.y + y * sy });
  drawBorders(pen, borders, at, palette, scale);
  const view = {
    level: LEVEL,
    scale,
    width: rect.x * 2 + rect.width,
    height: rect.y * 2 + rect.height,
    x: (x) => rect.x + x * sx,
    y: (y) => rect.y + y * sy,
  };
  drawRiskPoints(pen, view, { points: things.riskPoints, palette, sprites, language });
  drawIncidents(pen, view, { marks: things.incidents, palette, sprites });
  for (const mark of things.incidents) name(pen, at(mark), mark.number, palette, scale);
}

function drawBorders(pen, borders, at, palette, scale) {
  pen.lineJoin = 'round';
  pen.beginPath();
  for (const line of borders) {
    line.forEach((pixel, i) => {
      const { x, y } = at(pixel);
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    });
  }
  // dark on bright and bright on dark: nobody knows the picture beneath
  for (const [colour, width] of [
    [palette.land, 4],
    [palette.ink, 1.5],
  ]) {
    pen.lineWidth = width * scale;
    pen.strokeStyle = colour;
    pen.stroke();
  }
}

function name(pen, { x, y }, text, palette, scale) {
  pen.font = `600 ${12 * scale}px ${palette.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  pen.lineWidth = 3 * scale;
  pen.strokeStyle = palette.land;
  pen.strokeText(text, x, y + 14 * scale);
  pen.fillStyle = palette.ink;
  pen.fillText(text, x, y + 14 * scale);
}
