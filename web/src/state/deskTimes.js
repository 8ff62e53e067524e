/**
 * A share as whole per cent; what is unknown stays unknown.
 *
 * @param {number | null | undefined} share 0 to 1
 * @returns {number | null}
 */
export function percent(share) {
  // rounding down: 89.6 % has not reached 90 %
  return share === null || share === undefined ? null : Math.floor(share * 100 + 1e-9);
}

/**
 * The two rows of the desk: the first words to a report, then somebody is sent.
 *
 * @param {object | null | undefined} desk `desk` of /api/figures
 * @returns {{name: "answered" | "dispatched", p50: number | null, p90: number | null, share: number | null,
 *   count: number | null, waiting: number | null}[]}
 */
export function deskRows(desk) {
  return ['answered', 'dispatched'].map((name) => {
    const times = desk?.[name];
    return {
      name,
      p50: times?.p50Seconds ?? null,
      p90: times?.p90Seconds ?? null,
      share: percent(times?.withinReference),
      count: times?.count ?? null,
      waiting: times?.waiting ?? null,
    };
  });
}
