import { el } from '../dom/el.js';
import { GENERAL, GUIDANCE } from './guidance.js';

/**
 * A short list of what to look after on the spot in a quarrel of this category; help, not a form.
 *
 * @param {{i18n: object, codes: object}} desk
 * @param {string | null} category of either list
 * @returns {HTMLElement}
 */
export function guidanceBox({ i18n, codes }, category) {
  const known = codes.disputeCategories.find((entry) => entry.code === category);
  const code = known?.list === 'A' ? known.other : category;
  const lines = [...(GUIDANCE[code] ?? []), ...GENERAL];
  return el(
    'details',
    { class: 'field-guidance' },
    el('summary', {}, i18n.t('field.guidance')),
    el('ol', {}, ...lines.map((line) => el('li', {}, i18n.name(line)))),
  );
}
