/** The small marks on a symbol's shoulder: level, clock, tick, slash. */
import { LEVEL_PATHS } from '../map/glyphs.js';
import { drawCircle, drawPath } from '../map/sprites.js';
import { levelColours } from '../map/palette.js';

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Record<string, string>} palette
 * @param {string} level
 * @param {{x: number, y: number, size: number}} at
 */
export function drawLevelBadge(context, palette, level, { x, y, size }) {
  const colours = levelColours(palette, level);
  const path = LEVEL_PATHS[level];
  drawPath(context, path, { x, y, size, stroke: palette.land, width: size / 3 });
  drawPath(context, path, { x, y, size, fill: colours.fill, stroke: colours.edge, width: size / 9 });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Record<string, string>} palette
 * @param {{x: number, y: number, size: number}} at overdue: a clock whose hands stand past twelve
 */
export function drawClockBadge(context, palette, { x, y, size }) {
  const r = size / 2;
  drawCircle(context, { x, y, r: r + size / 8, fill: palette.land });
  drawCircle(context, { x, y, r, fill: palette.ink });
  context.beginPath();
  context.moveTo(x, y - r * 0.6);
  context.lineTo(x, y);
  context.lineTo(x + r * 0.5, y + r * 0.25);
  context.lineWidth = size / 8;
  context.lineCap = 'round';
  context.strokeStyle = palette.panel;
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Record<string, string>} palette
 * @param {{x: number, y: number, size: number}} at
 */
export function drawTickBadge(context, palette, { x, y, size }) {
  drawCircle(context, { x, y, r: size / 2 + size / 8, fill: palette.land });
  drawCircle(context, { x, y, r: size / 2, fill: palette.ink });
  context.beginPath();
  context.moveTo(x - size * 0.24, y + size * 0.02);
  context.lineTo(x - size * 0.05, y + size * 0.2);
  context.lineTo(x + size * 0.26, y - size * 0.2);
  context.lineWidth = size / 7;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = palette.panel;
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{r: number, stroke: string, casing: string, width: number}} look a line from lower left to upper right
 */
export function drawSlash(context, { r, stroke, casing, width }) {
  for (const [colour, thick] of [
    [casing, width * 2.6],
    [stroke, width],
  ]) {
    context.beginPath();
    context.moveTo(-r, r);
    context.lineTo(r, -r);
    context.lineCap = 'butt';
    context.lineWidth = thick;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {{x: number, y: number, font: string, fill: string, halo: string, width?: number, align?: CanvasTextAlign}} look
 */
export function drawText(context, text, { x, y, font, fill, halo, width = 3, align = 'center' }) {
  context.font = font;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = width * 2;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = fill;
  context.fillText(text, x, y);
}
