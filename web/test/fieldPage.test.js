import { equal, ok, test } from './check.js';
import { atServerTime, fixOf } from '../src/field/finder.js';
import { GENERAL, GUIDANCE } from '../src/field/guidance.js';
import { mapAddress } from '../src/field/routeLinks.js';
import { missingIn, newDraft, reportBody, reportEntries } from '../src/state/fieldDraft.js';
import { entryOf, openOrders, stepsOf, withOutbox } from '../src/state/fieldTasks.js';

const AT = Date.parse('2026-03-05T06:00:00Z');
const order = (more = {}) => ({
  id: 'o1',
  incidentId: 'c1',
  status: 'OPEN',
  lead: true,
  dueAt: null,
  createdAt: '2026-03-05T05:00:00Z',
  acceptedAt: null,
  onTheWayAt: null,
  version: 2,
  incident: { status: 'ASSIGNED', version: 4, number: '2026-000123', title: 'lamp' },
  ...more,
});
const act = { at: AT, key: 'k', words: 'done' };
const waiting = (entry) => ({ ...entry, state: 'WAITING' });

test('a report says what, where and when, and a first line makes its title', () => {
  const draft = { ...newDraft({ id: 'd', key: 'k', kind: 'HAZARD', at: '2026-03-05T06:00:00.000Z' }), text: 'lamp\nleans' };
  equal(missingIn(draft), 'place');
  const placed = { ...draft, place: { lng: 117.9, lat: 35.8, accuracy: 5, by: 'DEVICE' }, photos: ['p'] };
  equal(missingIn(placed), null);
  const body = reportBody(placed, { roles: ['GRID_WORKER'] }, 'Hazard Lichun');
  equal(body, {
    id: 'd',
    kind: 'HAZARD',
    title: 'lamp',
    description: 'lamp\nleans',
    location: { type: 'Point', coordinates: [117.9, 35.8] },
    occurredAt: '2026-03-05T06:00:00.000Z',
    source: 'GRID_PATROL',
  });
  equal(
    reportEntries(placed, body, AT).map(({ kind, caseId, photoId }) => [kind, caseId, photoId ?? null]),
    [
      ['REPORT', 'd', null],
      ['PHOTO', 'd', 'p'],
    ],
  );
});

test('a photo alone is enough; the kind and the grid make the title; a category belongs to disputes', () => {
  const draft = { ...newDraft({ id: 'd', key: 'k', kind: 'HAZARD', at: '' }), gridCode: '990001101201001', category: 'B02' };
  const body = reportBody(draft, { roles: ['WINDOW_CLERK'] }, 'Hazard Lichun');
  equal([body.title, body.gridCode, body.source, body.category ?? null], ['Hazard Lichun', draft.gridCode, 'WINDOW', null]);
  equal(reportBody({ ...draft, kind: 'DISPUTE' }, { roles: [] }, '').category, 'B02');
});

test('the steps of an order follow what has been done, sent or not', () => {
  equal(stepsOf(order()), ['ACCEPTED', 'ON_THE_WAY', 'start', 'return']);
  const accepted = withOutbox(order(), [waiting(entryOf(order(), 'ACCEPTED', act))]);
  equal([stepsOf(accepted), accepted.waiting], [['ON_THE_WAY', 'start', 'return'], ['ACCEPTED']]);
  const started = withOutbox(accepted, [waiting(entryOf(accepted, 'start', act))]);
  equal([started.status, started.incident.status, stepsOf(started)], ['UNDER_WAY', 'HANDLING', ['handle', 'return']]);
  const parked = withOutbox(order(), [{ ...entryOf(order(), 'start', act), state: 'PARKED' }]);
  equal(parked.status, 'OPEN', 'a refused step has not been done');
});

test('a step names the version it was made upon, and how the case was known', () => {
  const handle = entryOf(order({ status: 'UNDER_WAY' }), 'handle', act);
  equal(handle.path, '/api/incidents/c1/actions');
  equal(handle.body, { action: 'handle', version: 4, deviceAt: '2026-03-05T06:00:00.000Z', result: 'done' });
  equal([handle.versionOf, handle.base], ['incident c1', { status: 'ASSIGNED' }]);
  equal(entryOf(order(), 'return', act).path, '/api/incidents/c1/actions');
  equal(entryOf(order({ lead: false }), 'return', act).path, '/api/orders/o1/decline');
});

test('what is under way stands first, then what is due first; ended orders are gone', () => {
  const late = order({ id: 'late', dueAt: '2026-03-06T06:00:00Z' });
  const soon = order({ id: 'soon', dueAt: '2026-03-05T07:00:00Z' });
  const now = order({ id: 'now', status: 'UNDER_WAY' });
  const done = order({ id: 'done', status: 'DONE' });
  equal(
    openOrders([late, done, soon, now]).map(({ id }) => id),
    ['now', 'soon', 'late'],
  );
});

test('a fix is as old as it is, by the clock of the server', () => {
  const coords = { longitude: 117.9, latitude: 35.8, accuracy: 5 };
  const fixed = (timestamp) => fixOf({ coords, timestamp }, AT).at;
  equal([AT - 25_000, AT + 5_000, 0].map(fixed), [AT - 25_000, AT, AT]);
  const clock = { now: () => AT + 90_000, device: () => AT };
  equal(atServerTime({ lng: 1, lat: 2, accuracy: 3, at: AT - 5_000 }, clock).at, AT + 85_000);
});

test('the map of a customer gets the place in its own coordinates', () => {
  const target = { lng: 117.9, lat: 35.8, name: '路灯 3' };
  const url = 'm://go?x={lon}&y={lat}&n={name}';
  equal(mapAddress({ url, crs: 'wgs84' }, target), `m://go?x=117.900000&y=35.800000&n=${encodeURIComponent('路灯 3')}`);
  ok(mapAddress({ url, crs: 'gcj02' }, target).includes('x=117.905637&y=35.799795'));
});

test('guidance is short and there in both languages', () => {
  const lists = [GENERAL, ...Object.values(GUIDANCE)];
  for (const list of lists) {
    ok(list.length >= 3 && list.length <= 5);
    for (const line of list) ok(line.zh.length > 5 && line.en.length > 10 && !/[!！]/.test(line.zh + line.en), line.zh);
  }
});
