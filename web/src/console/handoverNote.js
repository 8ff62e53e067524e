import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { createRequestKeys } from '../net/requestKeys.js';
import { problemSentence } from './words.js';

const DRAFT = Object.freeze(['handover', 'note']);
/** Who leaves notes at the desk and reads them. */
const DESK = Object.freeze(['DISPATCHER', 'SUPERVISOR', 'LEADER']);

/**
 * The words for the next shift, and those of the last ones. What is typed is a draft of this tab until it is left; then
 * it is the server's, for whoever comes next, at whatever desk.
 *
 * @param {{i18n: object, now: () => number, session: object, drafts: object, dispatch: {handoverNotes: () =>
 *   Promise<object[]>, leaveNote: (text: string, key: string) => Promise<object>}}} context
 */
export function createHandoverNote(context) {
  const { i18n, session, drafts } = context;
  const input = el('textarea', { class: 'textarea', id: 'handover-note', rows: '5', maxlength: '4000' });
  const printed = el('p', { class: 'handover-printed' });
  const status = el('p', { class: 'caption', role: 'status' });
  const notes = el('ul', { class: 'plain-list handover-notes stack', 'aria-label': i18n.t('handover.notes') });
  const leave = el('button', { class: 'button', type: 'submit' }, i18n.t('handover.leave'));
  const pane = { context, input, printed, status, notes, leave, keyOf: createRequestKeys() };
  input.value = drafts.read(...DRAFT)?.text ?? '';
  printed.textContent = input.value;
  input.addEventListener('input', () => typed(pane));
  const submit = (event) => {
    event.preventDefault();
    leaveNote(pane);
  };
  const element = el(
    'form',
    { class: 'field', novalidate: true, on: { submit } },
    el('label', { for: 'handover-note' }, i18n.t('handover.note')),
    input,
    printed,
  );
  if (session.roles.some((role) => DESK.includes(role))) {
    element.append(el('div', { class: 'form-acts' }, leave), status, notes);
    readNotes(pane);
  }
  return Object.freeze({ element });
}

function typed({ context, input, printed }) {
  context.drafts.save(...DRAFT, { text: input.value });
  printed.textContent = input.value;
}

async function readNotes(pane) {
  const { context, notes, status } = pane;
  const { i18n } = context;
  try {
    const items = await context.dispatch.handoverNotes();
    fill(notes, ...(items.length > 0 ? items.map((note) => row(context, note)) : [none(i18n)]));
  } catch (problem) {
    fill(status, problemSentence(i18n, problem, i18n.t('handover.verb.read')));
  }
}

function none(i18n) {
  return el('li', { class: 'quiet' }, i18n.t('handover.noNotes'));
}

function row({ i18n, now }, { text, by, at }) {
  const head = i18n.t('handover.noteBy', { time: momentWords(i18n, Date.parse(at), now()), name: by });
  return el('li', {}, el('span', { class: 'caption' }, head), el('p', { class: 'card-text' }, text));
}

/** What could not be left stays where it was typed. */
async function leaveNote(pane) {
  const { context, input, status, leave, keyOf } = pane;
  const { i18n, drafts, dispatch } = context;
  const text = input.value.trim();
  if (leave.disabled || text === '') {
    fill(status, i18n.t(leave.disabled ? 'form.working' : 'handover.empty'));
    return;
  }
  leave.disabled = true;
  try {
    await dispatch.leaveNote(text, keyOf(text));
    if (input.value.trim() === text) {
      input.value = '';
      typed(pane);
      drafts.clear(...DRAFT);
    }
    fill(status, i18n.t('handover.left'));
    await readNotes(pane);
  } catch (problem) {
    fill(status, problemSentence(i18n, problem, i18n.t('handover.verb.leave')));
  } finally {
    leave.disabled = false;
  }
}
