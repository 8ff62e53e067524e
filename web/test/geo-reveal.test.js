import { centerShowing } from '../src/geo/reveal.js';
import { equal, test } from './check.js';

const SIGHT = [100, 30, 110, 40];

test('what is in sight moves nothing', () => {
  equal(centerShowing(SIGHT, 105, 35), null);
  equal(centerShowing(SIGHT, 100, 40), null);
});

test('what is beyond an edge comes to stand a fifth inside it', () => {
  equal(centerShowing(SIGHT, 112, 35), [109, 35]);
  equal(centerShowing(SIGHT, 98, 35), [101, 35]);
  equal(centerShowing(SIGHT, 105, 44), [105, 41]);
});

test('beyond a corner both ways count', () => {
  equal(centerShowing(SIGHT, 112, 28), [109, 31]);
});
