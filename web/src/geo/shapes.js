/**
 * GeoJSON as flat rings in the unit world, ready to be drawn many times a second: one projection at intake, then only
 * a multiplication per corner.
 *
 * @typedef {{lines: Float64Array[], box: number[], properties: Record<string, any>, kind: 'point'|'line'|'area'}} Shape
 */
const KINDS = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'area',
  MultiPolygon: 'area',
};
const DEPTHS = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };

/**
 * @param {object|null|undefined} collection FeatureCollection, Feature, or nothing
 * @param {(lng: number, lat: number) => {x: number, y: number}} project
 * @returns {Shape[]} features without a geometry are left out
 */
export function shapesOf(collection, project) {
  const features = collection?.features ?? (collection?.geometry ? [collection] : []);
  return features.filter((feature) => feature.geometry?.type in KINDS).map((feature) => shapeOf(feature, project));
}

function shapeOf({ geometry, properties }, project) {
  const lines = linesOf(geometry).map((line) => flat(line, project));
  return { lines, box: boxOf(lines), properties: properties ?? {}, kind: KINDS[geometry.type] };
}

function linesOf({ type, coordinates }) {
  const depth = DEPTHS[type];
  if (depth === 0) return [[coordinates]];
  return depth === 1 ? [coordinates] : coordinates.flat(depth - 2);
}

function flat(line, project) {
  const out = new Float64Array(line.length * 2);
  line.forEach(([lng, lat], i) => {
    const { x, y } = project(lng, lat);
    out[2 * i] = x;
    out[2 * i + 1] = y;
  });
  return out;
}

/**
 * @param {readonly Float64Array[]} lines
 * @returns {number[]} west, north, east, south in the unit world (y grows to the south)
 */
export function boxOf(lines) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]);
      box[1] = Math.min(box[1], line[i + 1]);
      box[2] = Math.max(box[2], line[i]);
      box[3] = Math.max(box[3], line[i + 1]);
    }
  }
  return box;
}

/** @param {number[]} a @param {number[]} b @returns {boolean} true when the boxes touch */
export function boxesMeet(a, b) {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** @param {Shape} shape @returns {number} area in the unit world, holes not taken off: only for ordering */
export function areaOf(shape) {
  return Math.max(0, ...shape.lines.map((line) => Math.abs(ringArea(line))));
}

function ringArea(line) {
  let sum = 0;
  for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) {
    sum += (line[j] - line[i]) * (line[j + 1] + line[i + 1]);
  }
  return sum / 2;
}

/**
 * A point well inside an area: the middle of the widest inner stretch of a few horizontal cuts, so it never falls
 * into a bay as a centroid does.
 *
 * @param {Shape} shape
 * @returns {{x: number, y: number}}
 */
export function labelPoint(shape) {
  const [west, north, east, south] = shape.box;
  if (shape.kind !== 'area') return { x: (west + east) / 2, y: (north + south) / 2 };
  const height = south - north;
  let best = { x: (west + east) / 2, y: (north + south) / 2, score: -1 };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = north + height * share;
    const cuts = cutsAt(shape.lines, y);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const score = (cuts[i + 1] - cuts[i]) * (1 - Math.abs(share - 0.5));
      if (score > best.score) best = { x: (cuts[i] + cuts[i + 1]) / 2, y, score };
    }
  }
  return { x: best.x, y: best.y };
}

function cutsAt(lines, y) {
  const cuts = [];
  for (const line of lines) {
    for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) {
      const [y1, y2] = [line[j + 1], line[i + 1]];
      if (y1 > y !== y2 > y) cuts.push(line[j] + ((y - y1) / (y2 - y1)) * (line[i] - line[j]));
    }
  }
  return cuts.sort((a, b) => a - b);
}
