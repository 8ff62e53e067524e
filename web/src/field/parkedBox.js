import { el, fill } from '../dom/el.js';
import { newKey } from '../net/api.js';
import { DRAFT_NOTE } from '../state/fieldDraft.js';
import { renewed } from '../state/outbox.js';
import { newId } from './ids.js';

/**
 * An entry that the server refused: what the worker sent, what the server says and how the case is now, beside each
 * other. The worker decides: once more upon the present state, back to the form, or not at all.
 *
 * @param {object} desk
 * @param {object[]} entries
 * @param {object} entry
 * @returns {HTMLElement}
 */
export function parkedBox(desk, entries, entry) {
  const { i18n } = desk;
  const { problem } = entry;
  const sides = el(
    'dl',
    { class: 'field-sides' },
    el('dt', {}, i18n.t('field.parked.mine')),
    el('dd', {}, mineWords(desk, entry)),
    el('dt', {}, i18n.t('field.parked.server')),
    el('dd', {}, problem.detail || problem.code),
    ...problem.errors.map((fault) => el('dd', {}, fault.message)),
    problem.current?.status && el('dt', {}, i18n.t('field.parked.now')),
    problem.current?.status && el('dd', {}, nowWords(desk, problem.current)),
  );
  const acts = el('div', { class: 'field-acts' });
  const box = el('div', { class: 'notice fault stack', role: 'group' }, el('p', {}, i18n.t('field.parked.kept')), sides, acts);
  fill(acts, ...actsOf(desk, entries, entry, acts));
  return box;
}

function mineWords({ i18n, names }, { body, kind }) {
  const words = body?.result ?? body?.reason ?? body?.description ?? '';
  const act = kind === 'MOVE' ? names.move(body.action) : '';
  return [act, words || body?.title || ''].filter(Boolean).join(i18n.t('field.colon')) || '—';
}

/** The server tells the case, or the order that was meant. */
function nowWords({ i18n, names }, current) {
  if (current.workerId !== undefined) return i18n.t(`field.task.${current.status}`);
  const workers = (current.workers ?? []).map((worker) => worker.name).join(' ');
  return [names.status(current.status), workers, current.unitName].filter(Boolean).join(' · ');
}

function actsOf(desk, entries, entry, acts) {
  const { i18n, outbox } = desk;
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  const version = entry.problem.current?.version;
  const again = () => outbox.put(renewed(entry, version ?? entry.body?.version, newKey()));
  const drop = () =>
    fill(
      acts,
      el('p', {}, i18n.t('field.parked.sure')),
      button('field.parked.dropNow', () => outbox.drop([entry, ...photosOf(entries, entry)])),
      button('field.parked.keep', () => fill(acts, ...actsOf(desk, entries, entry, acts))),
    );
  return [
    entry.kind === 'REPORT' && button('field.parked.edit', () => backToForm(desk, entries, entry)),
    entry.kind !== 'REPORT' && button('field.parked.again', again),
    button('field.parked.drop', drop),
  ];
}

/** The report becomes a draft again with its photos; another request with another id, for this one may be taken. */
async function backToForm({ outbox, route }, entries, entry) {
  const photos = photosOf(entries, entry);
  const draft = { ...entry.draft, id: newId(), key: newKey() };
  await outbox.drop([entry, ...photos], { name: DRAFT_NOTE + draft.id, value: draft });
  route.go('report', draft.id);
}

function photosOf(entries, entry) {
  const own = entries.filter((other) => other.kind === 'PHOTO' && other.caseId === entry.caseId);
  return entry.kind === 'REPORT' ? own : [];
}
