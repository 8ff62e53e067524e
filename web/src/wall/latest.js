import { el, fill } from '../dom/el.js';
import { clockWords } from '../i18n/words.js';

const MOST = 3;

/**
 * The latest three events in words, one under the other; nothing scrolls.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {{element: HTMLElement, show: (latest: readonly {at: string, zh: string, en: string}[]) => void}}
 */
export function createLatest(i18n) {
  const list = el('ol', { class: 'wall-latest-list' });
  return Object.freeze({
    element: el('section', { class: 'wall-latest', 'aria-label': i18n.t('wall.latest') }, list),
    show(latest) {
      const rows = latest.slice(0, MOST).map((event) => {
        const time = el('time', { datetime: event.at }, clockWords(Date.parse(event.at)).slice(0, 5));
        return el('li', {}, time, el('span', {}, i18n.name(event)));
      });
      fill(list, ...(rows.length ? rows : [el('li', { class: 'wall-quiet' }, i18n.t('wall.noEvents'))]));
    },
  });
}
