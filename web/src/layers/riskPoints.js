/** Risk points: the level's shape in outline with its letter; filled with a clock when the inspection is overdue. */
import { LEVEL_PATHS } from '../map/glyphs.js';
import { inView } from '../map/view.js';
import { levelColours } from '../map/palette.js';
import { drawCircle, drawPath } from '../map/sprites.js';
import { drawClockBadge } from './badges.js';
import { sizeOf } from './sizes.js';

const LETTERS = { zh: { RED: '红', YELLOW: '黄', BLUE: '蓝' }, en: { RED: 'R', YELLOW: 'Y', BLUE: 'B' } };

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{points: readonly object[], palette: Record<string, string>, sprites: import('../map/sprites.js').Sprites, language: string}} what
 * @returns {object[]} hits
 */
export function drawRiskPoints(context, view, { points, palette, sprites, language }) {
  const size = sizeOf('riskPoint', view.level) * view.scale;
  const hits = [];
  for (const point of points) {
    if (!inView(view, point.x, point.y)) continue;
    const [x, y] = [view.x(point.x), view.y(point.y)];
    const key = `r|${point.level ?? ''}|${point.overdue ? 1 : 0}|${size}|${language}`;
    sprites.put(
      context,
      sprites.get(key, size * 2, (pen) => picture(pen, point, { palette, size, language })),
      x,
      y,
    );
    hits.push({ kind: 'riskPoint', id: point.id, x, y, r: size / 2, label: point.name });
  }
  return hits;
}

function picture(pen, { level, overdue }, { palette, size, language }) {
  const path = LEVEL_PATHS[level];
  if (!path) {
    drawCircle(pen, { r: size / 2 - 1, fill: palette.land, stroke: palette['ink-2'], width: 1.5 });
    return;
  }
  const colours = levelColours(palette, level);
  const outline = Math.max(1.5, size / 10);
  drawPath(pen, path, { size, stroke: palette.land, width: outline + 4 });
  drawPath(pen, path, {
    size: size * 0.92,
    fill: overdue ? colours.fill : palette.land,
    stroke: colours.edge,
    width: outline,
  });
  if (size >= 14) {
    const low = level === 'YELLOW' ? size * 0.13 : 0;
    const side = size * (level === 'YELLOW' ? 0.42 : 0.54);
    pen.font = `600 ${side}px ${palette.font}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillStyle = overdue ? colours.text : palette.ink;
    pen.fillText(LETTERS[language.startsWith('zh') ? 'zh' : 'en'][level], 0, low + size * 0.03);
  }
  if (overdue && size >= 14) drawClockBadge(pen, palette, { x: -size * 0.45, y: -size * 0.45, size: size * 0.5 });
}
