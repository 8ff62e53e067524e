/** No picture within this time, ms: the page asks the server which step failed. */
export const FIRST_PICTURE_MS = 8_000;
/** No new fragment for this long, ms: what is shown is an old picture and must look like one. */
export const STILL_MS = 3_000;
const RETRY_MS = Object.freeze([1_000, 2_000, 4_000, 8_000, 15_000]);
/** A new ticket is asked for this long before the present one ends, ms. */
const RENEW_MS = 30_000;
/** A ticket lasts at least five minutes, whatever a wrong clock of this device makes of its end. */
const SHORTEST_MS = 5 * 60_000;

/** Ends after which opening it again would end in the same way. */
const FINAL = Object.freeze(['unplayable', 'stills', 'refused']);

/**
 * What a tile should say of its player.
 *
 * @typedef {{opened: number, format: string | null, arrived: number | null, pictures: number,
 *   end: {code: string, reason: string} | null, failed: Failure | null}} Progress times in ms; `arrived` of the newest
 *   fragment, `pictures` those that stood on the screen, `failed` what the server said since the newest fragment
 * @typedef {{step: string | null, advice?: {zh: string, en: string}}} Failure which step failed, none when pictures had come
 * @typedef {'opening' | 'late' | 'live' | 'still' | 'unplayable' | 'stills' | 'refused' | 'cut'} Phase
 *
 * @param {Progress} progress
 * @param {number} now ms
 * @returns {Phase}
 */
export function phaseOf(progress, now) {
  const { opened, arrived, pictures, end } = progress;
  // the main stream was not playable, and there is no other
  if (end?.code === 'no-sub') return 'unplayable';
  if (end) return FINAL.includes(end.code) ? end.code : 'cut';
  if (pictures === 0) return now - opened > FIRST_PICTURE_MS ? 'late' : 'opening';
  return now - (arrived ?? opened) > STILL_MS ? 'still' : 'live';
}

/** @param {number} tries failed in a row, from 0 @returns {number} ms until the next one */
export function retryAfter(tries) {
  return RETRY_MS[Math.min(tries, RETRY_MS.length - 1)];
}

/** @param {{expiresAt: string}} ticket just granted @param {number} now ms @returns {number} when to ask for the next one */
export function renewalAt(ticket, now) {
  return now + Math.max(Date.parse(ticket.expiresAt) - now, SHORTEST_MS) - RENEW_MS;
}

/**
 * Cameras worth showing beside an incident: those that see the place, or can turn to it, and have a picture to give, best
 * first.
 *
 * @param {readonly {inView: boolean, reason?: string, online: boolean, playable: boolean}[]} sights as the server ranks them
 * @param {number} most
 */
export function worthShowing(sights, most) {
  return sights
    .filter((sight) => (sight.inView || sight.reason === 'ptzReach') && sight.online && sight.playable)
    .slice(0, most);
}

/**
 * @param {Phase} phase @param {boolean} silent false: the reason why no picture came stands on the tile
 * @returns {string} what is said of it in a word; while a reason stands there, opening is one more try
 */
export function wordOf(phase, silent) {
  if (phase === 'unplayable' || phase === 'stills') return 'oneByOne';
  return phase === 'opening' && !silent ? 'again' : phase;
}

/** @param {string} mime of a stream @returns {string} the name of its coding as people know it */
export function codingName(mime) {
  return /hvc1|hev1/.test(mime) ? 'H.265' : mime;
}

const STEPS = Object.freeze(['registered', 'invited', 'answered', 'first-packet', 'first-keyframe', 'first-fragment']);

/**
 * @param {readonly {step: string, ok: boolean}[]} steps of a session so far
 * @returns {string | null} the step it waits for; null when all are done
 */
export function waitingFor(steps) {
  return STEPS.find((step) => !steps.some((entry) => entry.step === step && entry.ok)) ?? null;
}
