/** What lies on top: the selection's halo, the hovered thing's ring and name, the ring of a new incident, the pin. */
import { drawCircle } from '../map/sprites.js';
import { drawSpots } from './spots.js';

const NEW_MILLIS = 800;

/** @param {CanvasRenderingContext2D} context @param {object} hit @param {Record<string, string>} palette @param {number} scale */
export function drawHalo(context, hit, palette, scale) {
  drawCircle(context, { x: hit.x, y: hit.y, r: hit.r + 5 * scale, stroke: palette.land, width: 5 * scale });
  drawCircle(context, { x: hit.x, y: hit.y, r: hit.r + 5 * scale, stroke: palette.focus, width: 3 * scale });
}

/** @param {CanvasRenderingContext2D} context @param {object} hit @param {Record<string, string>} palette @param {number} scale */
export function drawHoverRing(context, hit, palette, scale) {
  if (hit.kind === 'aggregate') return;
  drawCircle(context, { x: hit.x, y: hit.y, r: hit.r + 4 * scale, stroke: palette.ink, width: scale });
}

/** @param {CanvasRenderingContext2D} context @param {object} hit where the keyboard is @param {Record<string, string>} palette @param {number} scale */
export function drawFocusRing(context, { x, y, r, half = r }, palette, scale) {
  const [w, h] = [half + 4 * scale, r + 4 * scale];
  for (const [colour, width] of [
    [palette.land, 6],
    [palette.focus, 2],
  ]) {
    context.beginPath();
    context.roundRect(x - w, y - h, 2 * w, 2 * h, h);
    context.lineWidth = width * scale;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number, r: number}} at
 * @param {string} text
 * @param {Record<string, string>} palette
 * @param {{width: number, scale: number}} view
 */
export function drawTip(context, { x, y, r }, text, palette, { width, scale }) {
  const size = 13 * scale;
  context.font = `${size}px ${palette.font}`;
  const w = context.measureText(text).width + 16 * scale;
  const h = size * 1.8;
  const left = Math.max(4, Math.min(width - w - 4, x - w / 2));
  const top = y - r - h - 8 * scale > 4 ? y - r - h - 8 * scale : y + r + 8 * scale;
  context.beginPath();
  context.roundRect(left, top, w, h, 4 * scale);
  context.fillStyle = palette.panel;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.edge;
  context.stroke();
  context.fillStyle = palette.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left + w / 2, top + h / 2);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {object} hit of a new incident
 * @param {number} age milliseconds since it came in
 * @param {Record<string, string>} palette
 * @param {number} scale
 * @returns {boolean} true while the ring still grows (twice, then still)
 */
export function drawNewRing(context, hit, age, palette, scale) {
  if (age >= 2 * NEW_MILLIS) return false;
  const part = (age % NEW_MILLIS) / NEW_MILLIS;
  context.globalAlpha = 1 - part;
  drawCircle(context, { x: hit.x, y: hit.y, r: hit.r + 24 * scale * part, stroke: palette.ink, width: 2 * scale });
  context.globalAlpha = 1;
  return true;
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {Record<string, string>} palette @param {number} scale */
export function drawPin(context, x, y, palette, scale) {
  for (const [colour, width] of [
    [palette.land, 6],
    [palette.ink, 2],
  ]) {
    context.beginPath();
    context.moveTo(x - 14 * scale, y);
    context.lineTo(x - 4 * scale, y);
    context.moveTo(x + 4 * scale, y);
    context.lineTo(x + 14 * scale, y);
    context.moveTo(x, y - 14 * scale);
    context.lineTo(x, y - 4 * scale);
    context.moveTo(x, y + 4 * scale);
    context.lineTo(x, y + 14 * scale);
    context.lineWidth = width * scale;
    context.strokeStyle = colour;
    context.stroke();
  }
  drawCircle(context, { x, y, r: 9 * scale, stroke: palette.ink, width: 2 * scale });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {readonly import('../geo/shapes.js').Shape[]} shapes a preview; `properties.tone` "fault" is hatched apart by a thick line,
 *   a point with `label` is a numbered spot, `chosen` with a ring
 * @param {Record<string, string>} palette
 */
export function drawSketch(context, view, shapes, palette) {
  for (const shape of shapes) {
    if (shape.kind === 'point' && shape.properties.label) {
      const [x, y] = shape.lines[0];
      drawSpots(context, [{ x: view.x(x), y: view.y(y), ...shape.properties }], palette);
      continue;
    }
    const fault = shape.properties.tone === 'fault';
    context.beginPath();
    for (const line of shape.lines) {
      if (shape.kind === 'point') context.arc(view.x(line[0]), view.y(line[1]), 4 * view.scale, 0, 2 * Math.PI);
      else
        for (let i = 0; i < line.length; i += 2) context[i ? 'lineTo' : 'moveTo'](view.x(line[i]), view.y(line[i + 1]));
    }
    context.setLineDash(fault || shape.kind === 'point' ? [] : [6, 4]);
    if (fault && shape.kind === 'area') {
      context.globalAlpha = 0.35;
      context.fillStyle = palette.ink;
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    context.lineWidth = (fault ? 3 : 1.5) * view.scale;
    context.strokeStyle = palette.ink;
    context.stroke();
    context.setLineDash([]);
  }
}
