import { equal, ok, test } from './check.js';
import { apply, NOTHING, replace } from '../src/state/versions.js';
import * as incidents from '../src/state/incidents.js';
import { apply as place, fresh, NO_POSITIONS } from '../src/state/positions.js';
import * as cameraStatus from '../src/state/cameraStatus.js';
import { differences } from '../src/state/differences.js';
import { selectionOf, selectionText } from '../src/state/selection.js';
import { secondsToUndo, undoable, undoState } from '../src/state/undo.js';

const entry = (id, version, more = {}) => ({ id, version, value: { id, version, ...more } });
const body = (id, version, status = 'REPORTED') =>
  incidents.incidentOf({ id, version, status, occurredAt: '2026-03-05T09:00:00+08:00' });

test('an older version is dropped and a repeated one changes nothing', () => {
  const one = apply(NOTHING, [entry('a', 3)]);
  equal(apply(one, [entry('a', 2)]) === one, true);
  equal(apply(one, [entry('a', 3)]) === one, true);
  equal(apply(one, [entry('a', 4)]).byId.get('a').version, 4);
});

test('a null value takes the entry away, but not a newer one', () => {
  const one = apply(NOTHING, [entry('a', 3)]);
  equal(apply(one, [{ id: 'a', version: 3, value: null }]).byId.size, 0);
  equal(apply(one, [{ id: 'a', version: 2, value: null }]).byId.size, 1);
});

test('several changes of one id in a batch end in the newest', () => {
  const state = apply(NOTHING, [entry('a', 1), entry('a', 3), entry('a', 2)]);
  equal(state.byId.get('a').version, 3);
  equal(state.touched, ['a']);
});

test('the state before a change stays as it was', () => {
  const one = apply(NOTHING, [entry('a', 1)]);
  apply(one, [entry('b', 1)]);
  equal(one.byId.size, 1);
});

test('a snapshot keeps what is already known in a newer version and drops what is gone', () => {
  const one = apply(NOTHING, [entry('a', 5), entry('b', 1)]);
  const two = replace(one, [{ id: 'a', version: 4 }]);
  equal(two.byId.get('a').version, 5);
  equal(two.byId.has('b'), false);
  equal(two.touched, null);
});

test('ended incidents stay for a while and then go, oldest first', () => {
  let state = incidents.NO_INCIDENTS;
  for (let i = 0; i < 450; i++) {
    const value = body(`i${i}`, 1, 'CLOSED');
    state = incidents.apply(state, [{ id: value.id, version: 1, value }]);
  }
  equal(state.byId.size, 400);
  ok(!state.byId.has('i0') && state.byId.has('i449'));
});

test('an incident is the same from a list body and from a feature', () => {
  const plain = { id: 'x', version: 1, status: 'REPORTED', occurredAt: '2026-03-05T09:00:00Z', dueAt: null };
  const point = { type: 'Point', coordinates: [117.9, 35.8] };
  const fromList = incidents.incidentOf({ ...plain, location: point });
  const fromFeature = incidents.incidentOf({ type: 'Feature', geometry: point, properties: plain });
  equal([fromList.lng, fromList.lat, fromList.due], [fromFeature.lng, fromFeature.lat, fromFeature.due]);
});

test('people say the last digits of a number', () => {
  equal(incidents.shortNumber({ number: '2026-000123' }), '0123');
  equal(incidents.shortNumber({ number: '2026-123456' }), '123456');
});

test('an old position is never offered as a fresh one', () => {
  const state = place(
    NO_POSITIONS,
    [
      ['w1', 117.9, 35.8, 10],
      ['w2', 117.9, 35.8, 4000],
    ],
    5_000_000,
  );
  equal(
    fresh(state, 5_000_000, 1800).map((worker) => [worker.id, worker.ageSeconds]),
    [['w1', 10]],
  );
  equal(fresh(state, 7_000_000, 1800).length, 0);
});

test('a late report of an older position does not move a worker back', () => {
  const state = place(NO_POSITIONS, [['w1', 2, 2, 1]], 100_000);
  equal(place(state, [['w1', 1, 1, 60]], 100_500).byId.get('w1').lng, 2);
});

test('differences name each field that changed', () => {
  const before = { status: 'ACCEPTED', title: 'a', workers: [], dueAt: null };
  const after = { status: 'ASSIGNED', title: 'a', workers: [{ workerId: 'w05', name: 'x' }] };
  equal(
    differences(before, after).map((row) => row.field),
    ['status', 'workers'],
  );
});

test('a selection survives the way through a link', () => {
  equal(selectionText(selectionOf('i:018f-1')), 'i:018f-1');
  equal(selectionOf('x:1'), null);
  equal(selectionOf(null), null);
});

test('undo ends after ten seconds or when somebody went on', () => {
  const undo = undoable({ id: 'a', number: '1', version: 4 }, 'accept', 1_000);
  equal(undoState(undo, { version: 4 }, 10_999), 'possible');
  equal(undoState(undo, { version: 4 }, 11_000), 'late');
  equal(undoState(undo, { version: 5 }, 2_000), 'overtaken');
  equal(secondsToUndo(undo, 1_500), 10);
});

test('the latest status of a camera wins, and nothing new changes nothing', () => {
  const known = cameraStatus.apply(cameraStatus.NO_STATUS, [
    ['gate', 'OFFLINE', 1],
    ['gate', 'ONLINE', 1],
  ]);
  equal(known.get('gate').status, 'ONLINE');
  equal(cameraStatus.apply(known, [['gate', 'ONLINE', 1]]) === known, true);
  const cameras = [
    { id: 'gate', status: 'NEVER_CONNECTED', name: 'gate' },
    { id: 'mill', status: 'OFFLINE', name: 'mill' },
  ];
  const shown = cameraStatus.withStatus(cameras, known);
  equal(shown[0].status, 'ONLINE');
  equal(shown[0].name, 'gate');
  equal(shown[1] === cameras[1], true);
  equal(cameraStatus.withStatus(shown, known) === shown, true);
});

test('a camera that moves is shown where it is told to be', () => {
  const told = cameraStatus.apply(cameraStatus.NO_STATUS, [['car', 'ONLINE', 1, 117.9, 35.8]]);
  const cameras = [{ id: 'car', status: 'ONLINE', version: 1, lng: 117.8, lat: 35.8 }];
  const shown = cameraStatus.withStatus(cameras, told);
  equal([shown[0].lng, shown[0].lat], [117.9, 35.8]);
  equal(cameraStatus.withStatus(shown, told) === shown, true);
});

test('new and changed cameras are asked for, each version once, and thousands as one list', () => {
  const told = cameraStatus.apply(cameraStatus.NO_STATUS, [
    ['gate', 'ONLINE', 1],
    ['mill', 'ONLINE', 2],
    ['pond', 'OFFLINE', 0],
  ]);
  const cameras = [
    { id: 'gate', version: 1 },
    { id: 'mill', version: 1 },
  ];
  equal(cameraStatus.outdated(cameras, told, new Map()), ['mill', 'pond']);
  equal(cameraStatus.outdated(cameras, told, new Map([['mill', 2]])), ['pond']);
  const all = cameraStatus.merged(cameras, [
    { id: 'mill', version: 2 },
    { id: 'pond', version: 0 },
  ]);
  equal(
    all.map(({ id, version }) => `${id} ${version}`),
    ['gate 1', 'mill 2', 'pond 0'],
  );
  equal(cameraStatus.outdated(all, told, new Map()), []);
  equal(cameraStatus.askedAs(['a', 'b']), ['a', 'b']);
  equal(
    cameraStatus.askedAs(Array.from({ length: 5_000 }, (_, i) => `c${i}`)),
    null,
  );
});
