import { el } from '../dom/el.js';
import { createStepForm } from '../forms/stepForm.js';
import { newKey } from '../net/api.js';
import { Problem } from '../net/problem.js';
import { mayManage } from '../state/cameraAdminUrl.js';
import { NEW_CAMERA, cameraRequest, coneOf, formFaults, formValues, newCameraRequest } from '../state/cameraForm.js';
import { lngLatText } from '../state/lngLatText.js';
import { cameraFacts } from './cameraFacts.js';
import { cameraFields } from './cameraFields.js';
import { conflictNote } from './conflictNote.js';
import { createPlaceMap } from './placeMap.js';

/**
 * Enters a camera or changes one. The address and what opens it go in and never come out.
 *
 * @param {object} context of the panel: `details` (null: a new one), `draft`, `saved`, `reread`, `said`
 */
export function createCameraForm(context) {
  const { i18n, details, session, said } = context;
  if (details && !mayManage(session)) return cameraFacts(context);
  const fresh = details === null;
  const before = fresh ? NEW_CAMERA : formValues(details);
  const form = { context, fresh, before, version: details?.version, key: newKey() };
  const fields = cameraFields({ i18n, fresh, stream: details?.stream ?? false, source: before.source });
  form.fields = new Map(fields.map((field) => [field.name, field]));
  const draft = context.draft.get();
  write(form, draft ?? before);
  form.map = createPlaceMap({ ...context, id: details?.id ?? null, onPick: (at) => picked(form, at) });
  form.form = stepForm(form, fields);
  form.form.element.addEventListener('input', () => typed(form));
  const note = draft && !said ? i18n.t('camAdmin.draftKept') : said;
  if (note) form.form.say(note);
  typed(form, false);
  return Object.freeze({
    element: form.form.element,
    start: form.map.start,
    setTheme: form.map.setTheme,
    destroy: form.map.destroy,
  });
}

function stepForm(form, fields) {
  const { i18n } = form.context;
  const words = ({ key, params }) => i18n.t(key, params);
  const check = (values) =>
    Object.fromEntries(Object.entries(formFaults(values, form)).map(([name, fault]) => [name, words(fault)]));
  const drop = async () => {
    form.context.draft.drop();
    await form.context.reread();
    return '';
  };
  const save = {
    label: i18n.t(form.fresh ? 'camAdmin.enter' : 'camAdmin.save'),
    primary: true,
    check,
    run: (values) => saveCamera(form, values),
    explain: (problem) => explained(form, problem),
  };
  const acts = form.fresh ? [save] : [save, { label: i18n.t('camAdmin.drop'), run: drop }];
  return createStepForm({ i18n, fields, acts, layout: (parts) => layout(form, parts) });
}

function layout({ context, map }, parts) {
  const { i18n } = context;
  const section = (key, ...what) => el(
    'fieldset',
    { class: 'stack admin-group' },
    el('legend', {}, i18n.t(key)),
    ...what,
  );
  const pair = (...two) => el('div', { class: 'pair' }, ...two);
  return [
    section('camAdmin.group.what', pair(parts.source, parts.id), parts.name, pair(parts.kind, parts.placeType)),
    section(
      'camAdmin.group.where',
      pair(parts.location, parts.crs),
      map.element,
      el('div', { class: 'triple' }, parts.heading, parts.fieldOfView, parts.rangeMetres),
      parts.datum,
    ),
    section(
      'camAdmin.group.stream',
      parts.streamUrl,
      parts.subStreamUrl,
      pair(parts.username, parts.password),
      parts.forget,
      parts.transport,
    ),
  ];
}

function valuesOf({ fields, before }) {
  return { ...before, ...Object.fromEntries([...fields].map(([name, field]) => [name, field.read()])) };
}

function write({ fields }, values) {
  for (const [name, field] of fields) field.set(values[name]);
}

/** After every key: the cone on the map, the fields that this sort of source has, and the draft without its secrets. */
function typed(form, keep = true) {
  const values = valuesOf(form);
  const rtsp = values.source !== 'gb28181';
  form.map.show(coneOf(values));
  const show = (name, on) => form.fields.get(name) && (form.fields.get(name).element.hidden = !on);
  ['streamUrl', 'subStreamUrl', 'username', 'password'].forEach((name) => show(name, rtsp));
  show('forget', rtsp && form.context.details?.stream === true);
  ['datum', 'transport'].forEach((name) => show(name, !rtsp));
  if (form.fresh) show('datum', false);
  const forbidden = formFaults(values, form).placeType;
  form.fields.get('placeType').fault(forbidden ? form.context.i18n.t(forbidden.key) : null);
  if (keep) form.context.draft.set({ ...values, password: '' });
}

function picked(form, at) {
  form.fields.get('location').set(lngLatText(at));
  form.fields.get('crs').set('WGS84');
  typed(form);
}

async function saveCamera(form, values) {
  const { i18n, room, saved, details } = form.context;
  const all = { ...form.before, ...values };
  const wish = form.fresh ? newCameraRequest(all) : cameraRequest(all, form.before);
  if (!form.fresh && Object.keys(wish).length === 0) return i18n.t('camAdmin.nothingChanged');
  try {
    const camera = form.fresh
      ? await room.create(wish, form.key)
      : await room.change({ id: details.id, version: form.version }, wish);
    const said = i18n.t(form.fresh ? 'camAdmin.entered' : 'camAdmin.saved', { name: all.name });
    await saved(camera.id, said);
    return said;
  } catch (problem) {
    // a refused body may be sent again, changed: that is another call
    if (problem.kind === 'refused') form.key = newKey();
    throw atOwnField(problem);
  }
}

/** The server names parts of the place; the form has one field for it. */
function atOwnField(problem) {
  if (!(problem instanceof Problem)) return problem;
  const errors = problem.errors.map(
    ({ field, message }) => ({ field: field.replace(/^location\..*/, 'location'), message }),
  );
  return new Problem({ ...problem, errors });
}

function explained(form, problem) {
  const { i18n, reread, draft } = form.context;
  if (problem.code !== 'camera.stale-version' || !problem.body.current) return null;
  return conflictNote({
    i18n,
    values: valuesOf(form),
    current: problem.body.current,
    onMine() {
      form.version = problem.body.current.version;
      form.form.element.requestSubmit();
    },
    onTheirs() {
      draft.drop();
      reread(i18n.t('camAdmin.tookCurrent'));
    },
  });
}
