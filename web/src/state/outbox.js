/**
 * What waits on a device to be sent. Pure: which entry may go now, and what an answer means for the others. Entries of
 * one case go in the order in which the worker made them; a photo goes by itself, but not before its case is known.
 *
 * @typedef {{order: number, user: string, caseId: string, kind: 'REPORT' | 'ACKNOWLEDGEMENT' | 'DECLINE' | 'MOVE' |
 *   'PHOTO', state: 'WAITING' | 'PARKED', tries: number, notBefore: number, key: string, path: string, body: object,
 *   versionOf: string | null, photoId: string | null, at: number, triedAt: number, base: {status: string} | null,
 *   renewals: number, problem: object | null}} Entry base: how the worker knew the case when acting
 */

const FIRST_WAIT = 4_000;
/** Milliseconds: no pause between two tries is longer. */
export const LONGEST_WAIT = 300_000;

const MOST_RENEWALS = 5;

/** Answers after which the same call may well succeed. */
const PASSING = Object.freeze([408, 425, 429]);
/** What heals by asking anew where the upload of a photo stands. */
const PASSING_OF_PHOTOS = Object.freeze(['photo.cut', 'photo.checksum', 'photo.wrong-offset', 'photo.not-found']);

/**
 * @param {readonly Entry[]} entries of one person
 * @param {number} now
 * @param {number} [wokenAt] when the network came back or somebody looked: what was tried before that is tried again
 * @returns {Entry | null} the next to be sent: words before pictures, older before younger
 */
export function nextEntry(entries, now, wokenAt = -Infinity) {
  // what was tried in the future was tried before the clock was set right: nobody waits until then
  const due = (entry) => entry.notBefore <= now || entry.triedAt < wokenAt || entry.triedAt > now;
  const free = heads(entries).filter((entry) => entry.state === 'WAITING' && due(entry));
  return free.find((entry) => entry.kind !== 'PHOTO') ?? free[0] ?? null;
}

/**
 * @param {readonly Entry[]} entries
 * @returns {number | null} when the next entry that could go wants to be tried; null when none could
 */
export function nextTime(entries) {
  const times = heads(entries)
    .filter((entry) => entry.state === 'WAITING')
    .map((entry) => entry.notBefore);
  return times.length === 0 ? null : Math.min(...times);
}

/** The first entry of every chain: those behind it wait, whatever it waits for. */
function heads(entries) {
  const chains = new Set();
  const unknownCases = new Set();
  const found = [];
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    const chain = entry.kind === 'PHOTO' ? `photo ${entry.photoId}` : entry.caseId;
    const held = chains.has(chain) || (entry.kind === 'PHOTO' && unknownCases.has(entry.caseId));
    if (entry.kind === 'REPORT') unknownCases.add(entry.caseId);
    chains.add(chain);
    if (!held) found.push(entry);
  }
  return found;
}

/**
 * @param {readonly Entry[]} entries
 * @returns {Set<number>} the orders of those that an earlier entry of their case holds back
 */
export function heldBack(entries) {
  const free = new Set(heads(entries).map((head) => head.order));
  return new Set(entries.map((entry) => entry.order).filter((order) => !free.has(order)));
}

/**
 * @param {{kind: string, status: number, code: string, body?: object}} problem of net/problem.js
 * @param {string} [kind] of the entry
 * @returns {'RETRY' | 'SIGN_IN' | 'REFRESH' | 'PARK'} REFRESH: only the page's secret is out of date
 */
export function meaningOf(problem, kind) {
  if (problem.kind !== 'refused' || PASSING.includes(problem.status) || problem.status >= 500) return 'RETRY';
  if (kind === 'PHOTO' && PASSING_OF_PHOTOS.includes(problem.code)) return 'RETRY';
  if (problem.status === 401) return 'SIGN_IN';
  return problem.code === 'access.csrf' ? 'REFRESH' : 'PARK';
}

/**
 * @param {object | null} answer to an entry that is no photo
 * @returns {boolean} whether it names the case or the order as it is now; else nobody knows whether it arrived
 */
export function isTold(answer) {
  return Boolean(answer?.id) || typeof answer?.version === 'number';
}

/**
 * Waiting before the next try of an entry: doubles up to a limit, half of it by chance.
 *
 * @param {number} tries failed so far, at least 1
 * @param {number} chance 0..1
 */
export function pauseAfter(tries, chance) {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries - 1, 10));
  return Math.round(full / 2 + (full / 2) * chance);
}

/**
 * What a success means for those behind it: their change builds upon the version that it made.
 *
 * @param {readonly Entry[]} entries
 * @param {Entry} done
 * @param {{version?: number, incident?: {version?: number}} | null} answer the case, or an order with its case
 * @returns {Entry[]} the changed ones
 */
export function following(entries, done, answer) {
  const told = new Map([
    [`incident ${done.caseId}`, answer?.incident?.version],
    [done.versionOf, answer?.version],
  ]);
  return entries
    .filter((entry) => entry.order > done.order && entry.state === 'WAITING' && entry.tries === 0)
    .filter((entry) => entry.versionOf !== null && typeof told.get(entry.versionOf) === 'number')
    .map((entry) => ({ ...entry, body: { ...entry.body, version: told.get(entry.versionOf) } }));
}

/**
 * Somebody else has changed the case, but not where the worker stood with it: the state machine then still decides, and
 * nobody has to be asked.
 *
 * @param {Entry} entry
 * @param {{kind: string, status: number, code: string, body?: object}} problem of net/problem.js
 */
export function isBesideThePoint(entry, problem) {
  const current = problem.body?.current;
  return (
    problem.status === 409 &&
    typeof current?.version === 'number' &&
    current.version !== entry.body?.version &&
    entry.base !== null &&
    current.status === entry.base.status &&
    entry.renewals < MOST_RENEWALS
  );
}

/**
 * The same wish once more, upon what the server has now; a new request, so under a new key.
 *
 * @param {Entry} entry parked
 * @param {number} version
 * @param {string} key
 * @returns {Entry}
 */
export function renewed(entry, version, key) {
  const body = entry.body && { ...entry.body, version };
  const renewals = entry.renewals + 1;
  return { ...entry, body, key, renewals, state: 'WAITING', tries: 0, notBefore: 0, problem: null };
}

/** @param {readonly Entry[]} entries @returns {{reports: number, others: number, parked: number, all: number}} */
export function countsOf(entries) {
  const reports = entries.filter((entry) => entry.kind === 'REPORT').length;
  const parked = entries.filter((entry) => entry.state === 'PARKED').length;
  return { reports, others: entries.length - reports, parked, all: entries.length };
}
