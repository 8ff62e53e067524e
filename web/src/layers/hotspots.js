/**
 * Hotspots: their outline, filled by how many times the usual it is; what is not proven has no fill but a hatch. The
 * rank stands in a small square that covers no symbol; at far zoom beside the shape, at the end of a line.
 */
import { areaOf, boxesMeet, labelPoint, shapesOf } from '../geo/shapes.js';

const HATCH_EVERY = 7;
const FAR = 12;
const SMALL = 26;
const BESIDE = 24;
const AROUND = Object.freeze([
  [0, 0],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1.8, 0],
  [-1.8, 0],
  [0, -1.8],
  [0, 1.8],
]);

/**
 * @typedef {{id: string, rank: number, step: number, doubtful: boolean, label: string, geometry: object|null}} MapHotspot
 *   step: of the ramp, 1 to 5; doubtful: drawn as not proven; label: what the tip says
 *
 * @param {readonly MapHotspot[]} list
 * @param {(lng: number, lat: number) => {x: number, y: number}} project
 * @returns {object[]} large ones first, so that a small one inside stays in sight
 */
export function hotspotShapes(list, project) {
  const shapes = list.flatMap((spot) =>
    shapesOf({ geometry: spot.geometry }, project).map((shape) => ({
      ...spot,
      ...shape,
      area: areaOf(shape),
      middle: labelPoint(shape),
    })),
  );
  return shapes.sort((a, b) => b.area - a.area);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import('../map/view.js').View} view
 * @param {{shapes: readonly object[], palette: Record<string, string>, selected: string|null}} what
 */
export function drawHotspots(pen, view, { shapes, palette, selected }) {
  const seen = shapes.filter(({ box }) => boxesMeet(box, view.box));
  for (const shape of seen) {
    pen.globalAlpha = selected === null || selected === shape.id ? 1 : 0.55;
    if (shape.doubtful) drawDoubtful(pen, view, shape, palette);
    else drawProven(pen, view, shape, palette);
    if (selected === shape.id) halo(pen, view, shape, palette);
  }
  pen.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import('../map/view.js').View} view
 * @param {{shapes: readonly object[], palette: Record<string, string>, blocked: readonly number[][]}} what blocked:
 *   boxes of the symbols, which no rank may cover
 * @returns {import('../map/hits.js').Hit[]} the squares with the ranks
 */
export function drawRanks(pen, view, { shapes, palette, blocked }) {
  const taken = [...blocked];
  const seen = shapes.filter(({ box }) => boxesMeet(box, view.box));
  return seen.map((shape) => {
    const hit = rankHit(pen, view, shape, palette, taken);
    taken.push([hit.x - hit.half, hit.y - hit.r, hit.x + hit.half, hit.y + hit.r]);
    drawRank(pen, hit, shape, palette, view.scale);
    return hit;
  });
}

/**
 * @param {readonly object[]} shapes of `hotspotShapes`
 * @param {number} wx unit world
 * @param {number} wy
 * @returns {object|null} the smallest one that lies there
 */
export function hotspotAt(shapes, wx, wy) {
  const there = ({ lines }) => lines.filter((line) => crosses(line, wx, wy)).length % 2 === 1;
  return [...shapes].reverse().find(there) ?? null;
}

function crosses(line, x, y) {
  let inside = false;
  for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [line[i], line[i + 1], line[j], line[j + 1]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function trace(pen, view, { lines }) {
  pen.beginPath();
  for (const line of lines) {
    pen.moveTo(view.x(line[0]), view.y(line[1]));
    for (let i = 2; i < line.length; i += 2) pen.lineTo(view.x(line[i]), view.y(line[i + 1]));
    pen.closePath();
  }
}

function drawProven(pen, view, shape, palette) {
  const alpha = pen.globalAlpha;
  trace(pen, view, shape);
  pen.globalAlpha = alpha * 0.55;
  pen.fillStyle = palette[`hot-${shape.step}`];
  pen.fill('evenodd');
  pen.globalAlpha = alpha;
  pen.lineWidth = 2 * view.scale;
  pen.strokeStyle = palette['hot-5'];
  pen.stroke();
}

function drawDoubtful(pen, view, shape, palette) {
  const alpha = pen.globalAlpha;
  pen.globalAlpha = alpha * 0.6;
  pen.strokeStyle = palette.ink;
  pen.save();
  trace(pen, view, shape);
  pen.clip('evenodd');
  hatch(pen, view, shape.box);
  pen.restore();
  trace(pen, view, shape);
  pen.setLineDash([6 * view.scale, 4 * view.scale]);
  pen.lineWidth = 2 * view.scale;
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = alpha;
}

// the lines hang on the shape's own corner, so that they do not swim when the map moves
function hatch(pen, view, [west, north, east, south]) {
  const [left, top, right, bottom] = [view.x(west), view.y(north), view.x(east), view.y(south)];
  const height = bottom - top;
  const step = HATCH_EVERY * Math.SQRT2 * view.scale;
  const first = Math.max(0, Math.floor((-left - height) / step));
  const last = Math.min((right - left + height) / step, first + (view.width + view.height + height) / step);
  pen.beginPath();
  for (let i = first; i <= last; i++) {
    pen.moveTo(left + i * step, top);
    pen.lineTo(left + i * step - height, bottom);
  }
  pen.lineWidth = 1.5 * view.scale;
  pen.stroke();
}

function halo(pen, view, shape, palette) {
  trace(pen, view, shape);
  for (const [colour, width] of [
    [palette.land, 7],
    [palette.focus, 3],
  ]) {
    pen.lineWidth = width * view.scale;
    pen.strokeStyle = colour;
    pen.stroke();
  }
}

// the middle, then ever farther around it; where all is taken the first place beside it
function rankHit(pen, view, shape, palette, taken) {
  const { scale } = view;
  const [x, y] = [view.x(shape.middle.x), view.y(shape.middle.y)];
  const [west, , east] = shape.box;
  const small = view.level <= FAR || view.x(east) - view.x(west) < SMALL * scale;
  pen.font = fontOf(palette, scale);
  const r = 8 * scale;
  const half = Math.max(r, pen.measureText(String(shape.rank)).width / 2 + 4 * scale);
  const ways = small ? AROUND.slice(1) : AROUND;
  const places = ways.map(([dx, dy]) => [x + dx * BESIDE * scale, y + dy * BESIDE * scale]);
  const free = ([px, py]) => !taken.some((box) => boxesMeet(box, [px - half, py - r, px + half, py + r]));
  const [px, py] = places.find(free) ?? places[0];
  return { kind: 'hotspot', id: shape.id, x: px, y: py, r, half, label: shape.label, from: small ? { x, y } : null };
}

function drawRank(pen, hit, shape, palette, scale) {
  const { x, y, r, half, from } = hit;
  if (from) leader(pen, from, hit, palette, scale);
  pen.font = fontOf(palette, scale);
  pen.fillStyle = palette.panel;
  pen.fillRect(x - half, y - r, 2 * half, 2 * r);
  pen.lineWidth = scale;
  pen.strokeStyle = palette.ink;
  pen.strokeRect(x - half, y - r, 2 * half, 2 * r);
  pen.fillStyle = palette.ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(shape.rank), x, y + 0.5 * scale);
}

function fontOf(palette, scale) {
  return `600 ${12 * scale}px ${palette.font}`;
}

function leader(pen, from, to, palette, scale) {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.lineWidth = 1.5 * scale;
  pen.strokeStyle = palette.ink;
  pen.stroke();
}
