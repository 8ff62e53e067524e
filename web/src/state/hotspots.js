/**
 * Hotspots as the page shows them. A hotspot without a test, or whose interval includes the usual level, is never drawn
 * like a proven one.
 *
 * @typedef {'proven'|'unproven'|'untested'|'tooFew'} Verdict
 * @typedef {object} Spot
 * @property {string} id
 * @property {number} rank
 * @property {string} method
 * @property {Verdict} verdict
 * @property {number} observed
 * @property {number|null} expected
 * @property {number|null} ratio
 * @property {number|null} ratioLow
 * @property {number|null} ratioHigh
 * @property {number|null} pValue
 * @property {number|null} qValue
 * @property {number|null} recurrenceDays
 * @property {string} since first day, 2026-03-05
 * @property {string} until last day
 * @property {string|null} category
 * @property {{zh: string, en: string}|null} sentence
 * @property {readonly string[]} incidentIds
 * @property {readonly {from: string, count: number, expected: number|null}[]} trend
 * @property {object|null} geometry
 */

const RATIOS = Object.freeze([1, 1.5, 2, 3]);

/** @type {readonly Spot[]} */
export const NO_SPOTS = Object.freeze([]);

/** @param {{features?: object[]}|null} collection as GET /api/hotspots answers @returns {readonly Spot[]} by rank */
export function spotsOf(collection) {
  const spots = (collection?.features ?? []).map(spotOf);
  return Object.freeze(spots.sort((a, b) => a.rank - b.rank));
}

function spotOf({ id, geometry, properties }) {
  const read = { ...properties };
  return Object.freeze({
    id: String(read.id ?? id),
    rank: read.rank,
    method: read.method,
    verdict: verdictOf(read),
    observed: read.observed,
    expected: number(read.expected),
    ratio: number(read.ratio),
    ratioLow: number(read.ratioLow),
    ratioHigh: number(read.ratioHigh),
    pValue: number(read.pValue),
    qValue: number(read.qValue),
    recurrenceDays: number(read.recurrenceDays),
    since: String(read.since ?? '').slice(0, 10),
    until: String(read.until ?? '').slice(0, 10),
    category: read.category ?? null,
    sentence: read.sentence ?? null,
    incidentIds: Object.freeze(read.incidentIds ?? []),
    trend: Object.freeze(read.trend ?? []),
    geometry: geometry ?? null,
  });
}

function number(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** @param {{proven: boolean, pValue?: number|null, tooFew?: boolean}} properties @returns {Verdict} */
export function verdictOf({ proven, pValue, tooFew }) {
  if (proven) return 'proven';
  if (number(pValue) === null) return 'untested';
  return tooFew ? 'tooFew' : 'unproven';
}

/** @param {number|null} ratio observed by expected @returns {number} step of the ramp, 1 to 5 */
export function rampStep(ratio) {
  return ratio === null ? 1 : 1 + RATIOS.filter((limit) => ratio > limit).length;
}

/**
 * @param {Spot} spot
 * @param {string|null} month `2026-03`; null: any
 * @returns {boolean} whether a day of it lies in the month
 */
export function isAlive(spot, month) {
  return month === null || (spot.since.slice(0, 7) <= month && month <= spot.until.slice(0, 7));
}

/** @param {readonly Spot[]} spots @param {string|null} month @returns {readonly Spot[]} */
export function aliveIn(spots, month) {
  return month === null ? spots : Object.freeze(spots.filter((spot) => isAlive(spot, month)));
}

/**
 * @param {readonly Spot[]} spots
 * @returns {{all: number, proven: number, doubtful: number}} doubtful: drawn hatched
 */
export function countsOf(spots) {
  const proven = spots.filter(({ verdict }) => verdict === 'proven').length;
  return { all: spots.length, proven, doubtful: spots.length - proven };
}

/** @param {readonly Spot[]} spots @returns {readonly Spot[]} those a map that is no study may show */
export function provenOnly(spots) {
  return Object.freeze(spots.filter(({ verdict }) => verdict === 'proven'));
}

const MOST_LETTERS = 60;

/**
 * @param {Spot} spot
 * @param {string} words what its tip says
 * @returns {{id: string, rank: number, step: number, doubtful: boolean, label: string, geometry: object|null}} for a map
 */
export function onMap({ id, rank, ratio, verdict, geometry }, words) {
  const label = words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words;
  return { id, rank, step: rampStep(ratio), doubtful: verdict !== 'proven', label, geometry };
}

/**
 * Where to look for a hotspot: the middle of its box.
 *
 * @param {Spot} spot
 * @returns {{lng: number, lat: number, bbox: number[]}|null} bbox: west, south, east, north
 */
export function whereabouts({ geometry }) {
  const bbox = [Infinity, Infinity, -Infinity, -Infinity];
  visit(geometry?.coordinates ?? [], bbox);
  if (bbox[0] > bbox[2]) return null;
  return { lng: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2, bbox };
}

function visit(part, bbox) {
  if (typeof part[0] !== 'number') {
    part.forEach((inner) => visit(inner, bbox));
    return;
  }
  bbox[0] = Math.min(bbox[0], part[0]);
  bbox[1] = Math.min(bbox[1], part[1]);
  bbox[2] = Math.max(bbox[2], part[0]);
  bbox[3] = Math.max(bbox[3], part[1]);
}
