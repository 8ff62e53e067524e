/** @param {number|null|undefined} rate 0 to 1 @returns {string} 97.5 %, never rounded up to a target it does not reach */
export function percentWords(rate) {
  if (rate === null || rate === undefined) return '—';
  return `${Math.floor(rate * 1000 + 1e-6) / 10} %`;
}

/** @param {number|null|undefined} rate @param {number} target @returns {'unknown'|'reached'|'missed'} */
export function rateState(rate, target) {
  if (rate === null || rate === undefined) return 'unknown';
  return rate >= target ? 'reached' : 'missed';
}

/** @param {readonly {since: string, name: string}[]} faults @returns {object[]} the oldest first: it has waited longest */
export function sortedFaults(faults) {
  return [...(faults ?? [])].sort(
    (a, b) => Date.parse(a.since) - Date.parse(b.since) || a.name.localeCompare(b.name, 'zh'),
  );
}
