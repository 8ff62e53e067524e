import { equal, ok, test } from './check.js';
import { advanced, verdict, waitBefore } from '../src/live/follow.js';

const PLACE = { epoch: 'e', offset: 10 };

test('the next entry is applied, a known one is not', () => {
  equal(verdict(PLACE, { offset: 11, prev: 10 }), 'apply');
  equal(verdict(PLACE, { offset: 10, prev: 9 }), 'known');
});

test('other peoples entries between ours are no hole', () => {
  equal(verdict(PLACE, { offset: 19, prev: 8 }), 'apply');
});

test('an entry of ours that never came is a hole', () => {
  equal(verdict(PLACE, { offset: 19, prev: 15 }), 'hole');
});

test('the place only goes forward', () => {
  equal(advanced(PLACE, 12).offset, 12);
  equal(advanced(PLACE, 9), PLACE);
});

test('waiting grows, has a limit and is never the same for everybody', () => {
  ok(waitBefore(3, 0.5) > waitBefore(0, 0.5));
  ok(waitBefore(50, 1) <= 8_000);
  ok(waitBefore(4, 0) < waitBefore(4, 1));
});
