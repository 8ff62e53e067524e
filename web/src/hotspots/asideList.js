import { el, fill } from '../dom/el.js';

const SIDES = Object.freeze(['a', 'b']);

/**
 * What did not count, and why: repeated reports, the default place, late dates, one busy reporter. Named with their
 * counts for both maps, because what is silently dropped is never put right.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {{element: HTMLElement, show: (collections: {a: object|null, b: object|null}) => void}}
 */
export function createAsideList(i18n) {
  const body = el('div', {});
  return Object.freeze({
    element: el('section', { class: 'review-aside' }, el('h3', {}, i18n.t('review.setAside')), body),
    show(collections) {
      const lists = SIDES.map((side) => collections[side] && (collections[side].setAside ?? []));
      const rows = rowsOf(i18n, lists);
      fill(body, el('p', { class: 'quiet' }, i18n.t(wordsFor(lists, rows))), rows.length > 0 && tableOf(i18n, rows));
    },
  });
}

function wordsFor(lists, rows) {
  if (rows.length > 0) return 'review.setAside.why';
  return lists.some(Boolean) ? 'review.setAside.none' : 'review.unanswered';
}

function rowsOf(i18n, lists) {
  const reasons = new Map();
  lists.forEach((list, i) => {
    for (const one of (list ?? []).filter(({ count }) => count > 0)) {
      const row = reasons.get(one.reason) ?? { words: i18n.name(one.sentence ?? one), counts: lists.map((known) => (known ? 0 : '—')) };
      row.counts[i] = one.count;
      reasons.set(one.reason, row);
    }
  });
  return [...reasons.values()];
}

function tableOf(i18n, rows) {
  const column = (text, number) => el('th', { scope: 'col', class: number ? 'number' : null }, text);
  const head = [column(i18n.t('review.setAside.reason')), ...SIDES.map((side) => column(side.toUpperCase(), true))];
  const lines = rows.map(({ words, counts }) =>
    el('tr', {}, el('td', {}, words), ...counts.map((count) => el('td', { class: 'number' }, String(count)))),
  );
  return el('table', { class: 'trend-table' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...lines));
}
