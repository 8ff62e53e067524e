/** Incidents as discs with glyph, status ring and badges, crowds of them as pills. */
import { KIND_PATHS, statusLook } from '../map/glyphs.js';
import { inView } from '../map/view.js';
import { drawCircle, drawPath } from '../map/sprites.js';
import { clusterAt } from '../geo/clusters.js';
import { drawClockBadge, drawLevelBadge, drawSlash, drawTickBadge } from './badges.js';
import { drawPill } from './pills.js';
import { sizeOf } from './sizes.js';

/** @typedef {import('../geo/clusters.js').Point & {kind: string, status: string, overdue: boolean, isNew: boolean, number: string}} IncidentMark */

const WEIGHT = { RED: 3, YELLOW: 2, BLUE: 1 };

/**
 * @param {readonly object[]} incidents as given to `setIncidents`
 * @param {(lng: number, lat: number) => {x: number, y: number}} project
 * @returns {{at: (level: number, scale: number) => {pills: import('../geo/clusters.js').Pill[], singles: IncidentMark[]}, all: IncidentMark[]}}
 *   grouped once per half zoom level
 */
export function incidentGroups(incidents, project) {
  const all = incidents.map((incident) => ({ ...incident, ...project(incident.lng, incident.lat) }));
  const known = new Map();
  return {
    all,
    at(level, scale) {
      const step = Math.floor(level * 2) / 2;
      if (!known.has(step)) known.set(step, group(all, step, scale));
      return known.get(step);
    },
  };
}

// few incidents are always drawn one by one: a pill is for crowds, not for neatness
function group(all, step, scale) {
  const keep = step < 12.5 ? (all.length <= 60 ? 6 : 1) : step < 16.5 ? 4 : 6;
  const found = clusterAt(all, step + Math.log2(scale), { cell: 88 * scale, keep, reach: [80 * scale, 48 * scale] });
  const weight = (mark) => WEIGHT[mark.level] ?? 0;
  const singles = found.singles
    .map((mark, i) => ({ mark, i }))
    .sort((a, b) => weight(a.mark) - weight(b.mark) || a.i - b.i);
  return { pills: found.pills, singles: singles.map(({ mark }) => mark) };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{pills: import('../geo/clusters.js').Pill[], palette: Record<string, string>, language: string}} what
 * @returns {object[]} hits: {kind: 'aggregate', id: null, x, y, r, half, pill}
 */
export function drawPills(context, view, { pills, palette, language }) {
  const seen = pills.filter((pill) => inView(view, pill.x, pill.y, 80 * view.scale));
  return seen.map((pill) => drawPill(context, view, { pill, palette, language })).reverse();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{marks: readonly IncidentMark[], palette: Record<string, string>, sprites: import('../map/sprites.js').Sprites}} what
 * @returns {object[]} hits: {kind: 'incident', id, x, y, r}
 */
export function drawIncidents(context, view, { marks, palette, sprites }) {
  const size = sizeOf('incident', view.level) * view.scale;
  const seen = marks.filter((mark) => inView(view, mark.x, mark.y));
  return seen.map((mark) => drawIncident(context, view, { mark, palette, sprites, size }));
}

function drawIncident(context, view, { mark, palette, sprites, size }) {
  const [x, y] = [view.x(mark.x), view.y(mark.y)];
  const key = `i|${mark.kind}|${mark.status}|${mark.level ?? ''}|${mark.overdue ? 1 : 0}|${size}`;
  sprites.put(
    context,
    sprites.get(key, size * 2, (pen) => picture(pen, mark, palette, size)),
    x,
    y,
  );
  return {
    kind: 'incident',
    id: mark.id,
    x,
    y,
    r: size / 2,
    red: mark.level === 'RED',
    label: mark.label ?? mark.number,
  };
}

function picture(pen, { kind, status, level, overdue }, palette, size) {
  const r = size / 2;
  const look = statusLook(status);
  drawCircle(pen, { r: r + 2 * (size / 20), fill: palette.land });
  RINGS[look.group](pen, palette, r, look.part);
  const ink = { new: palette.panel, done: palette['ink-3'], out: palette['ink-3'] }[look.group] ?? palette.ink;
  drawPath(pen, KIND_PATHS[kind] ?? KIND_PATHS.OTHER, {
    size: size * (look.group === 'new' ? 0.56 : 0.62),
    fill: ink,
  });
  if (look.group === 'out') drawSlash(pen, { r: r * 0.68, stroke: ink, casing: palette.raised, width: size / 13 });
  const badge = { size: size * 0.5, at: r * 0.9 };
  if (look.group === 'check' || look.group === 'unchecked') {
    drawTickBadge(pen, palette, { x: badge.at, y: badge.at, size: badge.size * 0.8 });
  }
  if (overdue) drawClockBadge(pen, palette, { x: -badge.at * 1.1, y: -badge.at, size: badge.size });
  if (level) drawLevelBadge(pen, palette, level, { x: badge.at * 1.1, y: -badge.at, size: badge.size * 1.2 });
}

const RINGS = {
  new(pen, palette, r) {
    drawCircle(pen, { r: r - 1, fill: palette.land, stroke: palette.ink, width: r / 7 });
    drawCircle(pen, { r: r * 0.76, fill: palette.ink });
  },
  hand(pen, palette, r, part) {
    drawCircle(pen, { r, fill: palette.raised });
    drawCircle(pen, { r: r - r / 10, stroke: palette.edge, width: r / 12 });
    drawCircle(pen, { r: r - r / 8, stroke: palette.ink, width: r / 4, part });
  },
  unchecked(pen, palette, r) {
    drawCircle(pen, { r, fill: palette.raised });
    pen.setLineDash([r / 3.2, r / 4]);
    drawCircle(pen, { r: r - r / 10, stroke: palette.ink, width: r / 5 });
    pen.setLineDash([]);
  },
  check(pen, palette, r) {
    drawCircle(pen, { r, fill: palette.raised });
    drawCircle(pen, { r: r - r / 10, stroke: palette.ink, width: r / 5 });
  },
  done(pen, palette, r) {
    drawCircle(pen, { r: r - 1, fill: palette.land, stroke: palette['ink-3'], width: r / 9 });
  },
  out(pen, palette, r) {
    RINGS.done(pen, palette, r);
  },
};
