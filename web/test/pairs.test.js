import { fitBox, pixelAt } from '../src/geo/fitBox.js';
import { choosing, complete, NO_PAIRS, nudged, pairsOf, resized, undone, without, withPixel, withPlace } from '../src/state/pairs.js';
import { readReport, reportLink } from '../src/state/reportUrl.js';
import { bordersInPicture, thingsInPicture } from '../src/state/pictureThings.js';
import { equal, near, ok, test } from './check.js';

const A = { x: 10, y: 20 };
const HERE = { lng: 117.9, lat: 35.8 };
const FRAME = { width: 100, height: 50 };

test('a spot and then its place make a pair, and the other way round', () => {
  equal(complete(withPixel(NO_PAIRS, A)), []);
  equal(complete(withPlace(withPixel(NO_PAIRS, A), HERE)), [{ index: 0, ...A, ...HERE }]);
  equal(complete(withPixel(withPlace(NO_PAIRS, HERE), A)), [{ index: 0, ...A, ...HERE }]);
});

test('a second click on the same side corrects the first', () => {
  const state = withPixel(withPixel(NO_PAIRS, A), { x: 30, y: 40 });
  equal(state.pairs.length, 1);
  equal(complete(withPlace(state, HERE))[0].x, 30);
});

test('a click after a whole pair begins the next one', () => {
  const state = withPixel(withPlace(withPixel(NO_PAIRS, A), HERE), { x: 5, y: 5 });
  equal(state.pairs.length, 2);
  equal(state.chosen, 1);
});

test('every change can be undone, choosing is none', () => {
  const one = withPixel(NO_PAIRS, A);
  const two = choosing(without(withPlace(one, HERE), 0), null);
  equal(two.pairs, []);
  equal(undone(two).pairs.length, 1);
  equal(undone(undone(undone(two))).pairs, []);
  equal(undone(NO_PAIRS), NO_PAIRS);
  equal(choosing(one, 0).past, one.past);
});

test('a nudge stays in the picture and needs a spot', () => {
  const state = withPixel(NO_PAIRS, { x: 99.5, y: 1 });
  equal(nudged(state, 0, [1, -10], FRAME).pairs[0], { x: 100, y: 0, lng: null, lat: null });
  const bare = withPlace(NO_PAIRS, HERE);
  equal(nudged(bare, 0, [1, 0], FRAME), bare);
});

test('what the server has needs no undoing, and fits another size of the picture', () => {
  const state = pairsOf([{ ...A, ...HERE, residualMetres: 3 }]);
  equal(state.past, []);
  equal(complete(state), [{ index: 0, ...A, ...HERE }]);
  equal(resized([{ ...A, ...HERE }], FRAME, { width: 200, height: 100 })[0], { x: 20, y: 40, ...HERE });
});

test('a picture lies amid its box, and beside it there is no pixel', () => {
  const rect = fitBox({ width: 200, height: 200 }, FRAME);
  equal(rect, { x: 0, y: 50, width: 200, height: 100 });
  equal(pixelAt({ x: 100, y: 100 }, rect, FRAME), { x: 50, y: 25 });
  equal(pixelAt({ x: 100, y: 40 }, rect, FRAME), null);
});

test('a place seen on a picture goes to the console and is read there', () => {
  const link = reportLink({ lng: 117.9012345, lat: 35.8, accuracyMetres: 3.21, camera: '村口 & 桥' });
  ok(link.startsWith('/?report=117.901235,35.800000,3.2&seenBy='));
  equal(readReport(link.slice(1)), { lng: 117.901235, lat: 35.8, accuracyMetres: 3.2, camera: '村口 & 桥' });
  equal(readReport('?report=1,2'), null);
  equal(readReport('?report=1,99,3'), null);
  equal(readReport(''), null);
});

const GROUND = {
  ...FRAME,
  pixelOf: ({ lng, lat }) => (lat < 0 ? null : { x: lng, y: lat }),
  linesOf: (line) => [line.map(([x, y]) => ({ x, y }))],
};

test('open incidents and risk points within the picture are shown, ended ones and those behind are not', () => {
  const incident = (id, status, lng, lat) => ({ id, status, lng, lat, number: '2026-000123', due: Infinity });
  const things = thingsInPicture(GROUND, {
    incidents: [
      incident('a', 'REPORTED', 10, 10),
      incident('b', 'CLOSED', 10, 10),
      incident('c', 'REPORTED', 10, -1),
      incident('d', 'REPORTED', 300, 10),
      incident('e', 'REPORTED', null, null),
    ],
    riskPoints: [{ id: 'r', lng: 50, lat: 25 }],
    now: 0,
  });
  equal(things.incidents.map(({ id }) => id), ['a']);
  near(things.incidents[0].x, 10, 0);
  equal(things.riskPoints.map(({ id }) => id), ['r']);
});

test('borders are those of every ring', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [0, 0],
  ];
  const grids = [
    { geometry: { type: 'Polygon', coordinates: [ring] } },
    { geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] } },
    { geometry: null },
  ];
  equal(bordersInPicture(GROUND, grids).length, 4);
});
