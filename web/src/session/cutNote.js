import { el, fill } from '../dom/el.js';
import { clockWords } from '../i18n/words.js';
import { levelShape } from '../map/symbols.js';

/**
 * Says on a page without live data that the server is out of reach, and of when the page is.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {{element: HTMLElement, show: (reach: import('../net/reach.js').Reach) => void}}
 */
export function createCutNote(i18n) {
  const element = el('p', { class: 'page-cut', role: 'status' });
  return Object.freeze({
    element,
    show({ cut, heardAt }) {
      const words = i18n.t('page.cut', { time: clockWords(heardAt) });
      if (!cut) fill(element);
      else if (element.textContent !== words) fill(element, levelShape('YELLOW'), words);
    },
  });
}
