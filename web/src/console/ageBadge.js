import { el, fill } from '../dom/el.js';
import { levelShape } from '../map/symbols.js';
import { dataAge } from '../state/dataAge.js';
import { spanWords } from '../i18n/words.js';

/**
 * Says how old the screen is: grey words, from ten seconds on a triangle, from thirty on an octagon. Changes of state
 * are spoken, the seconds are not.
 *
 * @param {{i18n: object, connection: object, now: () => number, announcer: object,
 *   onState: (state: string) => void, retryNow: () => void}} context
 */
export function createAgeBadge({ i18n, connection, now, announcer, onState, retryNow }) {
  const text = el('span', { class: 'age-text' });
  const shape = el('span', { class: 'age-shape' });
  const element = el('button', { class: 'button plain age', type: 'button', on: { click: retryNow } }, shape, text);
  let shown = '';
  const draw = () => {
    const age = dataAge(connection.get().lastHeard, now());
    text.textContent = i18n.t(`age.${age.state}`, { span: spanWords(i18n, age.seconds), n: age.seconds });
    if (age.state !== shown) {
      if (shown !== '' && shown !== 'unknown') {
        announcer.polite(text.textContent);
      }
      shown = age.state;
      element.dataset.state = age.state;
      element.title = i18n.t('age.explained');
      fill(shape, shapeOf(age.state));
      onState(age.state);
    }
  };
  const timer = setInterval(draw, 1_000);
  const off = connection.on(draw);
  draw();
  return Object.freeze({
    element,
    destroy() {
      clearInterval(timer);
      off();
    },
  });
}

function shapeOf(state) {
  if (state === 'amber') {
    return levelShape('YELLOW', { size: 16 });
  }
  return state === 'red' ? levelShape('RED', { size: 16 }) : null;
}
