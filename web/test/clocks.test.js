import { equal, ok, test } from './check.js';
import { countdown, isNearDue, isOverdue, shiftOf, timeLeft } from '../src/state/clocks.js';
import { dataAge } from '../src/state/dataAge.js';
import { incidentOf } from '../src/state/incidents.js';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const incident = (more) =>
  incidentOf({
    id: 'a',
    version: 1,
    status: 'ACCEPTED',
    occurredAt: '2026-03-05T09:00:00Z',
    limitSeconds: 3600,
    ...more,
  });

test('the clock counts down and goes on when it is over', () => {
  equal(timeLeft(incident({ dueAt: '2026-03-05T12:12:40Z' }), NOW), 760_000);
  equal(countdown(760_000), '00:12:40');
  ok(isOverdue(incident({ dueAt: '2026-03-05T11:59:59Z' }), NOW));
});

test('a paused or ended matter is never late', () => {
  ok(!isOverdue(incident({ dueAt: '2026-03-05T11:00:00Z', paused: true }), NOW));
  ok(!isOverdue(incident({ dueAt: '2026-03-05T11:00:00Z', status: 'CLOSED' }), NOW));
  equal(timeLeft(incident({ dueAt: null }), NOW), null);
});

test('the last fifth of a limit is near', () => {
  ok(isNearDue(incident({ dueAt: '2026-03-05T12:10:00Z' }), NOW));
  ok(!isNearDue(incident({ dueAt: '2026-03-05T12:20:00Z' }), NOW));
});

test('data are amber after ten seconds and red after thirty', () => {
  const states = [0, 10_999, 11_000, 30_999, 31_000].map((age) => dataAge(NOW - age, NOW).state);
  equal(states, ['fresh', 'fresh', 'amber', 'amber', 'red']);
  equal(dataAge(null, NOW).state, 'unknown');
});

test('the clock of the server is followed, a broken time is ignored', () => {
  equal(shiftOf('2026-03-05T12:00:05Z', NOW).shift, 5_000);
  equal(shiftOf('soon', NOW).shift, 0);
});
