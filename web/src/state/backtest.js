/**
 * The backtest as a table of periods, whatever is not known yet left out.
 *
 * @typedef {{hitRate: number|null, pai: number|null, paiLow: number|null, paiHigh: number|null, pei: number|null}} Model
 * @typedef {{from: string, to: string, areaShare: number|null, ours: Model, baseline: Model}} Row
 */

/**
 * @param {object|null} answer of GET /api/hotspots/backtest
 * @returns {{sentences: readonly {zh: string, en: string}[], rows: readonly Row[]}}
 */
export function backtestOf(answer) {
  const said = answer?.sentences ?? [answer?.sentence];
  const rows = (answer?.periods ?? []).map((period) => ({
    from: String(period.from ?? '').slice(0, 10),
    to: String(period.to ?? '').slice(0, 10),
    areaShare: number(period.areaShare),
    ours: modelOf(period.ours),
    baseline: modelOf(period.baseline),
  }));
  return Object.freeze({ sentences: Object.freeze(said.filter(Boolean)), rows: Object.freeze(rows) });
}

function modelOf(model) {
  const [paiLow, paiHigh] = model?.paiInterval ?? [];
  return {
    hitRate: number(model?.hitRate),
    pai: number(model?.pai),
    paiLow: number(paiLow),
    paiHigh: number(paiHigh),
    pei: number(model?.pei),
  };
}

function number(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
