import { equal, ok, test } from './check.js';
import { clusterAt } from '../src/geo/clusters.js';
import { sharedBorders } from '../src/geo/borders.js';
import { placeLabels } from '../src/geo/labelBoxes.js';
import { areaOf, boxesMeet, labelPoint, shapesOf } from '../src/geo/shapes.js';
import { displayOf } from '../src/geo/display.js';

function random(seed) {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

function cloud(n, seed = 7) {
  const next = random(seed);
  const levels = ['RED', 'YELLOW', 'BLUE', null];
  return Array.from({ length: n }, (_, i) => ({
    id: String(i),
    x: 0.8275 + next() * next() * 0.0005,
    y: 0.39 + next() * 0.0005,
    level: levels[Math.floor(next() * 12)] ?? null,
  }));
}

function total({ pills, singles }) {
  return pills.reduce((sum, pill) => sum + pill.count, 0) + singles.length;
}

test('sums of pills and singles equal the count at every zoom', () => {
  const points = cloud(5000);
  for (let zoom = 8; zoom <= 19; zoom += 0.5) {
    const found = clusterAt(points, zoom, { keep: zoom < 13 ? 1 : 5 });
    equal(total(found), 5000, `zoom ${zoom}`);
    const ids = new Set([...found.singles, ...found.pills.flatMap((pill) => pill.members)].map((point) => point.id));
    equal(ids.size, 5000, `each once at zoom ${zoom}`);
  }
});

test('pills count their levels', () => {
  const points = cloud(3000);
  const reds = points.filter((point) => point.level === 'RED').length;
  const { pills, singles } = clusterAt(points, 12);
  const inPills = pills.reduce((sum, pill) => sum + pill.levels.RED, 0);
  equal(inPills + singles.filter((point) => point.level === 'RED').length, reds);
  for (const pill of pills)
    equal(
      Object.values(pill.levels).reduce((a, b) => a + b),
      pill.count,
    );
});

test('equal points stay one pill at every zoom and few of them stay singles', () => {
  const many = Array.from({ length: 9 }, (_, i) => ({ id: String(i), x: 0.8, y: 0.4, level: null }));
  const found = clusterAt(many, 19, { keep: 5 });
  equal(found.pills.length, 1);
  equal(found.pills[0].box, [0.8, 0.4, 0.8, 0.4]);
  equal(clusterAt(many.slice(0, 4), 19, { keep: 5 }).singles.length, 4);
});

test('two crowds across a cell border become one pill', () => {
  const edge = 64 / (256 * 2 ** 12);
  const at = edge * 1000;
  const points = Array.from({ length: 20 }, (_, i) => ({
    id: String(i),
    x: at + (i % 2 ? 1 : -1) * edge * 0.05,
    y: 0.4,
    level: null,
  }));
  equal(clusterAt(points, 12).pills.length, 1);
});

test('does not depend on the order of the points beyond the order of members', () => {
  const points = cloud(800);
  const there = clusterAt(points, 13, { keep: 3 }).pills.map((pill) => [pill.count, pill.levels]);
  const back = clusterAt([...points].reverse(), 13, { keep: 3 }).pills.map((pill) => [pill.count, pill.levels]);
  equal(there, back);
});

test('empty stays empty', () => {
  equal(clusterAt([], 12), { pills: [], singles: [] });
});

const project = displayOf('wgs84').project;
const square = (w, s, e, n, properties = {}) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  },
});

test('shapes read every kind of geometry and leave out the empty', () => {
  const collection = {
    type: 'FeatureCollection',
    features: [
      square(1, 1, 2, 2),
      { type: 'Feature', geometry: null, properties: {} },
      { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: null },
      {
        type: 'Feature',
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [0, 0],
              [1, 1],
            ],
            [
              [2, 2],
              [3, 3],
            ],
          ],
        },
        properties: {},
      },
    ],
  };
  equal(
    shapesOf(collection, project).map((shape) => [shape.kind, shape.lines.length]),
    [
      ['area', 1],
      ['point', 1],
      ['line', 2],
    ],
  );
  equal(shapesOf(null, project), []);
});

test('label points lie inside, larger areas are larger', () => {
  const bay = {
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [3, 0],
          [3, 3],
          [2, 3],
          [2, 1],
          [1, 1],
          [1, 3],
          [0, 3],
          [0, 0],
        ],
      ],
    },
  };
  const [shape] = shapesOf(bay, (lng, lat) => ({ x: lng, y: -lat }));
  const { x, y } = labelPoint(shape);
  ok(!(x > 1 && x < 2 && -y > 1), `inside the bay: ${x}, ${y}`);
  ok(areaOf(shapesOf(square(0, 0, 2, 2), project)[0]) > areaOf(shapesOf(square(0, 0, 1, 1), project)[0]));
  ok(boxesMeet([0, 0, 2, 2], [1, 1, 3, 3]) && !boxesMeet([0, 0, 1, 1], [2, 2, 3, 3]));
});

test('labels never overlap, the larger area wins, blocked boxes stay free', () => {
  const label = (key, area, x, y, rank = 1) => ({ key, rank, area, x, y, width: 40, height: 16 });
  const placed = placeLabels(
    [label('b', 1, 10, 10), label('a', 5, 20, 12), label('c', 9, 200, 200), label('d', 1, 300, 10)],
    [[180, 190, 220, 210]],
  );
  equal(
    placed.map((one) => one.key),
    ['a', 'd'],
  );
  equal(
    placeLabels(
      Array.from({ length: 90 }, (_, i) => label(`k${i}`, 1, i * 50, 0)),
      [],
    ).length,
    60,
  );
});

test('what is picked on a shifted raster comes back true', () => {
  const display = displayOf('gcj02');
  const { x, y } = display.project(117.9, 35.8);
  const plain = displayOf('wgs84').project(117.9, 35.8);
  ok(Math.abs(x - plain.x) > 1e-6);
  const back = display.unproject(x, y);
  ok(Math.abs(back.lng - 117.9) < 1e-9 && Math.abs(back.lat - 35.8) < 1e-9);
});

test('a border between two neighbours is kept once', () => {
  const flat = (lng, lat) => ({ x: lng, y: lat });
  const pair = { type: 'FeatureCollection', features: [square(0, 0, 1, 1), square(1, 0, 2, 1)] };
  const lines = sharedBorders(shapesOf(pair, flat));
  const length = lines.reduce((sum, line) => {
    for (let i = 0; i + 3 < line.length; i += 2) sum += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
    return sum;
  }, 0);
  equal([lines.length, length], [3, 7]);
  equal(
    sharedBorders(shapesOf(square(0, 0, 1, 1), flat)).map((line) => line.length),
    [10],
  );
});
