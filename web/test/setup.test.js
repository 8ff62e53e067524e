import { equal, ok, test } from './check.js';
import { createValueCount, csvHead, guessColumns, rejectedCsv } from '../src/setup/csvHead.js';
import { mappingOf, missingIn } from '../src/setup/mapping.js';
import { nextStep, pointsOf, stepsOf, topologyOf } from '../src/setup/steps.js';

test('reads quoted, broken and half rows of a csv', () => {
  const text = '\uFEFF"id","note",x\r\n1,"a ""b"", c",2\r\n2,"two\nlines",3\n3,half';
  equal(csvHead(text, true), {
    header: ['id', 'note', 'x'],
    rows: [
      ['1', 'a "b", c', '2'],
      ['2', 'two\nlines', '3'],
    ],
  });
  equal(csvHead('a;b\n1;2\n', false), { header: ['a', 'b'], rows: [['1', '2']] });
  equal(csvHead('', false), { header: [], rows: [] });
  equal(csvHead(`a\n${'1\n'.repeat(500)}`, false, 5).rows.length, 5);
});

test('guesses columns in both languages and leaves the unknown empty', () => {
  equal(guessColumns(['ID', 'Longitude', 'LAT', '发生时间']), {
    lon: 'Longitude',
    lat: 'LAT',
    x: '',
    y: '',
    occurredAt: '发生时间',
    kind: '',
    title: '',
    description: '',
    address: '',
  });
  equal(guessColumns(['id', 'date', 'category', 'x', 'y']).x, 'x');
});

function counted(column, ...pieces) {
  const count = createValueCount(column);
  pieces.forEach(count.push);
  count.end();
  return count;
}

test('counts the values of a column, the last half line too', () => {
  const count = counted('k', 'id,k\n1,B\n2,A\n3,B\n4,\n5\n6,C');
  equal(count.values(), ['B', 'A', 'C']);
  equal(count.values(1), ['B']);
  equal(counted('no such column', 'a,b\n1,2\n').values(), []);
  equal(counted('k').values(), []);
});

test('counts the same wherever the file is cut into pieces', () => {
  const text = '\uFEFFid;k\r\n1;"say ""no"""\r\n2;"two;\nlines"\r\n3;plain\r\n';
  for (let at = 6; at < text.length; at++) {
    equal(counted('k', text.slice(0, at), text.slice(at)).values().sort(), ['plain', 'say "no"', 'two;\nlines'], at);
  }
});

test('writes rejected rows so that a spreadsheet reads them', () => {
  equal(rejectedCsv([{ row: 17, reason: 'says "no", twice' }]), '\uFEFFrow,reason\r\n17,"says ""no"", twice"\r\n');
});

test('maps columns, constants and values', () => {
  const form = {
    position: 'degrees',
    crs: 'EPSG:4326',
    lon: 'lon',
    lat: 'lat',
    x: '',
    y: '',
    occurredAt: 'date',
    title: '',
    kindFrom: 'constant',
    kindColumn: '',
    kind: 'SECURITY',
    kinds: {},
  };
  equal(mappingOf(form), { lon: 'lon', lat: 'lat', crs: 'EPSG:4326', occurredAt: 'date', kind: '=SECURITY' });
  const metres = {
    ...form,
    position: 'metres',
    x: 'x',
    y: 'y',
    crs: 'EPSG:4548',
    title: 't',
    kindFrom: 'column',
    kindColumn: 'category',
    kind: 'OTHER',
    kinds: { THEFT: 'SECURITY' },
  };
  equal(mappingOf(metres), {
    x: 'x',
    y: 'y',
    crs: 'EPSG:4548',
    occurredAt: 'date',
    title: 't',
    kind: 'category',
    kindValues: { THEFT: 'SECURITY', '*': 'OTHER' },
  });
  equal(missingIn({ ...metres, y: '', occurredAt: '' }), ['y', 'occurredAt']);
  equal(missingIn(form), []);
});

test('knows how far the place is and whose step is next', () => {
  const facts = { setUp: false, grids: 0, layers: 0, users: 1, roles: ['SYSTEM_ADMIN'] };
  equal(
    stepsOf(facts).map(({ state }) => state),
    ['open', 'waits', 'waits', 'waits', 'closed'],
  );
  equal(stepsOf(facts)[4].needs, 'GIS_EDITOR');
  const further = { ...facts, setUp: true, grids: 37, users: 3 };
  equal(
    stepsOf(further).map(({ state }) => state),
    ['done', 'done', 'open', 'done', 'closed'],
  );
  equal([nextStep(stepsOf(facts)), nextStep(stepsOf(further))], ['place', 'layers']);
  const editor = { ...further, roles: ['GIS_EDITOR'] };
  equal(stepsOf({ ...editor, incidents: false })[4].state, 'open');
  equal(stepsOf({ ...editor, incidents: true })[4].state, 'done');
});

test('reads points line by line and names the bad lines', () => {
  equal(pointsOf('117.9, 35.8, 立春村\n\nx,1\n117.8，35.7\n200,3'), {
    points: [
      [117.9, 35.8, '立春村'],
      [117.8, 35.7],
    ],
    faults: [3, 5],
  });
});

test('lays topology faults over the map, whatever wraps them', () => {
  const polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  };
  const { counts, sketch } = topologyOf({
    gaps: [polygon],
    overlaps: [{ geometry: polygon, areaSquareMetres: 4 }, {}],
  });
  equal(counts, { gaps: 1, overlaps: 2, slivers: 0, outside: 0 });
  equal(sketch.features.length, 2);
  ok(sketch.features.every(({ properties }) => properties.tone === 'fault'));
  equal(topologyOf(undefined).sketch.features, []);
});
