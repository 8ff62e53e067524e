import { equal, test } from './check.js';
import { createCalls } from '../src/map/calls.js';
import { hitsAt, inseparable } from '../src/map/hits.js';
import { createView, inView } from '../src/map/view.js';
import { pillHeight, pillText } from '../src/layers/pills.js';
import { sizeOf } from '../src/layers/sizes.js';

const hit = (id, x, y, r = 10, more = {}) => ({ kind: 'incident', id, x, y, r, ...more });

test('picks the topmost thing under the pointer, then what is near', () => {
  const drawn = [hit('low', 100, 100), hit('top', 104, 100), hit('near', 122, 100), hit('far', 200, 200)];
  equal(
    hitsAt(drawn, { x: 102, y: 100 }, 22).map(({ id }) => id),
    ['top', 'low', 'near'],
  );
  equal(
    hitsAt(drawn, { x: 102, y: 100 }, 4).map(({ id }) => id),
    ['top', 'low'],
  );
  equal(hitsAt(drawn, { x: 0, y: 0 }, 12), []);
});

test('a pill is hit over its whole width', () => {
  const pill = { kind: 'aggregate', id: null, x: 100, y: 100, r: 14, half: 40 };
  equal(hitsAt([pill], { x: 138, y: 95 }, 4).length, 1);
  equal(hitsAt([pill], { x: 138, y: 120 }, 4).length, 0);
});

test('things on one spot come as a list', () => {
  const found = hitsAt([hit('a', 100, 100), hit('b', 101, 101), hit('c', 112, 100)], { x: 100, y: 100 }, 22);
  equal(
    inseparable(found).map(({ id }) => id),
    ['b', 'a'],
  );
  equal(inseparable([]), []);
});

test('a camera under a worker comes with the worker, one that stands out beside is clicked alone', () => {
  const worker = hit('w', 100, 100, 15, { kind: 'worker' });
  const camera = (x) => hit('c', x, 100, 8, { kind: 'camera' });
  const at = (x, drawn) => inseparable(hitsAt(drawn, { x, y: 100 }, 12)).map(({ id }) => id);
  equal(at(100, [camera(110), worker]), ['w', 'c']);
  equal(at(112, [camera(110), worker]), ['w', 'c']);
  equal(at(117, [camera(117), worker]), ['c']);
  equal(at(108, [camera(117), worker]), ['w']);
});

test('pills count exactly and stay short', () => {
  equal([pillText(42, 'zh'), pillText(1234, 'en'), pillText(9999, 'zh')], ['42', '1,234', '9,999']);
  equal([pillText(12345, 'zh'), pillText(12345, 'en')], ['1.2万', '12k']);
  equal([pillHeight(1) >= 26, pillHeight(1e6)], [true, 44]);
});

test('symbols grow with the zoom and hide where they would crowd', () => {
  equal(
    [12, 13.2, 15, 17].map((level) => sizeOf('incident', level)),
    [18, 20, 26, 32],
  );
  equal(sizeOf('camera', 12), 0);
});

test('a view knows what it shows; larger symbols look like a lower zoom', () => {
  const view = createView({ zoom: 14, left: 1000, top: 2000, width: 800, height: 600, scale: 2 });
  const world = 256 * 2 ** 14;
  equal([view.level, view.x(1400 / world), view.y(2300 / world)], [13, 400, 300]);
  equal([inView(view, 1400 / world, 2300 / world), inView(view, 0.1, 0.1)], [true, false]);
});

test('callbacks are told until they stop', () => {
  const calls = createCalls('select');
  const heard = [];
  const stop = calls.on('select', (value) => heard.push(value));
  calls.tell('select', 1);
  stop();
  calls.tell('select', 2);
  equal(heard, [1]);
});
