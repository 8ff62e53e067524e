import { el } from '../dom/el.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 480;
const HEIGHT = 96;
const FOOT = 2;

/**
 * Weeks of a hotspot as bars, what was usual as a line over them, its own days marked below. The same as a table for
 * those who read by ear, or want the figures.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {import('../state/hotspots.js').Spot} spot
 * @returns {HTMLElement}
 */
export function trendChart(i18n, spot) {
  const { trend } = spot;
  if (trend.length === 0) return el('p', { class: 'quiet' }, i18n.t('review.trend.none'));
  const most = Math.max(1, ...trend.map(({ count, expected }) => Math.max(count, expected ?? 0)));
  const said = i18n.t('review.trend.said', {
    weeks: trend.length,
    most: Math.max(...trend.map(({ count }) => count)),
    last: trend.at(-1).count,
  });
  const picture = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'trend-picture', role: 'img' });
  picture.setAttribute('aria-label', said);
  picture.append(...bars(spot, most), ...usual(trend, most), axis());
  return el(
    'div',
    { class: 'trend' },
    el('p', { class: 'caption' }, keyOf(i18n, trend)),
    // words beside the drawing keep their size however small it is drawn
    el('p', { class: 'trend-end', 'aria-hidden': 'true' }, el('span', {}, String(Math.round(most * 10) / 10))),
    picture,
    el('p', { class: 'trend-end', 'aria-hidden': 'true' }, ...[trend[0], trend.at(-1)].map(({ from }) => el('span', {}, from))),
    tableOf(i18n, trend),
  );
}

function keyOf(i18n, trend) {
  return i18n.t(trend.some(({ expected }) => expected !== null) ? 'review.trend.key' : 'review.trend.keyCounts');
}

function heightOf(value, most) {
  return ((HEIGHT - FOOT) * value) / most;
}

function bars({ trend, since, until }, most) {
  const step = WIDTH / trend.length;
  return trend.map(({ from, count }, i) => {
    const next = trend[i + 1]?.from ?? '9999';
    const inside = from <= until && next > since;
    const height = heightOf(count, most);
    const box = { x: i * step + step * 0.12, y: HEIGHT - FOOT - height, width: step * 0.76, height };
    return shape('rect', { ...box, class: inside ? 'count inside' : 'count' });
  });
}

function usual(trend, most) {
  if (trend.every(({ expected }) => expected === null)) return [];
  const step = WIDTH / trend.length;
  const points = trend.flatMap(({ expected }, i) =>
    expected === null ? [] : [`${(i + 0.5) * step},${HEIGHT - FOOT - heightOf(expected, most)}`],
  );
  return [shape('polyline', { points: points.join(' '), class: 'usual' })];
}

function axis() {
  const y = HEIGHT - FOOT + 0.5;
  return shape('line', { x1: 0, x2: WIDTH, y1: y, y2: y, class: 'axis' });
}

function tableOf(i18n, trend) {
  const head = ['week', 'count', 'expected'].map((name) =>
    el('th', { scope: 'col' }, i18n.t(`review.trend.column.${name}`)),
  );
  const rows = trend.map(({ from, count, expected }) =>
    el(
      'tr',
      {},
      el('td', {}, from),
      el('td', { class: 'number' }, String(count)),
      el('td', { class: 'number' }, expected === null ? '—' : expected.toFixed(1)),
    ),
  );
  const table = el('table', { class: 'trend-table' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
  return el('details', {}, el('summary', {}, i18n.t('review.trend.table')), table);
}

function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
