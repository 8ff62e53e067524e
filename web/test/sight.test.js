import { bearingTo, holdsPlace, metresBetween } from '../src/geo/inside.js';
import { holds } from '../src/map/buildingShelf.js';
import { incidentsOf, sharesOf, sightsOf, unseen } from '../src/state/sight.js';
import { worthShowing } from '../src/state/pictures.js';
import { mayAskSight, maySeeCoverage } from '../src/state/watchers.js';
import { goalOf } from '../src/video/aiming.js';
import { equal, near, ok, test } from './check.js';

const square = (west, south, side) => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
];
const polygon = (...args) => ({ type: 'Polygon', coordinates: square(...args) });
const feature = (kind, areaShare, geometry) => ({ type: 'Feature', geometry, properties: { kind, areaShare } });
const coverage = {
  features: [
    feature('seen', 0.3, { type: 'MultiPolygon', coordinates: [square(117.9, 35.8, 0.01), square(117.95, 35.8, 0.01)] }),
    feature('offline', 0.1, polygon(117.95, 35.8, 0.01)),
  ],
};
const at = (id, lng, lat) => ({ id, lng, lat });

test('a place lies in a polygon but not in its hole, nor beside it', () => {
  const ring = { type: 'Polygon', coordinates: [...square(0, 0, 10), ...square(4, 4, 2)] };
  ok(holdsPlace(ring, 1, 1));
  ok(!holdsPlace(ring, 5, 5));
  ok(!holdsPlace(ring, 11, 5));
  ok(!holdsPlace(null, 1, 1) && !holdsPlace({ type: 'Point', coordinates: [1, 1] }, 1, 1));
});

test('bearings go clockwise from north and metres are those of the township', () => {
  const from = { lng: 117.91, lat: 35.81 };
  near(bearingTo(from, { lng: 117.91, lat: 35.82 }), 0, 0.01);
  near(bearingTo(from, { lng: 117.92, lat: 35.81 }), 90, 0.01);
  near(bearingTo(from, { lng: 117.9, lat: 35.81 }), 270, 0.01);
  near(metresBetween(from, { lng: 117.91, lat: 35.8109 }), 100, 0.2);
});

test('of a ranking only cameras that see the place are listed, four at most, also those that must turn', () => {
  const sight = (cameraId, reason, distanceMetres) => ({ cameraId, reason, distanceMetres });
  const five = ['a', 'b', 'c', 'd', 'e'].map((id, i) => sight(id, i === 1 ? 'ptzReach' : 'inView', i));
  equal(sightsOf([...five, sight('f', 'occluded', 1)]).seeing.map((one) => one.cameraId), ['a', 'b', 'c', 'd']);
  equal(sightsOf(five).nearest, null);
  const none = sightsOf([sight('x', 'outOfRange', 900), sight('y', 'turnedAway', 40)]);
  equal(none.seeing, []);
  equal(none.nearest.cameraId, 'y');
  equal(sightsOf([]), { seeing: [], nearest: null });
});

test('a camera has to do with what lies in its view, and a head with what it can turn to', () => {
  const view = polygon(117.91, 35.81, 0.001);
  const incidents = [at('far', 117.99, 35.81), at('in', 117.9105, 35.8105), at('near', 117.9095, 35.81), at('nowhere', null, null)];
  const fixed = { lng: 117.91, lat: 35.81, kind: 'FIXED', rangeMetres: 80 };
  equal(incidentsOf(fixed, view, incidents).map(({ incident, inView }) => [incident.id, inView]), [['in', true]]);
  equal(
    incidentsOf({ ...fixed, kind: 'PTZ' }, view, incidents).map(({ incident, inView }) => [incident.id, inView]),
    [
      ['in', true],
      ['near', false],
    ],
  );
  equal(incidentsOf({ ...fixed, lng: null, lat: null, kind: 'PTZ' }, null, incidents), []);
});

test('the shares of the coverage make one whole', () => {
  const { watched, offline, blind } = sharesOf(coverage);
  near(watched, 0.2, 1e-9);
  near(offline, 0.1, 1e-9);
  near(watched + offline + blind, 1, 1e-9);
  equal(sharesOf({ features: [] }), { watched: 0, offline: 0, blind: 1 });
});

test('blind is what no camera looks at; what only an offline one sees is not', () => {
  const things = [at('seen', 117.905, 35.805), at('dark', 117.955, 35.805), at('blind', 117.93, 35.805), at('lost', null, null)];
  equal(unseen(coverage, things).map(({ id }) => id), ['blind']);
});

test('houses are asked for again only when the view leaves what is known', () => {
  ok(holds([0, 0, 10, 10], [1, 1, 9, 9]));
  ok(!holds([0, 0, 10, 10], [1, 1, 11, 9]));
});

test('a camera that can turn is shown beside an incident, and told where to turn', () => {
  const sight = { inView: false, reason: 'ptzReach', online: true, playable: true };
  equal(worthShowing([sight, { ...sight, reason: 'turnedAway' }, { ...sight, online: false }], 4), [sight]);
  const head = { kind: 'PTZ' };
  equal(goalOf({ camera: head, purpose: { incidentId: 'i1' } }), { incidentId: 'i1' });
  equal(goalOf({ camera: head, purpose: {}, place: { lng: 1, lat: 2 } }), { location: { type: 'Point', coordinates: [1, 2] } });
  equal(goalOf({ camera: head, purpose: {} }), null);
  equal(goalOf({ camera: { kind: 'FIXED' }, purpose: { incidentId: 'i1' } }), null);
});

test('a wall screen asks nothing, a map editor sees the coverage only', () => {
  ok(!mayAskSight({ roles: ['SCREEN'] }) && !maySeeCoverage({ roles: ['SCREEN'] }));
  ok(!mayAskSight({ roles: ['GIS_EDITOR'] }) && maySeeCoverage({ roles: ['GIS_EDITOR'] }));
  ok(mayAskSight({ roles: ['SCREEN', 'DISPATCHER'] }));
});
