import { el, fill } from '../dom/el.js';
import { backtestOf } from '../state/backtest.js';

/**
 * How good the forecast was, in words first: of so many cases so many fell in the area marked, and how many plain counts
 * would have caught. The figures by period wait in a table.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {ReturnType<typeof import('../rooms/hotspots.js').createHotspotsRoom>} room
 */
export function createBacktestPanel(i18n, room) {
  const body = el('div', { class: 'stack' });
  const element = el('section', { class: 'review-backtest' }, el('h3', {}, i18n.t('review.backtest')), body);
  const call = new AbortController();
  const read = async () => {
    fill(body, el('p', { class: 'quiet waiting' }, i18n.t('review.backtest.reading')));
    try {
      show(i18n, body, backtestOf(await room.backtest({ signal: call.signal })));
    } catch (problem) {
      if (call.signal.aborted) return;
      const retry = el('button', { class: 'button', type: 'button', on: { click: read } }, i18n.t('retry'));
      fill(body, el('p', {}, problem.detail || i18n.t('review.backtest.silent')), retry);
    }
  };
  return Object.freeze({ element, read, destroy: () => call.abort() });
}

function show(i18n, body, { sentences, rows }) {
  const words = sentences.map((sentence) => el('p', {}, i18n.name(sentence)));
  if (words.length === 0) words.push(el('p', { class: 'quiet' }, i18n.t('review.backtest.none')));
  fill(body, ...words, rows.length > 0 && tableOf(i18n, rows));
}

function tableOf(i18n, rows) {
  const columns = ['period', 'area', 'ours', 'plain'].map((name) =>
    el('th', { scope: 'col' }, i18n.t(`review.backtest.${name}`)),
  );
  const cell = (model) => el('td', {}, ...figures(i18n, model));
  const lines = rows.map(({ from, to, areaShare, ours, baseline }) =>
    el('tr', {}, el('td', {}, i18n.t('review.span', { from, to })), el('td', {}, percent(areaShare)), cell(ours), cell(baseline)),
  );
  const table = el('table', { class: 'trend-table' });
  table.append(el('thead', {}, el('tr', {}, ...columns)), el('tbody', {}, ...lines));
  const scroll = { class: 'review-scroll', tabindex: '0', role: 'region', 'aria-label': i18n.t('review.backtest.table') };
  return el(
    'details',
    {},
    el('summary', {}, i18n.t('review.backtest.table')),
    el('p', { class: 'caption' }, i18n.t('review.backtest.explain')),
    el('div', scroll, table),
  );
}

function figures(i18n, { hitRate, pai, pei, paiLow, paiHigh }) {
  const interval = paiLow === null ? '' : ` (${paiLow.toFixed(1)}–${paiHigh.toFixed(1)})`;
  const lines = [
    `${i18n.t('review.backtest.hits')} ${percent(hitRate)}`,
    pai !== null && `PAI ${pai.toFixed(1)}${interval}`,
    pei !== null && `PEI ${pei.toFixed(2)}`,
  ];
  return lines.filter(Boolean).map((line) => el('div', { class: 'nowrap' }, line));
}

function percent(share) {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}
