import { el, fill } from '../dom/el.js';
import { charsetField, crsField } from './crs.js';
import { areaField, fileField, textField, waysField } from '../forms/fields.js';
import { readingList, takenList } from './outcome.js';
import { createStepForm } from '../forms/stepForm.js';
import { pointsOf, topologyOf } from './steps.js';

const METHODS = ['squares', 'hexagons', 'cells'];

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, facts: () => object, changed: () => Promise<void>,
 *   sketch: (collection: object|null) => void}} context
 * @returns {HTMLElement} step 2: grids from a file, or made by the product
 */
export function gridsStep(context) {
  const { i18n, facts } = context;
  const count = el('p', { class: 'quiet' });
  const showCount = () => fill(count, i18n.t('setup.grids.count', { n: facts().grids.features.length }));
  const changed = async () => {
    await context.changed();
    showCount();
  };
  showCount();
  const ways = { file: fileForm({ ...context, changed }), made: makerForm({ ...context, changed }) };
  const show = (way) => Object.entries(ways).forEach(([name, form]) => (form.hidden = name !== way));
  const options = [
    ['file', i18n.t('setup.grids.fromFile')],
    ['made', i18n.t('setup.grids.made')],
  ];
  const choice = waysField({ name: 'way', label: i18n.t('setup.grids.way'), options, value: 'file', onChange: show });
  show('file');
  return el('div', { class: 'stack' }, count, choice.element, ways.file, ways.made);
}

function fileForm({ i18n, room, changed, sketch }) {
  const file = fileField({
    name: 'file',
    label: i18n.t('setup.grids.file'),
    hint: i18n.t('setup.grids.fileHint'),
    accept: '.zip,.gpkg,.geojson,.json,.kml',
  });
  const check = ({ file: chosen }) => (chosen ? {} : { file: i18n.t('setup.fileNeeded') });
  const show = (taken) => {
    const topology = topologyOf(taken.topology);
    sketch(topology.sketch);
    return topology.counts;
  };
  const run = async (values, way) => {
    const taken = await room.importGrids({ ...values, ...way });
    if (!way.dryRun) await changed();
    return gridsReport(i18n, taken, show(taken), way.dryRun);
  };
  const explain = ({ body }) => (body.rejected ? gridsReport(i18n, { ...body, accepted: 0 }, show(body), true) : null);
  const act = (key, way) => ({
    label: i18n.t(`setup.grids.${key}`),
    check,
    explain,
    run: (values) => run(values, way),
  });
  const acts = [
    act('check', { dryRun: true }),
    { ...act('import', { dryRun: false }), primary: true },
    act('partial', { dryRun: false, partial: true }),
  ];
  return createStepForm({ i18n, fields: [file, crsField(i18n), charsetField(i18n)], acts }).element;
}

function gridsReport(i18n, taken, counts, dryRun) {
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, i18n.t(dryRun ? 'setup.grids.checked' : 'setup.grids.imported')),
    takenList(i18n, taken, 'rejected-grids.csv', dryRun),
    readingList(i18n, taken),
    el('p', {}, i18n.t('setup.grids.topology', counts)),
    Object.values(counts).some((count) => count > 0) && el('p', { class: 'caption' }, i18n.t('setup.grids.onMap')),
  );
}

function makerForm({ i18n, room, changed }) {
  const size = textField({ name: 'sizeMetres', label: i18n.t('setup.grids.size'), value: '1000', type: 'number' });
  const points = areaField({
    name: 'points',
    label: i18n.t('setup.grids.points'),
    hint: i18n.t('setup.grids.pointsHint'),
    placeholder: '117.90, 35.80, 立春村',
  });
  const show = (method) => {
    points.element.hidden = method !== 'cells';
    size.element.hidden = method === 'cells';
  };
  const options = METHODS.map((method) => [method, i18n.t(`setup.grids.method.${method}`)]);
  const method = waysField({
    name: 'method',
    label: i18n.t('setup.grids.method'),
    options,
    value: 'squares',
    onChange: show,
  });
  show('squares');
  const check = (values) => makerFaults(i18n, values);
  const run = async (values, dryRun) => {
    const made = await room.makeGrids({ ...wishOf(values), dryRun });
    if (!dryRun) await changed();
    return i18n.t(dryRun ? 'setup.grids.wouldMake' : 'setup.grids.hasMade', made);
  };
  const acts = [
    { label: i18n.t('setup.grids.preview'), check, run: (values) => run(values, true) },
    { label: i18n.t('setup.grids.make'), primary: true, check, run: (values) => run(values, false) },
  ];
  return createStepForm({ i18n, fields: [method, size, points], acts }).element;
}

function wishOf({ method, sizeMetres, points }) {
  return method === 'cells' ? { method, points: pointsOf(points).points } : { method, sizeMetres: Number(sizeMetres) };
}

function makerFaults(i18n, { method, sizeMetres, points }) {
  if (method !== 'cells') return Number(sizeMetres) >= 50 ? {} : { sizeMetres: i18n.t('setup.grids.sizeFault') };
  const read = pointsOf(points);
  if (read.faults.length > 0)
    return { points: i18n.t('setup.grids.pointsFault', { lines: read.faults.slice(0, 10).join(', ') }) };
  return read.points.length > 1 ? {} : { points: i18n.t('setup.grids.pointsNeeded') };
}
