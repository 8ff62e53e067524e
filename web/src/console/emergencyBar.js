import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { createRequestKeys } from '../net/requestKeys.js';
import { lineField } from './card/fields.js';
import { cardTop } from './cardTop.js';
import { problemSentence } from './words.js';

const EVERY_MS = 30_000;
const HOURS = Object.freeze([1, 2, 4, 8, 12]);

/**
 * Says below the list that positions are shared: why, by whom, until when. A leader ends it here.
 *
 * @param {{i18n: object, now: () => number, document: Document, session: object, toasts: object,
 *   room: {emergencies: () => Promise<object[]>, endEmergency: (id: string) => Promise<void>}}} context
 */
export function createEmergencyBar(context) {
  const { i18n, document } = context;
  const undo = disposer();
  const element = el('section', { class: 'emergency', 'aria-label': i18n.t('emergency.label'), hidden: true });
  const read = async () => {
    if (document.visibilityState !== 'visible') {
      return;
    }
    const items = await context.room.emergencies().catch(() => null);
    if (items !== null) {
      element.hidden = items.length === 0;
      fill(element, ...items.map((item) => rowOf(context, item, read)));
    }
  };
  undo.every(EVERY_MS, read);
  undo.listen(document, 'visibilitychange', read);
  read();
  return Object.freeze({ element, read, destroy: undo.destroy });
}

function rowOf({ i18n, now, session, toasts, room }, item, read) {
  const words = i18n.t('emergency.on', {
    reason: item.reason,
    who: item.declaredBy,
    until: momentWords(i18n, Date.parse(item.endsAt), now()),
  });
  const end = async () => {
    button.disabled = true;
    try {
      await room.endEmergency(item.id);
      toasts.say(i18n.t('emergency.ended'));
    } catch (problem) {
      toasts.say(problemSentence(i18n, problem, i18n.t('emergency.end')));
    }
    button.disabled = false;
    read();
  };
  const button = el('button', { class: 'button', type: 'button', on: { click: end } }, i18n.t('emergency.end'));
  return el('div', { class: 'emergency-row' }, el('p', {}, words), session.roles.includes('LEADER') && button);
}

/**
 * A leader's form: why, and for how long. Workers see both.
 *
 * @param {{i18n: object, declare: (body: object, key: string) => Promise<object>, onDone: (item: object) => void,
 *   onClose: () => void}} context
 */
export function createEmergencyForm({ i18n, declare, onDone, onClose }) {
  const title = el('h2', { tabindex: '-1', class: 'card-title' }, i18n.t('emergency.declare'));
  const reason = lineField({ name: 'reason', label: i18n.t('emergency.reason'), required: true });
  const hours = el(
    'select',
    { class: 'select', id: 'emergency-hours' },
    ...HOURS.map((n) => el('option', { value: String(n) }, i18n.t('emergency.hours', { n }))),
  );
  const problem = el('p', { class: 'notice fault', role: 'alert', hidden: true });
  const send = el('button', { class: 'button primary', type: 'submit' }, i18n.t('emergency.declare'));
  const keyOf = createRequestKeys();
  const submit = async (event) => {
    event.preventDefault();
    const body = { reason: reason.read(), hours: Number(hours.value) };
    reason.fault(body.reason === '' ? i18n.t('field.needed') : null);
    if (body.reason === '' || send.disabled) {
      reason.focus();
      return;
    }
    send.disabled = true;
    try {
      onDone(await declare(body, keyOf(body)));
    } catch (fault) {
      problem.hidden = false;
      const words = problemSentence(i18n, fault, i18n.t('emergency.declare'));
      problem.textContent = [words, ...fault.errors.map((error) => error.message)].join(' ');
    }
    send.disabled = false;
  };
  const element = el(
    'article',
    { class: 'card-body' },
    cardTop(i18n, title, onClose),
    el(
      'form',
      { class: 'stack', novalidate: true, on: { submit } },
      el('p', { class: 'quiet' }, i18n.t('emergency.what')),
      reason.element,
      el('div', { class: 'field' }, el('label', { for: 'emergency-hours' }, i18n.t('emergency.long')), hours),
      problem,
      el('div', { class: 'form-acts' }, send),
    ),
  );
  return Object.freeze({ element, focus: () => title.focus() });
}
