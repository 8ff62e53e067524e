/**
 * A span of what a device may have recorded.
 *
 * @typedef {{from: number, to: number}} Span milliseconds
 */
const BEFORE_MS = 5 * 60_000;
const AFTER_MS = 10 * 60_000;
const LONGEST_MS = 24 * 3_600_000;
/** Devices round to seconds, and a span that ends now is not on the disk yet. */
const FRESH_MS = 5_000;

/** @param {number} occurred of the incident @param {number} now @returns {Span} what is looked at first */
export function spanAround(occurred, now) {
  const to = Math.min(occurred + AFTER_MS, now - FRESH_MS);
  return Object.freeze({ from: Math.min(occurred, to) - BEFORE_MS, to });
}

/** @param {Span} span @param {number} now @returns {string | null} key of the sentence that says what is wrong */
export function spanFault({ from, to }, now) {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return 'recording.needTimes';
  if (to <= from) return 'recording.order';
  if (to > now) return 'recording.future';
  return to - from > LONGEST_MS ? 'recording.tooLong' : null;
}

/** @param {Span} whole @param {readonly Span[]} kept @returns {{left: number, width: number}[]} shares of the whole, 0 to 1 */
export function shares(whole, kept) {
  const length = whole.to - whole.from;
  return kept
    .map(({ from, to }) => ({ from: Math.max(from, whole.from), to: Math.min(to, whole.to) }))
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => ({ left: (from - whole.from) / length, width: (to - from) / length }));
}

/** @param {number} at @returns {string} 2026-03-05T14:07:32, local, as a field of a form wants it */
export function localTime(at) {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
