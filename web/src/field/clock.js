/**
 * The server's time as far as this device knows it: its own clock, corrected by what the server last said. The
 * correction is kept, so that a wrong clock does no harm during a shift without a network.
 *
 * @param {{now: () => number, kept: number | null, keep: (shift: number) => void}} outside
 */
export function createClock({ now, kept, keep }) {
  let shift = kept ?? 0;
  return Object.freeze({
    now: () => now() + shift,
    device: now,
    /** @param {string | null} date the header of an answer, whole seconds */
    hear(date) {
      const server = Date.parse(date ?? '');
      // below two seconds it is the header that is coarse, not the clock that is wrong
      if (Number.isNaN(server) || Math.abs(server - now() - shift) < 2_000) return;
      shift = server - now();
      keep(shift);
    },
  });
}

/**
 * @param {typeof fetch} fetch
 * @param {{hear: (date: string | null) => void}} clock
 * @returns {typeof fetch} the same, and the clock hears every answer's time
 */
export function withClock(fetch, clock) {
  return async (...asked) => {
    const response = await fetch(...asked);
    clock.hear(response.headers.get('Date'));
    return response;
  };
}
