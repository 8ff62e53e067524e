import { disposer } from '../../dom/disposer.js';
import { el } from '../../dom/el.js';
import { mayAskSight } from '../../state/watchers.js';

/**
 * "Which cameras see this place?": while it is on, a click on the map asks, and so does Enter for the place under the cross
 * in its middle. The other mouse button, or a finger that stays, asks at any time.
 *
 * @param {{i18n: import('../../i18n/i18n.js').I18n, session: object, map: object,
 *   onAsk: (point: {lng: number, lat: number}) => void}} context
 */
export function createSightMode({ i18n, session, map, onAsk }) {
  const undo = disposer();
  const allowed = mayAskSight(session);
  const keys = el('span', { class: 'sight-keys' }, ` ${i18n.t('sight.modeKeys')}`);
  const words = el('p', { class: 'sight-words floating', role: 'status', hidden: true }, i18n.t('sight.mode'), keys);
  const label = [i18n.t('sight.ask'), el('kbd', { class: 'key', 'aria-hidden': 'true' }, 'o')];
  const button = el('button', { class: 'button sight-ask', type: 'button', 'aria-pressed': 'false' }, ...label);
  const element = el('div', { class: 'sight-bar', hidden: !allowed }, button, words);
  let on = false;
  const set = (wanted) => {
    if (!allowed || on === wanted) return;
    on = wanted;
    words.hidden = !on;
    button.setAttribute('aria-pressed', String(on));
    map.setPicking(on, true);
    if (on) map.focus();
  };
  const ask = (point) => {
    set(false);
    onAsk(point);
  };
  undo.listen(button, 'click', () => set(!on));
  return Object.freeze({
    element,
    allowed,
    isOn: () => on,
    toggle: () => set(!on),
    leave: () => set(false),
    /** @param {{lng: number, lat: number}} point somebody clicked on */
    ask: (point) => allowed && ask(point),
    /** @param {string} key @returns {boolean} whether it was meant for this */
    key(key) {
      if (!on || (key !== 'Enter' && key !== 'Escape')) return false;
      if (key === 'Escape') set(false);
      else ask(map.middle());
      return true;
    },
    destroy: undo.destroy,
  });
}
