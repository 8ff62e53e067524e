import { el, fill } from '../dom/el.js';
import { newKey } from '../net/api.js';
import { crsField } from './crs.js';
import { guessColumns } from './csvHead.js';
import { fileField, selectField, waysField } from '../forms/fields.js';
import { createKindValues } from './kindValues.js';
import { mappingOf, missingIn } from './mapping.js';
import { takenList } from './outcome.js';
import { readHead, readValues } from './readHead.js';
import { createStepForm } from '../forms/stepForm.js';

const PREVIEW_ROWS = 5;
const PROGRESS_MILLIS = 1000;
const COLUMNS = ['lon', 'lat', 'x', 'y', 'occurredAt', 'title', 'description', 'address', 'category', 'kindColumn'];

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, codes: object, changed: () => Promise<void>}} context
 * @returns {HTMLElement} step 5: incidents of the past, from a table with any columns
 */
export function incidentsStep(context) {
  const { i18n, codes } = context;
  const kinds = (codes.kinds ?? []).map((kind) => [kind.code, i18n.name(kind)]);
  const step = {
    ...context,
    head: null,
    kindValues: createKindValues(i18n, kinds),
    preview: el('div', { class: 'scroll', tabindex: '0', hidden: true }),
  };
  step.fields = mappingFields(step, kinds);
  const form = createStepForm({
    i18n,
    fields: Object.values(step.fields),
    acts: [
      {
        label: i18n.t('setup.map.import'),
        primary: true,
        check: (values) => faultsOf(step, values),
        run: (values, say) => send(step, values, say),
      },
    ],
    layout: (parts) => layoutOf(step, parts),
  });
  step.fields.file.input.addEventListener('change', () => takeFile(step));
  step.fields.kindColumn.input.addEventListener('change', () => showValues(step));
  step.kindValues.show([]);
  arrange(step);
  return form.element;
}

function mappingFields(step, kinds) {
  const { i18n } = step;
  const ways = (name, options, value) =>
    waysField({
      name,
      label: i18n.t(`setup.map.${name}`),
      value,
      onChange: () => arrange(step),
      options: options.map((key) => [key, i18n.t(`setup.map.${name}.${key}`)]),
    });
  const column = (name) => selectField({ name, label: i18n.t(`setup.map.${name}`), options: [['', '—']] });
  return {
    file: fileField({
      name: 'file',
      label: i18n.t('setup.map.file'),
      hint: i18n.t('setup.map.fileHint'),
      accept: '.csv,.gz,.txt',
    }),
    position: ways('position', ['degrees', 'metres'], 'degrees'),
    crs: crsField(i18n, { value: 'EPSG:4326', hint: 'setup.map.crsHint' }),
    ...Object.fromEntries(COLUMNS.map((name) => [name, column(name)])),
    kindFrom: ways('kindFrom', ['column', 'constant'], 'column'),
    kind: selectField({ name: 'kind', label: i18n.t('setup.map.kindRest'), options: kinds, value: 'OTHER' }),
  };
}

function layoutOf({ preview, kindValues, i18n }, parts) {
  const pair = (...names) => el('div', { class: 'pair' }, ...names.map((name) => parts[name]));
  return [
    parts.file,
    preview,
    el('h3', {}, i18n.t('setup.map.where')),
    parts.position,
    parts.crs,
    pair('lon', 'lat'),
    pair('x', 'y'),
    el('h3', {}, i18n.t('setup.map.what')),
    pair('occurredAt', 'title'),
    pair('description', 'address'),
    parts.kindFrom,
    parts.kindColumn,
    kindValues.element,
    parts.kind,
    parts.category,
  ];
}

// only what counts for the chosen way is on the page
function arrange({ fields, kindValues }) {
  const degrees = fields.position.read() === 'degrees';
  for (const name of ['lon', 'lat']) fields[name].element.hidden = !degrees;
  for (const name of ['x', 'y']) fields[name].element.hidden = degrees;
  const byColumn = fields.kindFrom.read() === 'column';
  fields.kindColumn.element.hidden = !byColumn;
  kindValues.element.hidden = !byColumn || kindValues.element.tBodies[0].rows.length === 0;
}

async function takeFile(step) {
  const file = step.fields.file.read();
  if (!file) return;
  try {
    step.head = await readHead(file);
  } catch {
    step.head = null;
    step.fields.file.fault(step.i18n.t('setup.map.unreadable'));
    return;
  }
  step.fields.file.fault(null);
  const guess = guessColumns(step.head.header);
  const options = [['', '—'], ...step.head.header.map((name) => [name, name])];
  for (const name of COLUMNS) step.fields[name].setOptions(options, guess[name === 'kindColumn' ? 'kind' : name]);
  step.fields.position.set(guess.lon && guess.lat ? 'degrees' : 'metres');
  if (!(guess.lon && guess.lat)) step.fields.crs.set('');
  fill(step.preview, previewTable(step.head));
  step.preview.hidden = false;
  showValues(step);
}

// reading a long file takes a moment: by then another column or file may have been chosen
async function showValues(step) {
  const { fields, head, kindValues } = step;
  const column = fields.kindColumn.read();
  const values = head && column ? await readValues(fields.file.read(), column) : [];
  if (step.head !== head || fields.kindColumn.read() !== column) return;
  kindValues.show(values);
  arrange(step);
}

function previewTable({ header, rows }) {
  const head = el('tr', {}, ...header.map((name) => el('th', {}, name)));
  const body = rows.slice(0, PREVIEW_ROWS).map((row) => el('tr', {}, ...row.map((value) => el('td', {}, value))));
  return el('table', { class: 'grid-table' }, el('thead', {}, head), el('tbody', {}, ...body));
}

function faultsOf({ i18n }, values) {
  const missing = missingIn(values).map((name) => [name, i18n.t('setup.map.columnNeeded')]);
  return Object.fromEntries([...(values.file ? [] : [['file', i18n.t('setup.fileNeeded')]]), ...missing]);
}

async function send(step, { file, ...values }, say) {
  const { i18n, room, kindValues, changed } = step;
  const importId = newKey();
  const stop = watchProgress(step, importId, say);
  try {
    const taken = await room.importIncidents(file, mappingOf({ ...values, kinds: kindValues.read() }), importId);
    await changed();
    return takenList(i18n, taken, 'rejected-incidents.csv');
  } finally {
    stop();
  }
}

function watchProgress({ i18n, room }, importId, say) {
  const bar = el('progress', { max: '1', 'aria-label': i18n.t('form.working') });
  const words = el('p', {}, i18n.t('form.working'));
  say(el('div', { class: 'stack' }, words, bar));
  const ask = async () => {
    const progress = await room.importProgress(importId).catch(() => null);
    if (progress === null) return;
    const { accepted, rejected, share } = progress;
    bar.value = share;
    fill(words, i18n.t('setup.map.progress', { accepted, rejected, percent: Math.round(share * 100) }));
  };
  const timer = setInterval(ask, PROGRESS_MILLIS);
  return () => clearInterval(timer);
}
