import { el, fill } from '../../dom/el.js';
import { bearingTo } from '../../geo/inside.js';
import { lineField } from '../card/fields.js';
import { problemSentence } from '../words.js';
import { createDevicePresets } from './devicePresets.js';

const USUAL_WIDTH = 60;

/**
 * What the video manager tells of a camera's head so that it can turn to an incident by itself: which way each stored
 * direction looks, where its zero is, how high it hangs. Directions are read off the map with a click.
 *
 * @param {{i18n: import('../../i18n/i18n.js').I18n, camera: object, room: object,
 *   pick: (call: ((point: object) => void) | null) => void}} context pick: the next click on the map is ours
 */
export function createPresetsForm(context) {
  const { i18n } = context;
  const body = el('div', { class: 'stack' });
  const element = el('details', { class: 'card-section presets' }, el('summary', {}, i18n.t('preset.title')), body);
  const form = { context, body, fields: fieldsOf(i18n), known: null, note: el('p', { role: 'status', hidden: true }) };
  form.device = createDevicePresets({ ...context, changed: () => read(form) });
  element.addEventListener('toggle', () => element.open && form.known === null && read(form));
  return Object.freeze({ element });
}

function fieldsOf(i18n) {
  const number = (name, label, hint) =>
    lineField({ name, label: i18n.t(label), hint: hint && i18n.t(hint), inputmode: 'decimal' });
  return {
    number: number('number', 'preset.numberLabel'),
    name: lineField({ name: 'name', label: i18n.t('preset.name') }),
    bearing: number('bearing', 'preset.bearing'),
    fieldOfView: number('fieldOfView', 'preset.fieldOfView'),
    panZero: number('panZero', 'preset.panZero', 'preset.panZeroHint'),
    mountMetres: number('mountMetres', 'preset.mount'),
  };
}

async function read(form) {
  const { context } = form;
  try {
    form.known = await context.room.presets(context.camera.id);
    form.fields.fieldOfView.write(String(USUAL_WIDTH));
    form.fields.panZero.write(form.known.panZero ?? '');
    form.fields.mountMetres.write(form.known.mountMetres ?? '');
    draw(form);
  } catch (problem) {
    fill(form.body, el('p', { class: 'notice fault' }, problemSentence(context.i18n, problem, context.i18n.t('preset.title'))));
  }
}

function draw(form) {
  const { context, body, fields, known, note } = form;
  const { i18n } = context;
  const button = (key, run) => el('button', { class: 'button', type: 'button', on: { click: run } }, i18n.t(key));
  const byMap = (field) =>
    button('preset.byMap', () => {
      say(form, i18n.t('preset.clickMap'));
      context.pick((point) => {
        field.write(String(Math.round(bearingTo(context.camera, point))));
        say(form, null);
      });
    });
  fill(
    body,
    el('p', { class: 'caption' }, i18n.t('preset.help')),
    known.presets.length > 0 && el('ul', { class: 'plain-list' }, ...known.presets.map((preset) => row(form, preset))),
    el(
      'div',
      { class: 'preset-fields' },
      ...[fields.number, fields.name, fields.bearing, fields.fieldOfView].map((field) => field.element),
    ),
    el('div', { class: 'form-acts' }, byMap(fields.bearing), button('preset.add', () => add(form)), button('preset.store', () => store(form))),
    el('div', { class: 'preset-fields' }, fields.panZero.element, fields.mountMetres.element),
    el('div', { class: 'form-acts' }, byMap(fields.panZero), button('preset.save', () => save(form, known.presets))),
    note,
    form.device.element,
  );
}

/** What the camera sees now becomes its preset of this number; where it looks may be told at once. */
async function store(form) {
  const { fields, device } = form;
  Object.values(fields).forEach((field) => field.fault(null));
  const [bearing, fieldOfView] = [numberOf(fields.bearing), numberOf(fields.fieldOfView)];
  const looks = bearing === null ? {} : { bearing, fieldOfView };
  const number = fields.number.read().trim() || '0';
  const problem = await device.store(encodeURIComponent(number), { name: fields.name.read(), ...looks });
  (problem?.errors ?? []).forEach(({ field, message }) => fields[field]?.fault(message));
  if (problem === null) ['number', 'name', 'bearing'].forEach((name) => fields[name].write(''));
}

function row(form, preset) {
  const { i18n } = form.context;
  const rounded = { bearing: Math.round(preset.bearing), fieldOfView: Math.round(preset.fieldOfView) };
  const words = i18n.t('preset.row', { ...preset, ...rounded });
  const remove = () => save(form, form.known.presets.filter((other) => other !== preset));
  return el(
    'li',
    { class: 'near-incident' },
    el('span', { class: 'pick-text' }, words),
    el('button', { class: 'button plain', type: 'button', on: { click: remove } }, i18n.t('preset.remove')),
  );
}

function add(form) {
  const { fields, known } = form;
  const [number, bearing, fieldOfView] = [fields.number, fields.bearing, fields.fieldOfView].map(numberOf);
  const preset = { number, name: fields.name.read(), bearing, fieldOfView };
  save(form, [...known.presets.filter((other) => other.number !== number), preset]);
}

async function save(form, presets) {
  const { context, fields, known } = form;
  Object.values(fields).forEach((field) => field.fault(null));
  const head = { panZero: numberOf(fields.panZero), mountMetres: numberOf(fields.mountMetres) };
  const body = { version: known.version, ...head, presets };
  try {
    form.known = await context.room.savePresets(context.camera.id, body);
    ['number', 'name', 'bearing'].forEach((name) => fields[name].write(''));
    draw(form);
    say(form, context.i18n.t('preset.saved'));
  } catch (problem) {
    if (problem.body?.current) form.known = problem.body.current;
    (problem.errors ?? []).forEach(({ field, message }) => fields[field.split('.').pop()]?.fault(message));
    draw(form);
    say(form, problemSentence(context.i18n, problem, context.i18n.t('preset.save')));
  }
}

/** @returns {number | null} what is no number is told by the server as missing */
function numberOf(field) {
  const text = field.read().replace(',', '.');
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}

function say({ note }, words) {
  note.hidden = words === null;
  note.textContent = words ?? '';
}
