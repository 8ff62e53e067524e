import { equal, test } from './check.js';
import { allowedMoves, forwardMove, moveByKey } from '../src/state/moves.js';
import { pointInside } from '../src/state/gridPoint.js';
import { lngLatOf } from '../src/state/lngLatText.js';
import { keyName } from '../src/dom/keys.js';

const move = (action, key, from, roles) => ({ action, key, from, roles, zh: action, en: action, to: null, needs: [] });
const MOVES = [
  move('accept', 'a', ['REPORTED'], ['DISPATCHER']),
  move('start', 's', ['ASSIGNED'], ['GRID_WORKER', 'HANDLER']),
  move('verify', 'v', ['HANDLED'], ['VERIFIER']),
  move('pause', 'p', ['REPORTED', 'ASSIGNED'], ['DISPATCHER']),
  move('resume', 'p', ['REPORTED', 'ASSIGNED'], ['DISPATCHER']),
  move('undo', 'z', ['REPORTED', 'ASSIGNED'], ['DISPATCHER']),
];
const allowed = (incident, session) =>
  allowedMoves(MOVES, { workers: [], paused: false, ...incident }, { roles: [], ...session }).map(
    (item) => item.action,
  );

test('state and role decide which moves are shown; undo has its own place', () => {
  equal(allowed({ status: 'REPORTED' }, { roles: ['DISPATCHER'] }), ['accept', 'pause']);
  equal(allowed({ status: 'REPORTED' }, { roles: ['LEADER'] }), []);
});

test('one key pauses and resumes, whichever is possible', () => {
  equal(allowed({ status: 'REPORTED', paused: true }, { roles: ['DISPATCHER'] }), ['accept', 'resume']);
});

test('a worker starts only what it was sent to', () => {
  const worker = { roles: ['GRID_WORKER'], workerId: 'w05' };
  equal(allowed({ status: 'ASSIGNED' }, worker), []);
  equal(allowed({ status: 'ASSIGNED', workers: [{ workerId: 'w05' }] }, worker), ['start']);
});

test('who handled does not verify', () => {
  const both = { roles: ['GRID_WORKER', 'VERIFIER'], workerId: 'w05' };
  equal(allowed({ status: 'HANDLED', workers: [{ workerId: 'w05' }] }, both), []);
});

test('the forward move and the move of a key are found', () => {
  equal(forwardMove(MOVES).action, 'accept');
  equal(moveByKey(MOVES, 's').action, 'start');
  equal(moveByKey(MOVES, 'q'), null);
});

test('a point inside is inside, also of a bent grid', () => {
  const bent = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [3, 4],
        [3, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  const [x, y] = pointInside(bent);
  equal((y < 1 && x > 0 && x < 4) || (x > 3 && x < 4 && y < 4), true);
});

test('longitude and latitude as people type them', () => {
  equal(lngLatOf('117.9012，35.8034'), { lng: 117.9012, lat: 35.8034 });
  equal(lngLatOf('117.9 35.8').lat, 35.8);
  equal([lngLatOf('somewhere'), lngLatOf('200, 10'), lngLatOf('')], [null, null, null]);
});

test('single keys belong to text fields first and can be switched off', () => {
  const press = (key, more = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    target: { matches: () => false },
    ...more,
  });
  const inField = { target: { matches: (selector) => selector.includes('textarea') } };
  equal(keyName(press('a'), true), 'a');
  equal(keyName(press('a'), false), null);
  equal(keyName(press('a', inField), true), null);
  equal(keyName(press('Escape', inField), false), 'Escape');
  equal(keyName(press('a', { ctrlKey: true }), true), null);
  equal(keyName(press('z', { ctrlKey: true }), false), 'z');
});
