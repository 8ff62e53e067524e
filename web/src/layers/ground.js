/**
 * The base map from the product's own layers: land, green, water, roads, grids, villages, outline. Over a customer's
 * raster only outline and villages are drawn.
 */
import { sharedBorders } from '../geo/borders.js';
import { stretchesIn } from '../geo/inSight.js';
import { areaOf, boxesMeet, boxOf, labelPoint, shapesOf } from '../geo/shapes.js';

/** Below it a house is no more than a dot. */
const BUILDINGS_FROM = 14.9;
const AREAS = ['green', 'water', 'roads', 'villages', 'naturalVillages', 'outline'];

/**
 * @typedef {Record<string, import('../geo/shapes.js').Shape[]>} Ground shapes by layer; `gridBorders` and
 *   `villageBorders` hold one shape each, with every stretch of border once
 *
 * @param {Record<string, object|null|undefined>} baseMap of /api/base-map, all parts may be missing
 * @param {object|null|undefined} grids of /api/grids
 * @param {(lng: number, lat: number) => {x: number, y: number}} project
 * @returns {Ground} shapes by layer; areas carry `area` and `middle` for their labels
 */
export function groundOf(baseMap, grids, project) {
  const ground = Object.fromEntries(AREAS.map((name) => [name, shapesOf(baseMap?.[name], project)]));
  ground.grids = shapesOf(grids, project);
  for (const shape of Object.values(ground).flat()) {
    shape.area = shape.kind === 'area' ? areaOf(shape) : 0;
    shape.middle = labelPoint(shape);
  }
  ground.gridBorders = bordersOf(ground.grids);
  ground.villageBorders = bordersOf(ground.villages);
  return ground;
}

function bordersOf(shapes) {
  const lines = sharedBorders(shapes);
  return [{ lines, box: boxOf(lines), properties: {}, kind: 'line' }];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{ground: Ground, palette: Record<string, string>, overRaster: boolean, grids: boolean, gridsFrom?: number, buildings?: import('../geo/shapes.js').Shape[]}} what
 *   gridsFrom: the level from which grid borders are drawn
 */
export function drawGround(context, view, { ground, palette, overRaster, grids, gridsFrom = 12.9, buildings = [] }) {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (!overRaster) {
    area(context, view, ground.outline, palette.land);
    area(context, view, ground.green, palette['map-green']);
    water(context, view, ground.water, palette);
    if (view.level >= BUILDINGS_FROM) area(context, view, buildings, palette['map-building']);
    roads(context, view, ground.roads, palette);
  }
  if (grids && view.level >= gridsFrom) {
    stroke(context, view, ground.gridBorders, palette['map-grid'], between(view, 0.5, 1));
  }
  context.setLineDash([8 * view.scale, 4 * view.scale]);
  stroke(context, view, ground.villageBorders, palette['map-village'], between(view, 1, 2));
  context.setLineDash([]);
  stroke(context, view, ground.outline, palette['map-outline'], between(view, 2, 3));
}

// widths grow evenly from zoom 12 to zoom 16
function between(view, at12, at16) {
  const share = Math.max(0, Math.min(1, (view.level - 12) / 4));
  return (at12 + (at16 - at12) * share) * view.scale;
}

function trace(context, view, shapes) {
  context.beginPath();
  for (const shape of shapes) {
    if (!boxesMeet(shape.box, view.box)) continue;
    for (const line of shape.lines) {
      context.moveTo(view.x(line[0]), view.y(line[1]));
      for (let i = 2; i < line.length; i += 2) context.lineTo(view.x(line[i]), view.y(line[i + 1]));
      if (shape.kind === 'area') context.closePath();
    }
  }
}

// close up a border is a hundred screens long, and dashing what nobody sees would cost most of a frame
function traceInSight(context, view, shapes, width) {
  const margin = ((view.box[2] - view.box[0]) / view.width) * width;
  const box = [view.box[0] - margin, view.box[1] - margin, view.box[2] + margin, view.box[3] + margin];
  context.beginPath();
  for (const shape of shapes) {
    if (!boxesMeet(shape.box, box)) continue;
    for (const line of shape.lines) {
      for (const [first, last] of stretchesIn(line, box)) traceFrom(context, view, line, first, last);
    }
  }
}

function traceFrom(context, view, line, first, last) {
  context.moveTo(view.x(line[first]), view.y(line[first + 1]));
  for (let i = first + 2; i <= last; i += 2) context.lineTo(view.x(line[i]), view.y(line[i + 1]));
}

function area(context, view, shapes, colour) {
  trace(context, view, shapes);
  context.fillStyle = colour;
  context.fill('evenodd');
}

function stroke(context, view, shapes, colour, width) {
  if (width <= 0) return;
  traceInSight(context, view, shapes, width);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

function water(context, view, shapes, palette) {
  area(
    context,
    view,
    shapes.filter((shape) => shape.kind === 'area'),
    palette['map-water'],
  );
  stroke(
    context,
    view,
    shapes.filter((shape) => shape.kind === 'line'),
    palette['map-water'],
    between(view, 1.5, 5),
  );
}

function roads(context, view, shapes, palette) {
  const main = shapes.filter((shape) => shape.properties.class === 'main');
  const minor = shapes.filter((shape) => shape.properties.class !== 'main');
  if (view.level > 12)
    stroke(context, view, minor, palette['map-road-minor'], Math.max(0.5 * view.scale, between(view, 0, 4)));
  const wide = between(view, 1.5, 8);
  stroke(context, view, main, palette['map-road-case'], wide + 2 * view.scale);
  stroke(context, view, main, palette['map-road-main'], wide);
}
