import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { newKey } from '../net/api.js';
import { DRAFT_NOTE, missingIn, newDraft, reportBody, reportEntries } from '../state/fieldDraft.js';
import { guidanceBox } from './guidanceBox.js';
import { newId } from './ids.js';
import { createKindStep } from './kindStep.js';
import { createPhotoStrip } from './photoStrip.js';
import { createPlaceField, gridOfDraft } from './placeField.js';
import { createTimeField } from './timeField.js';

/**
 * A report in three taps: kind, photo or words, send. Every input is on the shelf before the next one, so that a kill
 * costs nothing. An id is used once: the address of a draft that has been sent or dropped begins another report.
 *
 * @param {object} desk `id`: of the draft, and of the case that it becomes; empty or used: a new one
 */
export async function createReport(desk) {
  const { shelf, user, id } = desk;
  const undo = disposer();
  const element = el('div', { class: 'stack field-report' });
  const report = { desk, undo, element, draft: null, form: null, sending: false, over: false };
  report.draft = await shelf.note(user, DRAFT_NOTE + id);
  if (report.draft?.kind) showForm(report);
  else showKinds(report);
  return Object.freeze({
    element,
    focus: () => element.querySelector('h2')?.focus(),
    destroy() {
      report.over = true;
      report.sending = true;
      report.form?.destroy();
      undo.destroy();
    },
  });
}

function showKinds(report) {
  const { desk, element } = report;
  const step = createKindStep(desk, (kind) => begin(report, kind));
  fill(element, titleLine(desk, 'field.kind'), step);
}

function titleLine({ i18n, route }, key) {
  const back = el('button', { class: 'button', type: 'button', on: { click: () => route.go('home') } }, i18n.t('field.back'));
  return el('div', { class: 'field-title' }, back, el('h2', { tabindex: '-1' }, i18n.t(key)));
}

async function begin(report, kind) {
  const { clock, route } = report.desk;
  const known = report.draft;
  report.draft ??= newDraft({ id: newId(), key: newKey(), kind, at: new Date(clock.device()).toISOString() });
  await keep(report, { kind });
  if (report.over) return;
  if (known === null) route.named(report.draft.id);
  showForm(report);
  if (known === null) report.form.locate();
}

/** The draft on the shelf is changed before anything else goes on. */
async function keep(report, change) {
  if (report.sending) return;
  report.draft = { ...report.draft, ...change };
  await report.desk.shelf.keep(report.desk.user, noteOf(report), report.draft);
}

function noteOf({ draft }) {
  return DRAFT_NOTE + draft.id;
}

function showForm(report) {
  const { desk, element } = report;
  report.form?.destroy();
  report.form = createForm(report);
  fill(element, titleLine(desk, 'field.report'), ...report.form.elements);
  element.querySelector('h2').focus();
}

function createForm(report) {
  const { desk } = report;
  const { i18n, names } = desk;
  const changed = (change) => keep(report, change);
  const words = wordsField(report, changed);
  const photos = createPhotoStrip(desk, { step: 'REPORT', caseId: report.draft.id, ids: report.draft.photos, changed });
  const place = createPlaceField(desk, report.draft, changed);
  const time = createTimeField(desk, report.draft, changed);
  const category = report.draft.kind === 'DISPUTE' ? categoryField(report, changed) : [];
  const fault = el('p', { class: 'notice fault', role: 'alert', hidden: true });
  const button = (look, key, click) => el('button', { class: look, type: 'button', on: { click } }, i18n.t(key));
  const send = button('button primary field-big', 'field.send', () => sendReport(report, { fault, place, photos }));
  const drop = button('button', 'field.dropDraft', () => dropDraft(report));
  const kind = button('button', 'field.otherKind', () => showKinds(report));
  const top = el('p', { class: 'field-kind-line' }, el('strong', {}, names.kind(report.draft.kind)), kind);
  const foot = el('div', { class: 'field-send' }, fault, send);
  return {
    elements: [top, ...category, photos.element, words, place.element, time, drop, foot],
    locate: place.locate,
    destroy() {
      photos.destroy();
      place.destroy();
    },
  };
}

function wordsField({ draft, desk }, changed) {
  const { i18n } = desk;
  const input = el('textarea', { class: 'textarea', rows: '3', maxlength: '2000', id: 'field-words', value: draft.text });
  input.addEventListener('input', () => changed({ text: input.value }));
  const hint = el('span', { class: 'caption' }, i18n.t('field.wordsHint'));
  return el('div', { class: 'field' }, el('label', { for: 'field-words' }, i18n.t('field.words')), input, hint);
}

function categoryField({ draft, desk }, changed) {
  const { i18n, codes } = desk;
  const listed = codes.disputeCategories.filter((entry) => entry.list === 'B');
  const options = listed.map((entry) => el('option', { value: entry.code }, i18n.name(entry)));
  const none = el('option', { value: '' }, i18n.t('report.noCategory'));
  const select = el('select', { class: 'select', id: 'field-category' }, none, ...options);
  select.value = draft.category;
  const guidance = el('div', {});
  const show = () => fill(guidance, guidanceBox(desk, select.value));
  select.addEventListener('change', () => {
    changed({ category: select.value });
    show();
  });
  show();
  const label = el('label', { for: 'field-category' }, i18n.t('report.category'));
  return [el('div', { class: 'field' }, label, select), guidance];
}

async function sendReport(report, { fault, place, photos }) {
  const { desk, draft } = report;
  const missing = missingIn(draft);
  const busy = photos.isBusy();
  fault.hidden = missing === null && !busy;
  if (busy) fill(fault, desk.i18n.t('field.photoBusy'));
  if (missing) {
    fill(fault, desk.i18n.t('field.placeMissing'));
    place.open();
  }
  if (missing || busy || report.sending) return;
  report.sending = true;
  const grid = gridOfDraft(desk, draft);
  const headline = [desk.names.kind(draft.kind), grid?.properties.name].filter(Boolean).join(' ');
  const body = reportBody(draft, desk.session, headline);
  try {
    await desk.outbox.add(reportEntries(draft, body, desk.clock.device()), noteOf(report));
    desk.duty.afterAct();
    if (!report.over) desk.route.leave();
  } catch (problem) {
    report.sending = false;
    fault.hidden = false;
    fill(fault, desk.i18n.t('field.shelfFull', { why: problem?.name ?? '' }));
  }
}

async function dropDraft(report) {
  const { shelf, user, route } = report.desk;
  const { draft } = report;
  report.sending = true;
  await shelf.write(['notes', 'photos'], ({ notes, photos }) => {
    notes.delete([user, noteOf(report)]);
    draft.photos.forEach((id) => photos.delete(id));
  });
  route.leave();
}
