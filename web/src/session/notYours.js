import { el, fill } from '../dom/el.js';

/**
 * Says who may work here, to somebody who may not.
 *
 * @param {HTMLElement} host
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{title: string, why: string, home: string}} keys of the sentences
 */
export function showNotYours(host, i18n, keys) {
  const element = el(
    'main',
    { class: 'signin panel stack' },
    el('h1', {}, i18n.t(keys.title)),
    el('p', {}, i18n.t(keys.why)),
    el('p', {}, el('a', { href: '/' }, i18n.t(keys.home))),
  );
  fill(host, element);
  return Object.freeze({ destroy: () => element.remove() });
}
