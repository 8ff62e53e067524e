/** Names on the map: which of them, where, and along what; never over a thing on the map. */
import { placeLabels } from '../geo/labelBoxes.js';
import { inView } from '../map/view.js';
import { drawText } from './badges.js';

// an area's name may step aside for what lies on it; a point's name stands beside the point
const ASIDE = [
  [0, 0],
  [0, -1],
  [0, 1],
  [-0.6, 0],
  [0.6, 0],
  [-0.6, -1.2],
  [0.6, -1.2],
  [-0.6, 1.2],
  [0.6, 1.2],
];
const BESIDE = [
  [0, 0],
  [0, -0.8],
  [0, 0.8],
  [0.55, 0],
  [-0.55, 0],
];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{ground: import('./ground.js').Ground, palette: Record<string, string>, language: string, blocked: number[][], overRaster: boolean}} what
 */
export function drawLabels(context, view, { ground, palette, language, blocked, overRaster }) {
  const looks = looksOf(palette, view.scale, language);
  const candidates = [
    ...names(view, ground.villages, looks.village, 11.8),
    ...names(
      view,
      ground.water.filter((shape) => shape.kind === 'area'),
      looks.water,
      overRaster ? 99 : 13,
    ),
    ...names(view, ground.naturalVillages, looks.natural, 14),
    ...names(view, divided(ground.grids), looks.grid, 14.9),
    ...(overRaster ? [] : roadNames(view, ground.roads, looks.road)),
  ];
  for (const label of candidates) measure(context, label);
  for (const label of placeLabels(candidates, blocked)) write(context, label, palette);
}

function looksOf(palette, scale, language) {
  const small = (language.startsWith('zh') ? 13 : 12) * scale;
  return {
    village: { rank: 1, size: 14 * scale, weight: 600, colour: palette['map-label-village'], font: palette.font },
    water: { rank: 2, size: small, weight: 400, colour: palette['map-water-name'], font: palette.font },
    natural: { rank: 3, size: 13 * scale, weight: 400, colour: palette['map-label-natural'], font: palette.font },
    grid: { rank: 4, size: small, weight: 400, colour: palette['map-label-natural'], font: palette.font },
    road: { rank: 5, size: 12 * scale, weight: 400, colour: palette['map-label-road'], font: palette.font },
  };
}

// a village that is one grid has its own name there already
function divided(grids) {
  const counts = new Map();
  for (const {
    properties: { villageCode },
  } of grids)
    counts.set(villageCode, (counts.get(villageCode) ?? 0) + 1);
  return grids.filter(({ properties: { villageCode } }) => !villageCode || counts.get(villageCode) > 1);
}

function names(view, shapes, look, from) {
  if (view.level < from) return [];
  return shapes
    .filter((shape) => nameOf(shape) && inView(view, shape.middle.x, shape.middle.y, 0))
    .map((shape) => ({
      key: String(shape.properties.code ?? nameOf(shape)),
      text: nameOf(shape),
      area: shape.area || shape.properties.households || 0,
      x: view.x(shape.middle.x),
      y: view.y(shape.middle.y),
      look,
      ways: shape.kind === 'area' ? ASIDE : BESIDE,
    }));
}

// 立春村第1网格 stands as 立春村·1: the village's name is beside it anyway
function nameOf({ properties }) {
  const name = String(properties.shortName ?? properties.name ?? '');
  return name.replace(/第(\d+)网格$/, '·$1');
}

function roadNames(view, roads, look) {
  if (view.level < 14.9) return [];
  const seen = new Set();
  const labels = [];
  for (const road of roads) {
    const text = nameOf(road);
    if (!text || seen.has(text)) continue;
    const at = middleOf(view, road.lines[0]);
    if (!at || at.length < text.length * look.size) continue;
    seen.add(text);
    labels.push({
      key: text,
      text,
      area: at.length,
      x: at.x,
      y: at.y,
      angle: text.length <= 4 ? 0 : at.angle,
      look,
    });
  }
  return labels;
}

// the longest straight stretch of the road that is in view
function middleOf(view, line) {
  let best = null;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x1, y1, x2, y2] = [view.x(line[i]), view.y(line[i + 1]), view.x(line[i + 2]), view.y(line[i + 3])];
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (!best || length > best.length) best = { x, y, length, angle: upright(Math.atan2(y2 - y1, x2 - x1)) };
  }
  return best;
}

function upright(angle) {
  if (angle > Math.PI / 2) return angle - Math.PI;
  return angle < -Math.PI / 2 ? angle + Math.PI : angle;
}

function measure(context, label) {
  context.font = fontOf(label.look);
  const width = context.measureText(label.text).width + 6;
  const height = label.look.size * 1.35;
  const turn = Math.abs(label.angle ?? 0);
  label.width = width * Math.cos(turn) + height * Math.sin(turn);
  label.height = width * Math.sin(turn) + height * Math.cos(turn);
}

function fontOf({ weight, size, font }) {
  return `${weight} ${Math.round(size)}px ${font}`;
}

function write(context, { text, x, y, angle = 0, look }, palette) {
  context.save();
  context.translate(Math.round(x), Math.round(y));
  if (angle) context.rotate(angle);
  drawText(context, text, {
    x: 0,
    y: 0,
    font: fontOf(look),
    fill: look.colour,
    halo: palette.land,
    width: look.size / 5,
  });
  context.restore();
}
