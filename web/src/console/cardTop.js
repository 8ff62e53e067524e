import { el, keyCap } from '../dom/el.js';

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {HTMLElement} title
 * @param {() => void} onClose
 * @returns {HTMLElement} the top of whatever stands in the side pane: what it is, and the way out
 */
export function cardTop(i18n, title, onClose) {
  const look = { class: 'button plain', type: 'button', on: { click: onClose } };
  return el('div', { class: 'card-top' }, title, el('button', look, i18n.t('close'), keyCap('Esc')));
}
