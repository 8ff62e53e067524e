const AMBER_SECONDS = 10;
const RED_SECONDS = 30;

/**
 * How old what we show is.
 *
 * @param {number | null} lastHeard milliseconds of the last frame, null before the first
 * @param {number} now
 * @returns {{state: "unknown" | "fresh" | "amber" | "red", seconds: number}}
 */
export function dataAge(lastHeard, now) {
  if (lastHeard === null) {
    return { state: 'unknown', seconds: 0 };
  }
  const seconds = Math.max(0, Math.floor((now - lastHeard) / 1000));
  if (seconds > RED_SECONDS) {
    return { state: 'red', seconds };
  }
  return { state: seconds > AMBER_SECONDS ? 'amber' : 'fresh', seconds };
}
