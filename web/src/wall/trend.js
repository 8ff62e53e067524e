import { el, fill } from '../dom/el.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 240;
const HALF = 60;
const GAP = 14;
const LABEL = 8;

/**
 * Reported and closed by hour over the last day, bars up and bars down from one line: two words, no legend needed.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {{element: HTMLElement, show: (trend: readonly {hour: string|number, reported: number, closed: number}[]) => void}}
 */
export function createTrend(i18n) {
  const up = el('p', { class: 'wall-trend-word reported' });
  const down = el('p', { class: 'wall-trend-word closed' });
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `0 0 ${WIDTH} ${2 * HALF + GAP}`);
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('class', 'wall-trend-picture');
  const title = el('h2', { class: 'wall-title' }, i18n.t('wall.trend'));
  return Object.freeze({
    element: el('section', { class: 'wall-trend' }, title, up, picture, down),
    show(trend) {
      const sum = (name) => trend.reduce((total, hour) => total + (hour[name] ?? 0), 0);
      fill(up, i18n.t('wall.trend.reported', { n: sum('reported') }));
      fill(down, i18n.t('wall.trend.closed', { n: sum('closed') }));
      fill(picture, ...barsOf(trend), ...hoursOf(trend));
    },
  });
}

function barsOf(trend) {
  const most = Math.max(1, ...trend.flatMap((hour) => [hour.reported, hour.closed]));
  const step = WIDTH / Math.max(1, trend.length);
  return trend.flatMap((hour, i) => {
    const [reported, closed] = [(hour.reported / most) * HALF, (hour.closed / most) * HALF];
    const x = i * step + step * 0.15;
    const width = step * 0.7;
    return [
      shape('rect', { class: 'reported', x, y: HALF - reported, width, height: reported }),
      shape('rect', { class: 'closed', x, y: HALF + GAP, width, height: closed }),
    ];
  });
}

function hoursOf(trend) {
  const step = WIDTH / Math.max(1, trend.length);
  return trend.flatMap(({ hour }, i) => {
    const of = hourOf(hour);
    if (of % 6 !== 0) return [];
    const x = Math.min(WIDTH - LABEL, Math.max(LABEL, i * step + step / 2));
    const text = shape('text', { x, y: HALF + GAP - 3.5, 'text-anchor': 'middle' });
    text.textContent = String(of).padStart(2, '0');
    return [text];
  });
}

function hourOf(hour) {
  return typeof hour === 'number' ? hour : new Date(hour).getHours();
}

function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
