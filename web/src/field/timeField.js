import { isoText, localText } from '../console/card/fields.js';
import { el } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';

/**
 * When it happened: the moment the report was begun, shown, and changed only by hand.
 *
 * @param {{i18n: object, clock: object}} desk
 * @param {import('../state/fieldDraft.js').Draft} draft
 * @param {(change: object) => void} changed
 * @returns {HTMLElement}
 */
export function createTimeField({ i18n, clock }, draft, changed) {
  const words = el('span', {}, momentWords(i18n, Date.parse(draft.at), clock.device()));
  const input = el('input', { class: 'input', type: 'datetime-local', 'aria-label': i18n.t('field.time') });
  input.value = localText(new Date(draft.at));
  input.addEventListener('change', () => {
    const at = isoText(input.value);
    if (!at) return;
    words.textContent = momentWords(i18n, Date.parse(at), clock.device());
    changed({ at: new Date(at).toISOString(), atEdited: true });
  });
  const summary = el('summary', {}, el('span', { class: 'quiet' }, i18n.t('field.time')), ' ', words, ' ', changeMark(i18n));
  return el('details', { class: 'field-fact' }, summary, input);
}

/** @param {object} i18n @returns {HTMLElement} the word that says a line can be changed */
export function changeMark(i18n) {
  return el('span', { class: 'field-change' }, i18n.t('field.change'));
}
