import { equal, near, ok, test } from './check.js';
import { createChord } from '../src/dom/chord.js';
import { hotspotAt, hotspotShapes } from '../src/layers/hotspots.js';
import { backtestOf } from '../src/state/backtest.js';
import { aliveIn, countsOf, provenOnly, rampStep, spotsOf, verdictOf, whereabouts } from '../src/state/hotspots.js';
import { dayAfter, isDay, lastDayOf, monthAfter, monthsBetween, played } from '../src/state/months.js';
import { readReview, writeReview } from '../src/state/reviewUrl.js';
import { mayReadHotspots, mayReview } from '../src/state/reviewers.js';
import { faultsOf, fieldOf, methodOf, methodsOf, monthsOf, parametersOf, questionOf } from '../src/state/studies.js';

const TODAY = '2026-11-23';
const whole = (name, usual, least, most) => ({ name, zh: name, en: name, type: 'integer', default: usual, min: least, max: most });
const choice = (name, ...choices) => ({ name, zh: name, en: name, type: 'choice', default: choices[0], choices });
const METHODS = methodsOf({
  items: [
    { method: 'dbscan', zh: '密度', en: 'density', parameters: [whole('minPoints', 5, 2, 10_000)] },
    {
      method: 'scan',
      zh: '扫描',
      en: 'scan',
      parameters: [
        { name: 'cell', zh: '格', en: 'cell', unit: 'm', type: 'number', default: 500.0, min: 50, max: 5000 },
        whole('maxDays', 91, 1, 1000),
        choice('windows', 'RETROSPECTIVE', 'PROSPECTIVE'),
        { name: 'smooth', zh: '平滑', en: 'smooth', type: 'boolean', default: false },
      ],
    },
  ],
});
const square = (west, south, side) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const feature = (id, rank, more) => ({
  id,
  geometry: square(117, 35, 0.1),
  properties: {
    id,
    rank,
    method: 'scan',
    observed: 9,
    proven: false,
    since: '2024-05-12',
    until: '2024-08-10',
    ...more,
  },
});

test('hotspots come in the order of their ranks', () => {
  const spots = spotsOf({ features: [feature('x', 2), feature('y', 1)] });
  equal(
    spots.map(({ id }) => id),
    ['y', 'x'],
  );
});

test('what has no p-value was not tested, whatever else it says', () => {
  equal(verdictOf({ proven: false, pValue: null }), 'untested');
  equal(verdictOf({ proven: false, pValue: 0.2, tooFew: false }), 'unproven');
  equal(verdictOf({ proven: false, pValue: 0.01, tooFew: true }), 'tooFew');
  equal(verdictOf({ proven: true, pValue: 0.01 }), 'proven');
});

test('the ramp has its steps at 1, 1.5, 2 and 3 times the usual', () => {
  equal([0.8, 1, 1.2, 1.5, 1.8, 2, 2.5, 3, 3.1, null].map(rampStep), [1, 1, 2, 2, 3, 3, 4, 4, 5, 1]);
});

test('a month shows what had a day in it', () => {
  const spots = spotsOf({ features: [feature('x', 1), feature('y', 2, { since: '2024-09-01', until: '2024-09-02' })] });
  const ids = (month) => aliveIn(spots, month).map(({ id }) => id);
  equal(ids('2024-04'), []);
  equal(ids('2024-05'), ['x']);
  equal(ids('2024-08'), ['x']);
  equal(ids('2024-09'), ['y']);
  equal(ids(null), ['x', 'y']);
});

test('doubtful ones are counted apart and stay off maps that are no study', () => {
  const spots = spotsOf({ features: [feature('x', 1), feature('y', 2, { proven: true, pValue: 0.01 })] });
  equal(countsOf(spots), { all: 2, proven: 1, doubtful: 1 });
  equal(
    provenOnly(spots).map(({ id }) => id),
    ['y'],
  );
});

test('a hotspot without a shape has no whereabouts', () => {
  const [spot, none] = spotsOf({ features: [feature('x', 1), { ...feature('y', 2), geometry: null }] });
  near(whereabouts(spot).lng, 117.05, 1e-9);
  near(whereabouts(spot).lat, 35.05, 1e-9);
  equal(whereabouts(none), null);
});

test('of nested hotspots the smaller one is pointed at, and not through its hole', () => {
  const project = (x, y) => ({ x, y });
  const ring = square(0, 0, 10);
  ring.coordinates.push(square(4, 4, 2).coordinates[0]);
  const shapes = hotspotShapes(
    [
      { id: 'small', rank: 2, geometry: square(1, 1, 2) },
      { id: 'large', rank: 1, geometry: ring },
      { id: 'nowhere', rank: 3, geometry: null },
    ],
    project,
  );
  equal(hotspotAt(shapes, 2, 2).id, 'small');
  equal(hotspotAt(shapes, 8, 8).id, 'large');
  equal(hotspotAt(shapes, 5, 5), null);
  equal(hotspotAt(shapes, 11, 5), null);
});

test('months go on over the year and stop at the last', () => {
  equal(monthAfter('2024-12', 1), '2025-01');
  equal(monthAfter('2024-01', -13), '2022-12');
  equal(monthsBetween('2024-11', '2025-02'), ['2024-11', '2024-12', '2025-01', '2025-02']);
  equal(monthsBetween('2025-02', '2024-11'), []);
});

test('a month ends with its last day, the present one today', () => {
  equal(lastDayOf('2024-02', TODAY), '2024-02-29');
  equal(lastDayOf('2026-11', TODAY), TODAY);
});

test('days are days of the calendar', () => {
  equal(['2024-02-29', '2023-02-29', '2024-13-01', '', undefined].map(isDay), [true, false, false, false, false]);
  equal(dayAfter('2024-02-28', 2), '2024-03-01');
});

test('playing goes month by month, stops at the end and begins again from there', () => {
  const months = ['2026-09', '2026-10', '2026-11'];
  equal(played(months, null), { month: '2026-09', playing: true });
  equal(played(months, '2026-09'), { month: '2026-10', playing: true });
  equal(played(months, '2026-11'), { month: null, playing: false });
});

test('the slider of the standing map ends with this month, that of a study with its period', () => {
  const review = readReview('?a=2025-12-01,2026-01-31&b=2026-02-01,2026-03-31', TODAY, METHODS);
  equal([monthsOf(review, TODAY)[0], monthsOf(review, TODAY).at(-1)], ['2025-12', '2026-11']);
  equal(monthsOf({ ...review, method: 'scan' }, TODAY), ['2026-02', '2026-03']);
});

test('only parameters that differ from the usual ones are sent, numbers as numbers', () => {
  const scan = methodOf(METHODS, 'scan');
  equal(parametersOf(scan, { cell: '250', maxDays: '91', windows: 'PROSPECTIVE', seed: '', nonsense: '1' }), {
    cell: 250,
    windows: 'PROSPECTIVE',
  });
  equal(parametersOf(scan, { cell: 'wide' }), { cell: 'wide' }, 'the server says what is wrong with it');
  equal(parametersOf(scan, { smooth: 'true' }), { smooth: true });
});

test('a question names method, parameters, days and kind of its side', () => {
  const review = readReview('?method=scan&kind=A03&b=2024-01-01,2024-12-31&p.cell=250', TODAY, METHODS);
  equal(questionOf(review, 'b'), {
    method: 'scan',
    parameters: { cell: 250 },
    filter: { from: '2024-01-01', to: '2024-12-31', category: 'A03' },
  });
});

test('faults of the days are known before anybody is asked', () => {
  const review = { a: ['2024-05-01', '2024-04-30'], b: ['', '2024-13-01'] };
  equal(faultsOf(review), [
    { field: 'a.to', code: 'order' },
    { field: 'b.from', code: 'day' },
    { field: 'b.to', code: 'day' },
  ]);
});

test('a refusal finds the field it speaks of', () => {
  const fields = [
    'method',
    'parameters.eps',
    'filter.from',
    'filter.to',
    'filter.category',
    'at',
    'filter.bbox',
    'body',
  ];
  equal(
    fields.map((field) => fieldOf(field, 'b')),
    ['method', 'parameters.eps', 'b.from', 'b.to', 'category', 'b.to', '', ''],
  );
});

test('a link is the whole review and the usual one is an empty link', () => {
  const text =
    '?method=scan&kind=DISPUTE&a=2023-01-01,2023-12-31&b=2024-01-01,2024-12-31&p.cell=250&m=2024-05&sel=b:u-1&c=117.9000,35.8000&z=13.5';
  equal(writeReview(readReview(text, TODAY, METHODS), TODAY), text);
  equal(writeReview(readReview('', TODAY, METHODS), TODAY), '');
});

test('a broken link is read as far as it goes', () => {
  const review = readReview('?method=magic&kind=%E0%A4%A&a=x&m=2024-13&sel=q:1&c=1&z=no', TODAY, METHODS);
  equal(
    [review.method, review.category, review.month, review.selection, review.place],
    ['current', null, null, null, null],
  );
  equal(review.b, ['2026-08-25', TODAY]);
});

test('the standing map comes first, then what tests, then what only says dense', () => {
  equal(
    METHODS.map(({ name }) => name),
    ['current', 'scan', 'dbscan'],
  );
  equal(methodsOf(null).length, 1);
  equal(methodOf(METHODS, 'magic').name, 'current');
  const [cell, , windows, smooth] = methodOf(METHODS, 'scan').parameters;
  equal([cell.unit, cell.usual, cell.least, cell.most, cell.choices], ['m', 500, 50, 5000, null]);
  equal([windows.least, windows.choices, smooth.choices], [null, ['RETROSPECTIVE', 'PROSPECTIVE'], ['true', 'false']]);
});

test('the standing map is asked for the kind a sort of dispute belongs to', () => {
  equal(readReview('?kind=A03', TODAY, METHODS).category, 'DISPUTE');
  equal(readReview('?kind=FLOOD', TODAY, METHODS).category, 'FLOOD');
  equal(readReview('?method=dbscan&kind=A03', TODAY, METHODS).category, 'A03');
});

test('the backtest has all periods first, then the newest, and leaves out what is not known', () => {
  equal(backtestOf(null), { sentence: null, outlook: null, rows: [], kinds: [] });
  const period = (from, pai) => ({ from, to: '2024-12-30', ours: { pai, paiLow: 18, paiHigh: 28 } });
  const { rows } = backtestOf({
    ours: { pai: 20 },
    plain: {},
    periods: [period('2024-11-05', 22), period('2024-12-03', 23)],
  });
  equal(
    rows.map(({ from, ours }) => [from, ours.pai, ours.paiLow]),
    [
      [null, 20, null],
      ['2024-12-03', 23, 18],
      ['2024-11-05', 22, 18],
    ],
  );
  equal([rows[1].ours.pei, rows[1].plain.hitRate], [null, null]);
});

test('who reviews may read, the wall only reads', () => {
  equal([mayReview({ roles: ['LEADER'] }), mayReview({ roles: ['SCREEN'] })], [true, false]);
  equal([mayReadHotspots({ roles: ['SCREEN'] }), mayReadHotspots({ roles: ['GRID_WORKER'] })], [true, false]);
});

test('g then h goes, h alone or too late does not', () => {
  let [now, gone] = [0, 0];
  const chord = createChord('g', { h: () => (gone += 1) }, () => now);
  equal([chord('h'), chord('g'), chord('h'), gone], [false, true, true, 1]);
  chord('g');
  now += 2000;
  equal([chord('h'), gone], [false, 1]);
  chord('g');
  equal([chord('x'), chord('h'), gone], [false, false, 1]);
});

test('the backtest says what is expected next, for all and for each kind', () => {
  const words = (zh, en) => ({ sentence: { zh, en } });
  const kind = { category: 'SECURITY', ...words('治安', 'security'), outlook: words('周五晚', 'Friday evenings') };
  const { outlook, kinds } = backtestOf({ kinds: [kind], outlook: words('全部', 'all') });
  equal(outlook, { zh: '全部', en: 'all' });
  equal(kinds[0].outlook, { zh: '周五晚', en: 'Friday evenings' });
});
