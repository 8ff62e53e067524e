import { el, fill } from '../dom/el.js';
import { backtestOf } from '../state/backtest.js';

/**
 * How good the forecast was, in words first: of so many cases so many fell in the area marked, and how many plain counts
 * would have caught. The figures by period wait in a table.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, names: (code: string) => string,
 *   room: ReturnType<typeof import('../rooms/hotspots.js').createHotspotsRoom>}} context
 */
export function createBacktestPanel(context) {
  const { i18n, room } = context;
  const body = el('div', { class: 'stack' });
  const element = el('section', { class: 'review-backtest' }, el('h3', {}, i18n.t('review.backtest')), body);
  const call = new AbortController();
  let cut = false;
  const read = async () => {
    cut = false;
    fill(body, el('p', { class: 'quiet waiting' }, i18n.t('review.backtest.reading')));
    try {
      show(context, body, backtestOf(await room.backtest({ signal: call.signal })));
    } catch (problem) {
      if (call.signal.aborted) return;
      cut = problem.kind === 'silent';
      const retry = el('button', { class: 'button', type: 'button', on: { click: read } }, i18n.t('retry'));
      fill(body, el('p', {}, problem.detail || i18n.t('review.backtest.silent')), retry);
    }
  };
  return Object.freeze({ element, read, reread: () => void (cut && read()), destroy: () => call.abort() });
}

function show({ i18n, names }, body, { sentence, outlook, rows, kinds }) {
  const words = el('p', {}, sentence ? i18n.name(sentence) : i18n.t('review.backtest.none'));
  const next = outlook && el('p', {}, i18n.name(outlook));
  fill(body, words, next, rows.length > 0 && figuresOf(i18n, rows), kinds.length > 0 && kindsOf(i18n, names, kinds));
}

function kindsOf(i18n, names, kinds) {
  const lines = kinds.map(({ category, sentence, outlook }) =>
    el('li', {}, el('strong', {}, names(category)), ' ', i18n.name(sentence), outlook && ` ${i18n.name(outlook)}`),
  );
  return el(
    'details',
    {},
    el('summary', {}, i18n.t('review.backtest.kinds')),
    el('ul', { class: 'aside-list' }, ...lines),
  );
}

function figuresOf(i18n, rows) {
  const columns = ['period', 'ours', 'plain'].map((name) =>
    el('th', { scope: 'col' }, i18n.t(`review.backtest.${name}`)),
  );
  const lines = rows.map((row) => el('tr', {}, ...[spanOf(i18n, row), rates(i18n, row.ours), rates(i18n, row.plain)]));
  const table = el('table', { class: 'trend-table' });
  table.append(el('thead', {}, el('tr', {}, ...columns)), el('tbody', {}, ...lines));
  const scroll = {
    class: 'review-scroll',
    tabindex: '0',
    role: 'region',
    'aria-label': i18n.t('review.backtest.table'),
  };
  return el(
    'details',
    {},
    el('summary', {}, i18n.t('review.backtest.table')),
    el('p', { class: 'caption' }, i18n.t('review.backtest.explain')),
    el('div', scroll, table),
  );
}

function spanOf(i18n, { from, to, ours }) {
  const span = from === null ? [i18n.t('review.backtest.all')] : [`${from} –`, to];
  const area = i18n.t('review.backtest.area', { share: percent(ours.areaShare) });
  return el('td', {}, ...[...span, area].map((line) => el('div', { class: 'nowrap' }, line)));
}

function rates(i18n, { hitRate, pai, pei, paiLow, paiHigh }) {
  const lines = [
    i18n.t('review.backtest.hits', { share: percent(hitRate) }),
    pai !== null && `PAI ${pai.toFixed(1)}`,
    paiLow !== null && `${paiLow.toFixed(1)}–${paiHigh.toFixed(1)}`,
    pei !== null && `PEI ${pei.toFixed(2)}`,
  ];
  return el('td', {}, ...lines.filter(Boolean).map((line) => el('div', { class: 'nowrap' }, line)));
}

function percent(share) {
  return share === null ? '—' : `${(share * 100).toFixed(1)} %`;
}
