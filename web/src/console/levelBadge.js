import { el } from '../dom/el.js';
import { levelShape } from '../map/symbols.js';

/**
 * A level as shape, letter and word; the colour is only the third sign.
 *
 * @param {string} level
 * @param {string} word
 * @param {string} language
 */
export function levelBadge(level, word, language) {
  return el('span', { class: 'level' }, levelShape(level, { size: 16, language }), el('span', {}, word));
}
