import { el, keyCap } from '../dom/el.js';
import { keyRows, singleKeySwitch } from '../dom/keyRows.js';

const GROUPS = Object.freeze({
  anywhere: ['Space', 'g i', 'Esc', '?'],
  list: ['j', 'k', 'Enter'],
  slider: ['← →', '⇧ ← →', 'End'],
  map: ['Tab', '+', '−', '0', 'l'],
});
const OWN = Object.freeze(['Space', 'g i', '← →', '⇧ ← →', 'End']);

/**
 * The sheet of keys of the review page. It lies over the panel of the chosen hotspot, never over a map.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, singleKeys: () => boolean, setSingleKeys: (on: boolean) => void}} context
 * @returns {{element: HTMLElement, toggle: () => void, close: () => boolean}} close: whether it was open
 */
export function createKeySheet({ i18n, singleKeys, setSingleKeys }) {
  const title = el('h2', { tabindex: '-1' }, i18n.t('help.title'));
  const close = el('button', { class: 'button', type: 'button' }, i18n.t('close'), keyCap('Esc'));
  const single = singleKeySwitch(i18n.t('help.singleKeys'), singleKeys(), setSingleKeys);
  const head = el('div', { class: 'review-spot-head' }, title, single, close);
  const element = el('section', { class: 'review-keys', hidden: true, 'aria-label': i18n.t('help.title') }, head);
  for (const [name, keys] of Object.entries(GROUPS)) {
    const heading = i18n.t(name === 'slider' ? 'review.key.slider' : `help.${name}`);
    element.append(el('div', {}, el('h3', {}, heading), keyRows(keys.map((key) => rowOf(i18n, key)))));
  }
  let before = null;
  const shut = () => {
    if (element.hidden) return false;
    element.hidden = true;
    before?.focus?.();
    return true;
  };
  const open = () => {
    before = document.activeElement;
    element.hidden = false;
    title.focus();
  };
  close.addEventListener('click', shut);
  return Object.freeze({ element, toggle: () => void (shut() || open()), close: shut });
}

function rowOf(i18n, key) {
  const words = i18n.t(OWN.includes(key) ? `review.key.${key}` : `key.${key}`);
  return [key === 'Space' ? i18n.t('review.space') : key, words];
}
