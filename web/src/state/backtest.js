/**
 * The backtest as tables: all periods together, each period, each kind. What is not known stays null.
 *
 * @typedef {{hitRate: number|null, areaShare: number|null, pai: number|null, paiLow: number|null, paiHigh: number|null,
 *   pei: number|null}} Rates
 * @typedef {{zh: string, en: string}} Words
 * @typedef {{from: string|null, to: string|null, ours: Rates, plain: Rates}} Row from null: all periods together
 */

/**
 * @param {object|null} answer of GET /api/hotspots/backtest
 * @returns {{sentence: Words|null, outlook: Words|null, rows: readonly Row[],
 *   kinds: readonly {category: string, sentence: Words, outlook: Words|null}[]}} newest period first; outlook: what is
 *   expected next
 */
export function backtestOf(answer) {
  const periods = (answer?.periods ?? []).map((period) => rowOf(period, day(period.from), day(period.to)));
  const all = answer?.ours ? [rowOf(answer, null, null)] : [];
  return Object.freeze({
    sentence: answer?.sentence ?? null,
    outlook: outlookOf(answer),
    rows: Object.freeze([...all, ...periods.reverse()]),
    kinds: Object.freeze(
      (answer?.kinds ?? [])
        .filter(({ sentence }) => sentence)
        .map((kind) => Object.freeze({ category: kind.category, sentence: kind.sentence, outlook: outlookOf(kind) })),
    ),
  });
}

function outlookOf(answer) {
  return answer?.outlook?.sentence ?? null;
}

function rowOf({ ours, plain }, from, to) {
  return Object.freeze({ from, to, ours: ratesOf(ours), plain: ratesOf(plain) });
}

function ratesOf(rates) {
  const names = ['hitRate', 'areaShare', 'pai', 'paiLow', 'paiHigh', 'pei'];
  return Object.freeze(Object.fromEntries(names.map((name) => [name, number(rates?.[name])])));
}

function day(text) {
  return String(text ?? '').slice(0, 10);
}

function number(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
