/** Cameras: a glyph and the direction it looks; no colour for offline, a third of them is offline on a normal day. */
import { THING_PATHS } from '../map/glyphs.js';
import { inView } from '../map/view.js';
import { drawPath } from '../map/sprites.js';
import { drawSlash } from './badges.js';
import { boxesMeet } from '../geo/shapes.js';
import { sizeOf } from './sizes.js';

/** Nobody said where it looks. */
const ALL_AROUND = 360;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{cameras: readonly object[], palette: Record<string, string>, sprites: import('../map/sprites.js').Sprites}} what
 * @returns {object[]} hits
 */
export function drawCameras(context, view, { cameras, palette, sprites }) {
  const size = sizeOf('camera', view.level) * view.scale;
  if (!size) return [];
  const hits = [];
  for (const camera of cameras) {
    if (!inView(view, camera.x, camera.y)) continue;
    const [x, y] = [view.x(camera.x), view.y(camera.y)];
    if (camera.fieldOfView !== ALL_AROUND) {
      tickOfHeading(context, { x, y, size, heading: camera.heading, palette, scale: view.scale });
    }
    const key = `c|${camera.status}|${camera.masked ? 1 : 0}|${size}`;
    sprites.put(
      context,
      sprites.get(key, size * 2, (pen) => picture(pen, camera, palette, size)),
      x,
      y,
    );
    hits.push({ kind: 'camera', id: camera.id, x, y, r: size / 2, label: camera.name });
  }
  return hits;
}

function tickOfHeading(context, { x, y, size, heading, palette, scale }) {
  if (heading === null || heading === undefined) return;
  const angle = (heading * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  const from = size * 0.62;
  context.beginPath();
  context.moveTo(x + dx * from, y + dy * from);
  context.lineTo(x + dx * (from + 6 * scale), y + dy * (from + 6 * scale));
  context.lineWidth = 1.5 * scale;
  context.strokeStyle = palette['ink-2'];
  context.stroke();
}

function picture(pen, { status, masked }, palette, size) {
  const state = String(status).toUpperCase();
  const ink = palette['ink-2'];
  drawPath(pen, THING_PATHS.camera, { size, stroke: palette.land, width: 4 });
  if (state === 'ONLINE') {
    drawPath(pen, THING_PATHS.camera, { size, fill: ink });
  } else {
    if (state !== 'OFFLINE') pen.setLineDash([2.5, 2.5]);
    drawPath(pen, THING_PATHS.camera, { size, fill: palette.land, stroke: ink, width: Math.max(1, size / 14) });
    pen.setLineDash([]);
    if (state === 'OFFLINE')
      drawSlash(pen, { r: size * 0.42, stroke: ink, casing: palette.land, width: Math.max(1, size / 12) });
  }
  if (masked) {
    pen.fillStyle = palette.land;
    pen.fillRect(size * 0.2, -size * 0.3, size * 0.12, size * 0.6);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {readonly import('../geo/shapes.js').Shape[]} cones
 * @param {Record<string, string>} palette
 */
export function drawCones(context, view, cones, palette) {
  for (const cone of cones) {
    if (!boxesMeet(cone.box, view.box)) continue;
    trace(context, view, cone.lines);
    context.globalAlpha = 0.12;
    context.fillStyle = palette.ink;
    context.fill();
    context.globalAlpha = 0.8;
    context.lineWidth = view.scale;
    context.strokeStyle = palette.ink;
    context.stroke();
    context.globalAlpha = 1;
  }
}

function trace(context, view, lines) {
  context.beginPath();
  for (const line of lines) {
    context.moveTo(view.x(line[0]), view.y(line[1]));
    for (let i = 2; i < line.length; i += 2) context.lineTo(view.x(line[i]), view.y(line[i + 1]));
    context.closePath();
  }
}
