import { el, fill } from '../dom/el.js';
import { clockWords } from '../i18n/words.js';
import { changed } from '../state/filter.js';

const PRESETS = Object.freeze([
  ['all', null],
  ['24h', '-24h'],
  ['7d', '-7d'],
  ['30d', '-30d'],
]);

/**
 * The period below the map: presets, and how many rows that makes at what time.
 *
 * @param {{i18n: object, filter: object, queue: object, now: () => number}} context
 */
export function createPeriodStrip({ i18n, filter, queue, now }) {
  const buttons = PRESETS.map(([name, from]) =>
    el(
      'button',
      {
        class: 'chip',
        type: 'button',
        data: { name },
        on: { click: () => filter.set(changed(filter.get(), { from, to: null })) },
      },
      i18n.t(`period.${name}`),
    ),
  );
  const custom = el('span', { class: 'quiet' });
  const count = el('span', { class: 'caption' });
  const element = el(
    'div',
    { class: 'period panel', role: 'group', 'aria-label': i18n.t('period.label') },
    ...buttons,
    custom,
    el('span', { class: 'spring' }),
    count,
  );
  const draw = () => {
    const { from, to } = filter.get();
    const preset = PRESETS.find(([, span]) => span === from && to === null);
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(PRESETS[i] === preset)));
    fill(custom, preset ? null : i18n.t('period.custom', { from: day(from), to: day(to) }));
    fill(count, i18n.t('period.count', { n: queue.get().rows.length, time: clockWords(now()) }));
  };
  const off = [filter.on(draw), queue.on(draw)];
  draw();
  return Object.freeze({ element, destroy: () => off.forEach((undo) => undo()) });
}

function day(bound) {
  return bound === null ? '…' : bound.slice(0, 10);
}
