/** Aggregates: a pill, never a disc, so that a crowd is never taken for one incident. */
import { levelColours } from '../map/palette.js';

const LEVELS = ['RED', 'YELLOW', 'BLUE'];

/**
 * @param {number} count
 * @param {string} language
 * @returns {string} exact up to 9,999, then 1.2万 / 12k
 */
export function pillText(count, language) {
  if (count < 10000) return count.toLocaleString('en-US');
  return language.startsWith('zh') ? `${(count / 10000).toFixed(1)}万` : `${Math.round(count / 1000)}k`;
}

/** @param {number} count @returns {number} height in px, by the square root of the count */
export function pillHeight(count) {
  return Math.min(44, 26 + Math.sqrt(count) * 0.7);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{pill: import('../geo/clusters.js').Pill, palette: Record<string, string>, language: string}} what
 * @returns {object} its hit
 */
export function drawPill(context, view, { pill, palette, language }) {
  const [x, y] = [Math.round(view.x(pill.x)), Math.round(view.y(pill.y))];
  const height = Math.round(pillHeight(pill.count) * view.scale);
  const text = pillText(pill.count, language);
  context.font = `600 ${Math.round(height * 0.46)}px ${palette.font}`;
  const width = Math.max(height * 1.4, context.measureText(text).width + height * 0.8);
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  frame(context, box, palette, view.scale);
  bar(context, box, pill, palette, view.scale);
  context.fillStyle = palette.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y - height * 0.05);
  return { kind: 'aggregate', id: null, x, y, r: height / 2, half: width / 2, pill, red: pill.levels.RED > 0 };
}

function frame(context, { x, y, width, height }, palette, scale) {
  context.beginPath();
  context.roundRect(x, y, width, height, height / 2);
  context.lineWidth = 4 * scale;
  context.strokeStyle = palette.land;
  context.stroke();
  context.fillStyle = palette.raised;
  context.fill();
  context.lineWidth = scale;
  context.strokeStyle = palette.edge;
  context.stroke();
}

// the bar at the foot: each level's share, at least 3 px so that one red among a thousand is seen
function bar(context, { x, y, width, height }, pill, palette, scale) {
  const left = x + height * 0.4;
  const whole = width - height * 0.8;
  const top = y + height * 0.77;
  const thick = Math.max(3, height * 0.1);
  context.fillStyle = palette.edge;
  context.fillRect(left, top, whole, thick);
  let from = left;
  for (const level of LEVELS) {
    if (!pill.levels[level]) continue;
    const part = Math.max(3 * scale, (whole * pill.levels[level]) / pill.count);
    context.fillStyle = levelColours(palette, level).fill;
    context.fillRect(from, top, Math.min(part, left + whole - from), thick);
    from += part;
  }
}
