import { el, fill } from '../dom/el.js';
import { clockWords, spanWords } from '../i18n/words.js';
import { levelShape } from '../map/symbols.js';
import { dataAge } from '../state/dataAge.js';

/**
 * The wall's top line: place, mark of invented data, day and clock, and how old the screen is, in words.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{name: string, synthetic: boolean}} place
 * @returns {{element: HTMLElement, show: (now: number, ownNow: number, lastHeard: number|null) => string}} `show`
 *   answers the state of the age: fresh, amber, red, unknown
 */
export function createHead(i18n, place) {
  const day = el('span', { class: 'wall-day' });
  const clock = el('span', { class: 'wall-clock' });
  const shape = el('span', { class: 'wall-age-shape' });
  const age = el('span', { class: 'wall-age', role: 'status' }, shape, el('span', {}));
  const element = el(
    'header',
    { class: 'wall-head' },
    el('h1', {}, i18n.t('wall.title', { place: place.name })),
    place.synthetic && el('span', { class: 'mark' }, i18n.t('synthetic')),
    el('span', { class: 'wall-space' }),
    day,
    clock,
    age,
  );
  let shown = '';
  return Object.freeze({
    element,
    show(now, ownNow, lastHeard) {
      fill(clock, clockWords(now));
      fill(day, dayWords(i18n, now));
      const { state, seconds } = dataAge(lastHeard, ownNow);
      fill(age.lastChild, i18n.t(`wall.age.${state}`, { n: seconds, span: spanWords(i18n, seconds) }));
      if (state !== shown) {
        shown = state;
        age.dataset.state = state;
        fill(shape, shapeOf(state));
      }
      return state;
    },
  });
}

function shapeOf(state) {
  const level = { amber: 'YELLOW', red: 'RED' }[state];
  return level ? levelShape(level, { size: 24 }) : null;
}

function dayWords(i18n, now) {
  const date = new Date(now);
  const month = i18n.t(`month.${date.getMonth() + 1}`);
  return i18n.t('wall.day', { day: date.getDate(), month, weekday: i18n.t(`weekday.${date.getDay()}`) });
}
