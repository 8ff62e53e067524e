import { equal, test } from './check.js';
import { alarmOf, flood, NO_ALARMS, quiet, raise, settled, soundDue } from '../src/state/alarms.js';

const incident = (more) => ({ id: 'a', status: 'REPORTED', level: null, escalation: 0, ...more });
const alarm = (priority, at) => ({ priority, cause: 'new', incident: incident(), at });

test('a new matter is said, a closed one that comes into sight is not', () => {
  equal(alarmOf(undefined, incident(), 0).priority, 2);
  equal(alarmOf(undefined, incident({ status: 'CLOSED' }), 0), null);
});

test('red and the second escalation are the loudest, blue the softest', () => {
  equal(alarmOf(undefined, incident({ level: 'RED' }), 0).priority, 1);
  equal(alarmOf(incident({ escalation: 1 }), incident({ escalation: 2 }), 0).priority, 1);
  equal(alarmOf(incident(), incident({ level: 'BLUE' }), 0).priority, 3);
  equal(alarmOf(incident({ level: 'RED' }), incident({ level: 'BLUE' }), 0), null);
});

test('red sounds every five seconds until it is quieted', () => {
  let alarms = raise(NO_ALARMS, alarm(1, 0));
  const played = [];
  for (let now = 0; now <= 15_000; now += 500) {
    const due = soundDue(alarms, now);
    alarms = due.next;
    if (due.play) played.push(now);
  }
  equal(played, [0, 5_000, 10_000, 15_000]);
  equal(soundDue(quiet(alarms), 20_000).play, 0);
});

test('a strip about a new matter ends when somebody takes it up', () => {
  const alarms = raise(NO_ALARMS, alarm(2, 0));
  equal(settled(alarms, incident()) === alarms, true);
  equal(settled(alarms, undefined) === alarms, true);
  equal(settled(alarms, incident({ status: 'ACCEPTED' })).current, null);
  equal(settled(NO_ALARMS, undefined), NO_ALARMS);
});

test('a new incident sounds again after thirty and sixty seconds, then no more', () => {
  let alarms = raise(NO_ALARMS, alarm(2, 0));
  const played = [];
  for (let now = 0; now <= 300_000; now += 1_000) {
    const due = soundDue(alarms, now);
    alarms = due.next;
    if (due.play) played.push(now);
  }
  equal(played, [0, 30_000, 60_000]);
});

test('a lower alarm never interrupts a higher one', () => {
  const alarms = raise(raise(NO_ALARMS, alarm(1, 0)), alarm(3, 100));
  equal(alarms.current.priority, 1);
});

test('more than ten in ten minutes are one card with the highest level', () => {
  let alarms = NO_ALARMS;
  for (let i = 0; i < 11; i++) alarms = raise(alarms, alarm(i === 4 ? 1 : 2, i * 1_000));
  equal(flood(alarms, 11_000), { count: 11, highest: 1 });
  equal(flood(alarms, 11_000 + 600_000), null);
});
