import { el, fill } from '../dom/el.js';

/**
 * Says who may work here, to somebody who may not.
 *
 * @param {HTMLElement} host
 * @param {import('../i18n/i18n.js').I18n} i18n
 */
export function showNotYours(host, i18n) {
  const element = el(
    'main',
    { class: 'signin panel stack' },
    el('h1', {}, i18n.t('accounts.title')),
    el('p', {}, i18n.t('accounts.notYours')),
    el('p', {}, el('a', { href: '/' }, i18n.t('accounts.home'))),
  );
  fill(host, element);
  return Object.freeze({ destroy: () => element.remove() });
}
