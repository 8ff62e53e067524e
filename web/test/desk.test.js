import { equal, test } from './check.js';
import { handover } from '../src/state/handover.js';
import { deskRows, percent } from '../src/state/deskTimes.js';
import { minutesUnanswered, nextProposal, unansweredOrders } from '../src/state/unanswered.js';

test('unknown times are unknown and never zero', () => {
  equal(deskRows(null).map((row) => [row.p50, row.p90, row.share, row.count]), [[null, null, null, null], [null, null, null, null]]);
  const none = { count: 0, waiting: 2, p50Seconds: null, p90Seconds: null, withinReference: null };
  equal(deskRows({ answered: none, dispatched: none })[1], { name: 'dispatched', p50: null, p90: null, share: null, count: 0, waiting: 2 });
});

test('a share just under the reference is not rounded up to it', () => {
  equal([percent(0.9), percent(0.899), percent(0.29), percent(0), percent(1)], [90, 89, 29, 0, 100]);
});

const order = (id, more) => ({
  id,
  incidentId: 'i1',
  workerId: 'w05',
  status: 'OPEN',
  createdAt: '2026-03-05T07:00:00Z',
  unansweredSince: '2026-03-05T07:05:00Z',
  ...more,
});
const INCIDENTS = new Map([['i1', { id: 'i1', workers: [{ workerId: 'w05' }] }]]);

test('orders without an answer: the oldest first, those answered or over not at all', () => {
  const tasks = [
    order('late', { unansweredSince: '2026-03-05T07:09:00Z' }),
    order('early'),
    order('answered', { acceptedAt: '2026-03-05T07:06:00Z' }),
    order('going', { onTheWayAt: '2026-03-05T07:06:00Z' }),
    order('over', { status: 'WITHDRAWN' }),
    order('in time', { unansweredSince: null }),
    order('a unit', { workerId: null }),
    order('elsewhere', { incidentId: 'i9' }),
  ];
  equal(unansweredOrders(tasks, INCIDENTS).map((entry) => entry.order.id), ['early', 'late']);
});

test('minutes count from the order, and are never none', () => {
  equal(minutesUnanswered(order('x'), Date.parse('2026-03-05T07:05:40Z')), 5);
  equal(minutesUnanswered(order('x'), Date.parse('2026-03-05T06:59:00Z')), 1);
});

test('next is the first who is free and not sent already', () => {
  const near = [
    { workerId: 'w05', available: true },
    { workerId: 'w07', available: false },
    { workerId: 'w08', available: true, restUntil: '2026-03-05T09:00:00Z' },
    { workerId: 'w11', available: true, restUntil: null },
  ];
  equal(nextProposal(near, INCIDENTS.get('i1')).workerId, 'w11');
  equal(nextProposal(near.slice(0, 3), INCIDENTS.get('i1')), null);
});

test('the sheet of the shift holds what is open by level and clock, and what waits', () => {
  const of = (id, more) => ({ id, seq: Number(id.slice(1)), status: 'ACCEPTED', due: Infinity, dueAt: null, workers: [], ...more });
  const NOW = Date.parse('2026-03-05T08:00:00Z');
  const late = { dueAt: '2026-03-05T07:00:00Z', due: Date.parse('2026-03-05T07:00:00Z') };
  const incidents = new Map(
    [of('i1', { paused: true }), of('i2', late), of('i3', { level: 'RED' }), of('i4', { status: 'CLOSED' })].map((one) => [one.id, one]),
  );
  const cameras = [{ id: 'c1', status: 'OFFLINE' }, { id: 'c2', status: 'ONLINE' }, { id: 'c3', status: 'NEVER_CONNECTED' }];
  const sheet = handover({ incidents, tasks: [order('o1')], cameras, now: NOW });
  const ids = (list) => list.map((one) => one.id);
  equal([ids(sheet.open), ids(sheet.red), ids(sheet.overdue), ids(sheet.paused)], [['i3', 'i2', 'i1'], ['i3'], ['i2'], ['i1']]);
  equal([sheet.unanswered.length, ids(sheet.cameras)], [1, ['c1']]);
});
