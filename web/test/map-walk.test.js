import { keyOf, walkOrder } from '../src/map/walkOrder.js';
import { equal, test } from './check.js';

const incident = (id, x = 0, y = 0) => ({ kind: 'incident', id, x, y });
const pill = (...ids) => ({ kind: 'aggregate', id: null, x: 0, y: 0, pill: { members: ids.map((id) => ({ id })) } });
const list = ['i1', 'i2', 'i3', 'i4', 'i5'].map((id) => ({ id }));
const keys = (hits) => walkOrder(hits, list).map(keyOf);

test('incidents come as the list has them, however they were drawn', () => {
  equal(keys([incident('i4'), incident('i1'), incident('i3')]), ['incident:i1', 'incident:i3', 'incident:i4']);
});

test('a pill stands where its most urgent member stands in the list', () => {
  equal(keys([incident('i3'), pill('i5', 'i2'), incident('i1')]), ['incident:i1', 'aggregate:i5', 'incident:i3']);
});

test('risk points, workers and cameras follow, each from north to south', () => {
  const hits = [
    { kind: 'camera', id: 'c', x: 0, y: 1 },
    { kind: 'worker', id: 'south', x: 0, y: 9 },
    { kind: 'worker', id: 'north', x: 5, y: 2 },
    { kind: 'riskPoint', id: 'r', x: 0, y: 50 },
    incident('i2'),
  ];
  equal(keys(hits), ['incident:i2', 'riskPoint:r', 'worker:north', 'worker:south', 'camera:c']);
});

test('something the list does not know comes last of the incidents and breaks nothing', () => {
  equal(keys([incident('gone'), incident('i5')]), ['incident:i5', 'incident:gone']);
  equal(walkOrder([], list), []);
});
