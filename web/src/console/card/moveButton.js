import { el, keyCap } from '../../dom/el.js';
import { capital } from '../../i18n/words.js';

/**
 * The verb of a move with its key; the one that brings the matter forward is in ink.
 *
 * @param {import('../../i18n/i18n.js').I18n} i18n
 * @param {import('../../state/moves.js').Move} move
 * @param {boolean} isFirst
 * @param {() => void} act
 * @returns {HTMLElement}
 */
export function moveButton(i18n, move, isFirst, act) {
  const look = { class: isFirst ? 'button primary' : 'button', type: 'button', data: { action: move.action } };
  return el('button', { ...look, on: { click: act } }, capital(i18n.name(move)), move.key && keyCap(move.key));
}
