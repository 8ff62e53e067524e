import { equal, near, ok, test } from './check.js';
import { remPixels, rowsThatFit, wallOf } from '../src/wall/reading.js';
import { stopAt, stopsOf, withHotspots } from '../src/wall/stops.js';
import { advance, holdRed, pause, startTour } from '../src/wall/tour.js';

const at = (id, lng, lat, more = {}) => ({
  id,
  lng,
  lat,
  level: null,
  overdue: false,
  gridName: `grid of ${id}`,
  ...more,
});
const stop = (key) => ({ key, lng: 117.9, lat: 35.8, reason: 'red', count: 1, gridName: 'g' });

test('goes round: town, each place once, town', () => {
  const stops = [stop('a'), stop('b')];
  let tour = startTour(0);
  equal(
    advance(tour, 29_999, () => stops),
    tour,
  );
  const seen = [];
  for (let now = 0; now <= 200_000; now += 1000) {
    const next = advance(tour, now, () => stops);
    if (next !== tour) seen.push([now, next.phase, next.stop?.key ?? null]);
    tour = next;
  }
  equal(seen.slice(0, 4), [
    [30_000, 'stop', 'a'],
    [50_000, 'stop', 'b'],
    [70_000, 'town', null],
    [100_000, 'stop', 'a'],
  ]);
});

test('stays with the town while nothing needs anybody', () => {
  let tour = startTour(0);
  for (let now = 0; now < 120_000; now += 1000) tour = advance(tour, now, () => []);
  equal(tour.phase, 'town');
});

test('a new red holds the tour for a minute, a touch for five', () => {
  const held = holdRed(startTour(0), 5_000, stop('r'));
  equal([held.phase, held.until, held.stop.key], ['red', 65_000, 'r']);
  equal(
    advance(held, 64_999, () => [stop('a')]),
    held,
  );
  equal(advance(held, 65_000, () => [stop('a')]).phase, 'town');
  const paused = pause(1_000);
  equal([paused.phase, paused.until], ['paused', 301_000]);
  equal(holdRed(paused, 2_000, stop('r')), paused, 'a person looks: nothing moves under the hand');
});

test('forgets a place that nobody needs any more', () => {
  let tour = advance(startTour(0), 30_000, () => [stop('a'), stop('b')]);
  tour = advance(tour, 50_000, () => [stop('a')]);
  equal(tour.phase, 'town');
});

test('stops are red first, then overdue, then crowds, no place twice', () => {
  const stops = stopsOf([
    at('red', 117.9, 35.8, { level: 'RED' }),
    at('beside', 117.901, 35.8, { overdue: true }),
    at('late', 117.95, 35.8, { overdue: true }),
    at('c1', 117.85, 35.8),
    at('c2', 117.851, 35.8),
    at('c3', 117.85, 35.801),
    at('alone', 117.8, 35.8),
    at('nowhere', null, null, { level: 'RED' }),
  ]);
  equal(
    stops.map(({ key, reason, count }) => [key, reason, count]),
    [
      ['red', 'red', 2],
      ['late', 'overdue', 1],
      ['c1', 'crowd', 3],
    ],
  );
});

test('never more than six stops', () => {
  const many = Array.from({ length: 40 }, (_, i) => at(`r${i}`, 117 + i * 0.05, 35.8, { level: 'RED' }));
  equal(stopsOf(many).length, 6);
  equal(stopAt(many[0]).key, 'r0');
});

test('text grows with the distance and the list shortens for it', () => {
  const usual = { distanceMetres: 4, inches: 110 };
  near(remPixels(2160, usual), 40.7, 0.2);
  near(remPixels(1080, usual), 20.35, 0.1);
  ok(remPixels(2160, { distanceMetres: 8, inches: 110 }) <= 56);
  equal(remPixels(2160, { distanceMetres: 1, inches: 110 }), 40);
  equal([rowsThatFit(54), rowsThatFit(53), rowsThatFit(38), rowsThatFit(10)], [8, 8, 5, 1]);
});

test('reads the wall from the address', () => {
  const query = (values) => ({ get: (name) => values[name] ?? null });
  equal(wallOf(query({ distance: '6', inches: '55' })), { distanceMetres: 6, inches: 55 });
  equal(wallOf(query({ distance: 'far' })), { distanceMetres: 4, inches: 110 });
});

test('the tour stops at the first three hotspots, then where somebody is needed', () => {
  const ring = [
    [117, 35],
    [117.2, 35],
    [117.2, 35.2],
    [117, 35],
  ];
  const spot = (rank) => ({
    id: `h${rank}`,
    rank,
    observed: 9,
    sentence: { zh: '多', en: 'many' },
    geometry: rank === 2 ? null : { type: 'Polygon', coordinates: [ring] },
  });
  const stops = [at('r', 117, 35), at('o', 117.1, 35)].map((one, i) => ({
    ...one,
    key: one.id,
    reason: i === 0 ? 'red' : 'overdue',
  }));
  const toured = withHotspots(stops, [1, 2, 3, 4].map(spot));
  equal(
    toured.map(({ key }) => key),
    ['h1', 'h3', 'r', 'o'],
  );
  near(toured[0].lng, 117.1, 1e-9);
});
