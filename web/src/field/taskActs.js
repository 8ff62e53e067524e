import { el, fill } from '../dom/el.js';
import { newKey } from '../net/api.js';
import { photoEntries } from '../state/fieldDraft.js';
import { entryOf, stepsOf } from '../state/fieldTasks.js';
import { createPhotoStrip } from './photoStrip.js';

/** Steps that need words first. */
const NEEDS_WORDS = Object.freeze(['handle', 'return']);
/** Acts after which the place of a worker on duty is told. */
const TELLS_PLACE = Object.freeze(['start', 'handle']);

/**
 * The buttons of an order, and the small form of those steps that need words. What is typed is on the shelf at once.
 *
 * @param {object} desk
 */
export async function createTaskActs(desk) {
  const { shelf, user, id } = desk;
  const element = el('section', { class: 'stack field-task-acts' });
  const note = `draft:step:${id}`;
  const fault = el('p', { class: 'notice fault', role: 'alert', hidden: true });
  const draft = await shelf.note(user, note);
  const acts = { desk, element, note, fault, draft, order: null, shown: '', strip: null, busy: false };
  return Object.freeze({
    element,
    show(order) {
      acts.order = order;
      const steps = order === null ? [] : stepsOf(order);
      if (acts.draft && !steps.includes(acts.draft.step)) acts.strip?.destroy();
      const state = JSON.stringify([steps, acts.draft?.step]);
      // a form in which somebody writes is left alone while the order stays as it is
      if (state === acts.shown) return;
      acts.shown = state;
      draw(acts, steps);
    },
    destroy: () => acts.strip?.destroy(),
  });
}

function draw(acts, steps) {
  const { desk, element, draft } = acts;
  acts.strip?.destroy();
  acts.strip = null;
  acts.fault.hidden = true;
  const buttons = steps.map((step, i) => stepButton(acts, step, i === 0));
  const form = draft && steps.includes(draft.step) ? stepForm(acts) : null;
  fill(element, ...(form ? [form] : [acts.fault, el('div', { class: 'field-acts field-steps' }, ...buttons)]));
  element.hidden = steps.length === 0;
  element.setAttribute('aria-label', desk.i18n.t('field.steps'));
}

function stepWords({ i18n, names }, step) {
  return step === step.toUpperCase() ? i18n.t(`field.step.${step}`) : names.move(step);
}

function stepButton(acts, step, first) {
  const click = () => (NEEDS_WORDS.includes(step) ? openForm(acts, step) : act(acts, step));
  const look = first ? 'button primary field-big' : 'button';
  return el('button', { class: look, type: 'button', data: { step }, on: { click } }, stepWords(acts.desk, step));
}

async function openForm(acts, step) {
  await keep(acts, { step, words: '', photos: [] });
  redraw(acts);
  acts.element.querySelector('textarea')?.focus();
}

function redraw(acts) {
  const steps = acts.order === null ? [] : stepsOf(acts.order);
  acts.shown = JSON.stringify([steps, acts.draft?.step]);
  draw(acts, steps);
}

async function keep(acts, change) {
  acts.draft = { ...acts.draft, ...change };
  if (acts.busy) return;
  await acts.desk.shelf.keep(acts.desk.user, acts.note, acts.draft);
}

function stepForm(acts) {
  const { desk, draft, fault } = acts;
  const { i18n } = desk;
  const handling = draft.step === 'handle';
  const label = i18n.t(handling ? 'field.result' : 'field.reason');
  const input = el('textarea', { class: 'textarea', rows: '3', maxlength: '2000', id: 'field-step', value: draft.words });
  input.addEventListener('input', () => keep(acts, { words: input.value }));
  const about = { step: 'HANDLE', caseId: desk.id, ids: draft.photos, changed: (change) => keep(acts, change) };
  acts.strip = handling ? createPhotoStrip(desk, about) : null;
  const submit = (event) => {
    event.preventDefault();
    const needed = input.value.trim() === '' ? 'field.wordsNeeded' : acts.strip?.isBusy() ? 'field.photoBusy' : null;
    fault.hidden = needed === null;
    if (needed) {
      fill(fault, i18n.t(needed));
      return input.focus();
    }
    return act(acts, draft.step);
  };
  const cancel = el('button', { class: 'button', type: 'button', on: { click: () => closeForm(acts) } }, i18n.t('field.cancel'));
  return el(
    'form',
    { class: 'stack', novalidate: true, on: { submit } },
    el('div', { class: 'field' }, el('label', { for: 'field-step' }, label), input),
    acts.strip?.element,
    fault,
    el('div', { class: 'field-acts' }, el('button', { class: 'button primary field-big', type: 'submit' }, stepWords(desk, draft.step)), cancel),
  );
}

async function closeForm(acts) {
  const { shelf, user } = acts.desk;
  const { photos } = acts.draft;
  acts.draft = null;
  await shelf.write(['notes', 'photos'], (stores) => {
    stores.notes.delete([user, acts.note]);
    photos.forEach((id) => stores.photos.delete(id));
  });
  redraw(acts);
}

/**
 * Goes into the outbox together with the end of its draft; the page then shows it as done and waiting. When the device
 * cannot keep it, the words stay where they are.
 */
async function act(acts, step) {
  if (acts.busy) return;
  acts.busy = true;
  const { desk, order, draft, note, fault } = acts;
  const ends = draft?.step === step;
  const at = desk.clock.device();
  const words = ends ? draft.words.trim() : undefined;
  const photos = ends ? draft.photos : [];
  const entries = [entryOf(order, step, { at, key: newKey(), words }), ...photoEntries(order.incidentId, photos, at)];
  try {
    await desk.outbox.add(entries, ends ? note : undefined);
    if (ends) acts.draft = null;
    redraw(acts);
    if (TELLS_PLACE.includes(step)) desk.duty.afterAct();
  } catch (problem) {
    fault.hidden = false;
    fill(fault, desk.i18n.t('field.shelfFull', { why: problem?.name ?? '' }));
  } finally {
    acts.busy = false;
  }
}
