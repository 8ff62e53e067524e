import { el } from '../dom/el.js';
import { conflictRows } from '../state/cameraForm.js';

/**
 * Somebody else has saved the same camera: what it is now, what was typed here, and which of both shall be.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, values: object, current: object, onMine: () => void,
 *   onTheirs: () => void}} context
 * @returns {HTMLElement}
 */
export function conflictNote({ i18n, values, current, onMine, onTheirs }) {
  const rows = conflictRows(values, current);
  const cell = (text) => el('td', {}, text === '' ? '—' : text);
  const head = ['what', 'theirs', 'yours'].map((key) => el('th', { scope: 'col' }, i18n.t(`camAdmin.conflict.${key}`)));
  const lines = rows.map(({ field, now, yours }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, i18n.t(`camAdmin.field.${field}`)),
      cell(word(i18n, field, now)),
      cell(word(i18n, field, yours)),
    ),
  );
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  return el(
    'div',
    { class: 'stack admin-conflict' },
    rows.length === 0
      ? el('p', {}, i18n.t('camAdmin.conflict.same'))
      : el('table', { class: 'grid-table' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...lines)),
    el('div', { class: 'acts' }, button('camAdmin.conflict.mine', onMine), button('camAdmin.conflict.take', onTheirs)),
  );
}

const CODED = Object.freeze({ kind: 'kind', placeType: 'placeType', transport: 'transport', datum: 'crs' });

function word(i18n, field, value) {
  return field in CODED ? i18n.t(`camAdmin.${CODED[field]}.${value}`) : value;
}
