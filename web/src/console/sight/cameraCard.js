import { disposer } from '../../dom/disposer.js';
import { el, fill } from '../../dom/el.js';
import { clockWords, momentWords } from '../../i18n/words.js';
import { shortNumber } from '../../state/incidents.js';
import { incidentsOf } from '../../state/sight.js';
import { isOpen } from '../../state/status.js';
import { createWhyForm } from '../../video/whyForm.js';
import { cardTop } from '../cardTop.js';
import { problemSentence } from '../words.js';
import { createPresetsForm } from './presetsForm.js';
import { createWatchBox } from './watchBox.js';

const DRAW_MS = 2_000;

/**
 * One camera: what it is, whether it answers, the incidents in its view, and its picture for a reason. Its cone stands on
 * the map while it is chosen.
 *
 * @param {{i18n: import('../../i18n/i18n.js').I18n, camera: object, now: () => number, pictures: object, incidents: object,
 *   cone: (id: string) => Promise<object>, mayWatch: boolean, mayPrepare: boolean,
 *   on: {close: () => void, incident: (id: string) => void, pick: (call: ((point: object) => void) | null) => void}}} context
 */
export function createCameraCard(context) {
  const { i18n, camera, pictures, mayWatch, on } = context;
  const undo = disposer();
  const title = el('h2', { class: 'card-title', tabindex: '-1' }, camera.name);
  const near = el('section', { class: 'card-section', hidden: true });
  const answer = el('div', { class: 'stack', role: 'status' });
  const box = createWatchBox({ pictures, i18n, now: context.now, most: 1 });
  const card = { context, near, answer, box, view: null, dirty: true };
  const prepares = context.mayPrepare && camera.kind === 'PTZ';
  const presets = prepares ? createPresetsForm({ i18n, camera, room: pictures.room, pick: on.pick }) : null;
  const element = el(
    'article',
    { class: 'card-body' },
    cardTop(i18n, el('span', { class: 'quiet' }, i18n.t('thing.camera')), on.close),
    title,
    facts(context),
    mayWatch && acts(card),
    answer,
    box.element,
    near,
    presets?.element,
  );
  context.cone(camera.id).then(
    (feature) => {
      card.view = feature.geometry;
      showIncidents(card);
    },
    () => {},
  );
  undo.add(context.incidents.on(() => (card.dirty = true)), box.destroy, () => on.pick(null));
  undo.every(DRAW_MS, () => card.dirty && showIncidents(card));
  showIncidents(card);
  return Object.freeze({
    element,
    focus: () => title.focus({ preventScroll: true }),
    destroy: undo.destroy,
  });
}

function facts({ i18n, camera, now }) {
  const whole = camera.fieldOfView === 360;
  const rows = [
    ['fact.state', stateWords(i18n, camera, now())],
    ['sight.unlisted', camera.unlistedAt ? momentWords(i18n, Date.parse(camera.unlistedAt), now()) : null],
    ['sight.kind', camera.kind && i18n.t(`sight.kind.${camera.kind}`)],
    ['fact.heading', whole ? i18n.t('sight.unknownHeading') : `${Math.round(camera.heading)}°`],
    ['sight.wide', whole ? null : `${Math.round(camera.fieldOfView)}°`],
    ['fact.range', camera.rangeMetres ? `${camera.rangeMetres} m` : null],
    ['sight.masked', camera.masked ? i18n.t('sight.masked.yes') : null],
    ['fact.code', el('span', { class: 'mono' }, camera.id)],
  ].filter(([, value]) => value !== null && value !== undefined);
  return el('dl', { class: 'facts' }, ...rows.flatMap(([key, value]) => [el('dt', {}, i18n.t(key)), el('dd', {}, value)]));
}

/** How it is, and since when it has not been heard of. */
function stateWords(i18n, { status, lastSeenAt }, now) {
  const words = i18n.t(`cameraStatus.${String(status).toUpperCase()}`);
  if (!lastSeenAt || status === 'ONLINE') return words;
  return i18n.t('sight.since', { state: words, moment: momentWords(i18n, Date.parse(lastSeenAt), now) });
}

function acts(card) {
  const { i18n, camera } = card.context;
  const button = (key, run, look = 'button') =>
    el('button', { class: look, type: 'button', on: { click: run } }, i18n.t(key));
  const why = () => {
    const form = createWhyForm({
      i18n,
      onAnswer: (purpose) => {
        fill(card.answer);
        card.box.watch(camera, purpose);
      },
    });
    fill(card.answer, form.element);
    form.focus();
  };
  return el(
    'div',
    { class: 'form-acts' },
    button('sight.watch', why, 'button primary'),
    button('sight.diagnose', () => diagnose(card)),
  );
}

/** The step log of the last session, in words. */
async function diagnose({ context, answer }) {
  const { i18n, camera, pictures } = context;
  try {
    const { steps, failedStep, advice } = await pictures.room.diagnosis(camera.id);
    const line = ({ step, at, ok }) =>
      el(
        'li',
        {},
        `${ok ? '✓' : '✗'} ${i18n.t(`sight.step.${step}`)} `,
        el('span', { class: 'caption' }, clockWords(Date.parse(at))),
      );
    fill(
      answer,
      el('h3', {}, i18n.t('sight.diagnosis')),
      steps.length === 0
        ? el('p', { class: 'quiet' }, i18n.t('sight.noSession'))
        : el('ol', { class: 'plain-list' }, ...steps.map(line)),
      failedStep && el('p', {}, i18n.t(`step.${failedStep}`)),
      advice && i18n.name(advice) !== '' && el('p', {}, i18n.name(advice)),
    );
  } catch (problem) {
    fill(answer, el('p', { class: 'notice fault' }, problemSentence(i18n, problem, i18n.t('sight.diagnose'))));
  }
}

function showIncidents(card) {
  const { context, near, view } = card;
  const { i18n, camera, incidents } = context;
  card.dirty = false;
  const found = incidentsOf(camera, view, [...incidents.get().byId.values()].filter(isOpen));
  near.hidden = view === null && found.length === 0;
  const list = found.map((one) => row(card, one));
  fill(
    near,
    el('h3', {}, i18n.t('sight.incidents')),
    list.length > 0 ? el('ul', { class: 'plain-list' }, ...list) : el('p', { class: 'quiet' }, i18n.t('sight.noIncidents')),
  );
}

function row(card, { incident, inView }) {
  const { i18n, camera, mayWatch, on } = card.context;
  const words = el(
    'span',
    { class: 'pick-text' },
    el('span', {}, `${shortNumber(incident)} ${incident.title}`),
    el('span', { class: 'caption' }, i18n.t(inView ? 'sight.why.inView' : 'sight.why.ptzReach')),
  );
  const open = el('button', { class: 'pick', type: 'button', on: { click: () => on.incident(incident.id) } }, words);
  const turns = mayWatch && camera.kind === 'PTZ';
  const click = () => turnTo(card, incident);
  const turn = el('button', { class: 'button', type: 'button', on: { click } }, i18n.t('sight.turn'));
  return el('li', { class: 'near-incident' }, open, turns && turn);
}

/** One click: the picture opens for this incident, and with the same ticket the head turns to it. */
function turnTo({ context, answer, box }, incident) {
  const reason = context.i18n.t('sights.reason', { number: shortNumber(incident) });
  fill(answer);
  box.watch(context.camera, Object.freeze({ purpose: 'INCIDENT', incidentId: incident.id, reason }), { aimAtOnce: true });
}
