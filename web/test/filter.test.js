import { equal, ok, test } from './check.js';
import { boundOf, changed, askedGroups, isNarrow, matcher, NO_FILTER, toggled } from '../src/state/filter.js';
import { readView, writeView } from '../src/state/viewUrl.js';
import { incidentOf } from '../src/state/incidents.js';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const incident = (more = {}) =>
  incidentOf({
    id: 'a',
    version: 1,
    status: 'ACCEPTED',
    kind: 'HAZARD',
    level: 'YELLOW',
    number: '2026-000123',
    title: '废弃机井无盖',
    description: 'near the school',
    gridCode: '990001101201001',
    gridName: '立春村第1网格',
    category: null,
    occurredAt: '2026-03-05T09:00:00Z',
    workers: [{ workerId: 'w05', name: 'x', lead: true }],
    ...more,
  });
const matches = (part, more) => matcher(changed(NO_FILTER, part), { now: NOW, workerId: 'w05' })(incident(more));

test('without a filter everything open is shown and nothing that ended', () => {
  ok(matches({}));
  ok(!matches({}, { status: 'CLOSED' }));
  ok(!isNarrow(NO_FILTER));
});

test('each part of the filter narrows', () => {
  ok(matches({ kinds: ['HAZARD'] }) && !matches({ kinds: ['HELP'] }));
  ok(matches({ levels: ['YELLOW'] }) && !matches({ levels: ['RED'] }));
  ok(matches({ groups: ['IN_HAND'] }) && !matches({ groups: ['NEW'] }));
  ok(matches({ grid: '990001101201' }) && !matches({ grid: '990001101202' }));
  ok(matches({ from: '-24h' }) && !matches({ from: '-2h' }));
  ok(matches({ mine: true }) && !matches({ mine: true }, { workers: [] }));
  ok(matches({ overdue: true }, { dueAt: '2026-03-05T11:00:00Z' }) && !matches({ overdue: true }));
});

test('text is found in number, title, description and grid, all words at once', () => {
  ok(matches({ text: '0123' }) && matches({ text: '机井' }) && matches({ text: 'SCHOOL 立春' }));
  ok(!matches({ text: 'school hospital' }));
});

test('a span counts back from now, a time stands for itself', () => {
  equal(boundOf('-7d', NOW), NOW - 7 * 86_400_000);
  equal(boundOf('2026-03-05T12:00:00Z', 0), NOW);
  equal(boundOf('nonsense', NOW), null);
});

test('what the server found by text is shown although the text did not travel', () => {
  const filter = changed(NO_FILTER, { text: 'secret words' });
  const found = new Map([['a', {}]]);
  ok(matcher(filter, { now: NOW, found })(incident()));
  ok(!matcher(filter, { now: NOW, found })(incident({ status: 'CLOSED' })), 'the rest of the filter still holds');
  equal(askedGroups(filter), ['NEW', 'IN_HAND', 'CHECK']);
});

test('ended groups are asked from the server', () => {
  equal(askedGroups(changed(NO_FILTER, { groups: toggled(NO_FILTER.groups, 'DONE') })), ['DONE']);
});

test('a view comes back from its own link', () => {
  const filter = changed(NO_FILTER, {
    groups: ['NEW', 'DONE'],
    kinds: ['HAZARD', 'HELP'],
    levels: ['RED'],
    grid: '990001101201',
    text: '机井 & co',
    from: '-7d',
    overdue: true,
    category: 'A02',
  });
  const view = {
    filter,
    center: [117.9, 35.8],
    zoom: 14,
    layers: ['i', 'w'],
    selection: { kind: 'incident', id: '018f-2' },
  };
  equal(readView(writeView(view)), view);
});

test('a plain view has a plain address', () => {
  equal(writeView({ filter: NO_FILTER, center: null, zoom: null, layers: null, selection: null }), '');
});

test('a broken link opens the usual view', () => {
  const view = readView('?c=abc&z=x&level=PINK&grid=evil%27&sel=zz&q=%E0%A4%A');
  equal(view.center, null);
  equal(view.zoom, null);
  equal(view.selection, null);
  equal(isNarrow(view.filter), false);
});

test('a state of the contract in a link stands for its group', () => {
  equal(readView('?status=HANDLING').filter.groups, ['IN_HAND']);
});
