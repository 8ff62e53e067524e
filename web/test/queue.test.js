import { equal, ok, test } from './check.js';
import { compare, hold, reorder } from '../src/state/queue.js';
import { apply, incidentOf, NO_INCIDENTS, replace } from '../src/state/incidents.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-05T09:00:00+08:00');

const incident = (id, more = {}) =>
  incidentOf({
    id,
    seq: Number(id),
    version: 1,
    status: 'REPORTED',
    level: null,
    occurredAt: new Date(START).toISOString(),
    ...more,
  });
const due = (hours) => new Date(START + hours * HOUR).toISOString();
const ids = (rows) => rows.map((row) => row.id);

test('level comes first, then the clock that runs out, then age', () => {
  const rows = [
    incident('1'),
    incident('2', { dueAt: due(5) }),
    incident('3', { level: 'BLUE' }),
    incident('4', { dueAt: due(2) }),
    incident('5', { level: 'RED', dueAt: due(9) }),
    incident('6', { level: 'RED', dueAt: due(1) }),
    incident('7'),
  ];
  equal(ids([...rows].sort(compare)), ['6', '5', '3', '4', '2', '1', '7']);
});

test('a small change moves only the touched rows and ends in the same order as sorting all', () => {
  let state = replace(
    NO_INCIDENTS,
    Array.from({ length: 300 }, (_, i) => incident(String(i), { dueAt: due((i * 37) % 101) })),
  );
  let order = reorder([], state);
  for (let i = 0; i < 60; i++) {
    const value = incident(String((i * 17) % 330), {
      version: i + 2,
      level: i % 3 ? null : 'YELLOW',
      dueAt: due((i * 53) % 97),
    });
    const ended = i % 5 === 0 ? incidentOf({ ...value, status: 'CLOSED' }) : value;
    state = apply(state, [{ id: value.id, version: value.version, value: ended }]);
    order = reorder(order, state);
  }
  equal(ids(order), ids(reorder([], { ...state, touched: null })));
});

test('forty thousand rows are reordered quickly after one change', () => {
  const state = replace(
    NO_INCIDENTS,
    Array.from({ length: 40_000 }, (_, i) => incident(String(i), { dueAt: due(i % 999) })),
  );
  const order = reorder([], state);
  const value = incident('77', { version: 2, level: 'RED' });
  const next = reorder(order, apply(state, [{ id: '77', version: 2, value }]));
  equal(next.length, 40_000);
  equal(next[0].id, '77');
});

test('held rows keep their places while new ones wait', () => {
  const shown = [incident('1'), incident('2'), incident('3')];
  const latest = [incident('9', { level: 'RED' }), incident('3', { version: 2 }), incident('1')];
  const { rows, waiting } = hold(shown, latest, () => undefined);
  equal(ids(rows), ['1', '2', '3']);
  equal(waiting, 1);
  ok(rows[2].version === 2, 'a held row changes in place');
});
