import { el, fill } from '../../dom/el.js';
import { createRequestKeys } from '../../net/requestKeys.js';
import { likenessList } from '../card/likeness.js';
import { cardTop } from '../cardTop.js';
import { problemSentence } from '../words.js';
import { reportBody, reportFields, reportLayout } from './reportFields.js';

const HINT_PAUSE = 700;

/**
 * A new report in the side panel: kind, place, words; those that look alike are shown before it is sent.
 *
 * @param {{i18n: object, names: object, codes: object, session: object, grids: object[], gridAt: Function,
 *   geolocation: object | null, now: () => number, drafts: object, room: object,
 *   onReported: (body: object) => void, onOpen: (id: string) => void, onClose: () => void,
 *   onPoint: (point: object) => void}} context
 */
export function createReportForm(context) {
  const { i18n, drafts } = context;
  const state = { timer: 0, asked: '', cancel: null, keyOf: createRequestKeys() };
  const hints = el('section', { class: 'card-section', 'aria-live': 'polite', hidden: true });
  const problem = el('div', { class: 'notice fault', role: 'alert', hidden: true });
  const send = el('button', { class: 'button primary', type: 'submit' }, i18n.t('report.send'));
  const title = el('h2', { class: 'card-title', tabindex: '-1' }, i18n.t('report.open'));
  const changed = () => {
    keep(form);
    showFor(form.fields);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => lookForLike(form), HINT_PAUSE);
  };
  const fields = reportFields({ ...context, onChange: () => changed() });
  const form = { context, fields, state, hints, problem, send };
  const submit = (event) => {
    event.preventDefault();
    sendReport(form);
  };
  const element = layOut(form, title, { submit, input: changed, change: changed });
  restore(fields, drafts.read('new', 'report'));
  showFor(fields);
  return Object.freeze({
    element,
    focus: () => title.focus(),
    setPoint: fields.location.set,
    /** @param {{lng: number, lat: number}} point seen on a picture @param {string} note how, and how sure */
    setSeen(point, note) {
      if (fields.description.read() === '') fields.description.write(note);
      fields.source.write('VIDEO_ALARM');
      fields.location.set(point);
    },
    destroy() {
      clearTimeout(state.timer);
      state.cancel?.abort();
      fields.location.destroy();
    },
  });
}

function layOut(form, title, on) {
  const { context, fields, hints, problem, send } = form;
  const button = (look, click, ...content) => el('button', { class: look, type: 'button', on: { click } }, ...content);
  const drop = button('button', () => discard(form), context.i18n.t('report.discard'));
  return el(
    'article',
    { class: 'card-body report' },
    cardTop(context.i18n, title, context.onClose),
    el(
      'form',
      { class: 'stack', novalidate: true, on },
      ...reportLayout(fields, context),
      hints,
      problem,
      el('div', { class: 'form-acts' }, send, drop),
    ),
  );
}

function keep({ context, fields }) {
  const values = Object.values(fields).map((field) => [field.name, (field.save ?? field.read)()]);
  context.drafts.save('new', 'report', Object.fromEntries(values));
}

function restore(fields, values) {
  for (const field of Object.values(fields)) {
    if (values?.[field.name]) {
      field.write(values[field.name]);
    }
  }
}

function discard({ context }) {
  context.drafts.clear('new', 'report');
  context.onClose();
}

/** Category, scale and parties belong to disputes alone. */
function showFor(fields) {
  const dispute = fields.kind.read() === 'DISPUTE';
  fields.category.element.hidden = !dispute;
  fields.scale.element.hidden = !dispute;
  fields.parties.element.hidden = !dispute;
}

async function lookForLike({ context, fields, state, hints }) {
  // what is looked for is the matter, not its people
  const body = { ...reportBody(fields), parties: undefined, reporter: undefined };
  const text = JSON.stringify(body);
  if (!body.kind || !body.title || !(body.location || body.gridCode) || text === state.asked) {
    return;
  }
  state.asked = text;
  state.cancel?.abort();
  state.cancel = new AbortController();
  const items = await context.room.likeThis(body, { signal: state.cancel.signal }).catch(() => []);
  if (state.asked === text) {
    hints.hidden = items.length === 0;
    fill(
      hints,
      el('h3', {}, context.i18n.t('report.alike', { n: items.length })),
      likenessList({ i18n: context.i18n, names: context.names, onOpen: context.onOpen }, items.slice(0, 3)),
    );
  }
}

async function sendReport(form) {
  const { context, fields, problem, send, state } = form;
  const { i18n } = context;
  Object.values(fields).forEach((field) => field.fault(null));
  problem.hidden = true;
  const missing = ['kind', 'location', 'title'].map((name) => fields[name]).filter((field) => field.read() === '');
  if (missing.length > 0) {
    missing.forEach((field) => field.fault(i18n.t(`report.needed.${field.name}`)));
    missing[0].focus();
    return;
  }
  send.disabled = true;
  try {
    const body = reportBody(fields);
    const answer = await context.room.report(body, state.keyOf(body));
    context.drafts.clear('new', 'report');
    context.onReported(answer);
  } catch (fault) {
    showProblem(form, fault);
  } finally {
    send.disabled = false;
  }
}

function showProblem({ context, fields, problem }, fault) {
  const left = fault.errors.filter((error) => {
    const field = fieldOf(fields, error.field ?? '');
    field?.fault(error.message, error.field);
    return !field;
  });
  problem.hidden = false;
  fill(
    problem,
    el('p', {}, problemSentence(context.i18n, fault, context.i18n.t('report.send'))),
    left.length > 0 && el('ul', {}, ...left.map((error) => el('li', {}, error.message))),
  );
}

/** The server names fields of the body; reporter and place stand under other names in the form. */
function fieldOf(fields, name) {
  const alias = { gridCode: 'location', 'reporter.name': 'reporterName', 'reporter.phone': 'reporterPhone' };
  return fields[alias[name] ?? name.split(/[.[]/)[0]];
}
