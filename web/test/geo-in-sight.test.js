import { stretchesIn } from '../src/geo/inSight.js';
import { equal, test } from './check.js';

const BOX = [0, 0, 10, 10];

test('a line inside the box is one part from end to end', () => {
  equal(stretchesIn([1, 1, 5, 5, 9, 1], BOX), [[0, 4]]);
});

test('a line outside has no part, a point is no stretch', () => {
  equal(stretchesIn([20, 20, 30, 20], BOX), []);
  equal(stretchesIn([5, 5], BOX), []);
});

test('a stretch across the box counts although both ends lie outside', () => {
  equal(stretchesIn([-50, 5, 50, 5], BOX), [[0, 2]]);
});

test('a line that leaves and comes back is two parts, each with the corner it came from', () => {
  equal(stretchesIn([5, 5, 20, 5, 40, 5, 40, 8, 20, 8, 5, 8], BOX), [
    [0, 2],
    [8, 10],
  ]);
});
