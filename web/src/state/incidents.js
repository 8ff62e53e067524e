import { apply as applyVersions, NOTHING, replace as replaceVersions } from './versions.js';
import { isOpen } from './status.js';

/** How many ended incidents stay in memory; the rest is asked from the server when a filter wants it. */
const ENDED_KEPT = 400;

/**
 * @typedef {object} Incident the body of contract.md and brief, plus plain numbers for sorting and drawing
 * @property {string} id
 * @property {number} seq
 * @property {string} number
 * @property {number} version
 * @property {string} status
 * @property {string} kind
 * @property {string | null} level
 * @property {string} title
 * @property {string | null} dueAt
 * @property {number | null} lng
 * @property {number | null} lat
 * @property {number} due milliseconds of dueAt, Infinity when there is none
 */

/** The incidents we know: every open one in sight, and the last few that ended. */
export const NO_INCIDENTS = Object.freeze({ ...NOTHING, ended: Object.freeze([]) });

/**
 * One shape from both: a body of the list, or a feature of snapshot and stream.
 *
 * @param {object} source
 * @returns {Incident}
 */
export function incidentOf(source) {
  const body = source.type === 'Feature' ? source.properties : source;
  const geometry = source.type === 'Feature' ? source.geometry : source.location;
  const [lng, lat] = geometry?.coordinates ?? [null, null];
  return Object.freeze({
    ...body,
    id: String(body.id ?? source.id),
    workers: body.workers ?? [],
    lng,
    lat,
    due: body.dueAt ? Date.parse(body.dueAt) : Infinity,
    occurred: Date.parse(body.occurredAt ?? body.receivedAt),
  });
}

/**
 * @param {typeof NO_INCIDENTS} state
 * @param {import("./versions.js").Change[]} changes
 */
export function apply(state, changes) {
  const next = applyVersions(state, changes);
  return next === state ? state : trim(next, state.ended);
}

/**
 * @param {typeof NO_INCIDENTS} state
 * @param {Incident[]} incidents everything open, as of the snapshot
 */
export function replace(state, incidents) {
  return Object.freeze({ ...replaceVersions(state, incidents), ended: Object.freeze([]) });
}

function trim(next, endedBefore) {
  const touched = new Set(next.touched);
  const ended = endedBefore.filter((id) => !touched.has(id));
  for (const id of next.touched) {
    const incident = next.byId.get(id);
    if (incident && !isOpen(incident)) {
      ended.push(id);
    }
  }
  const surplus = ended.splice(0, Math.max(0, ended.length - ENDED_KEPT));
  const byId = surplus.length === 0 ? next.byId : next.byId.changed(new Map(surplus.map((id) => [id, null])));
  return Object.freeze({ byId, touched: [...next.touched, ...surplus], ended: Object.freeze(ended) });
}

/**
 * The short number people say: the digits after the year.
 *
 * @param {{number?: string}} incident
 */
export function shortNumber(incident) {
  const digits = String(incident.number ?? '')
    .split('-')
    .pop();
  return digits.replace(/^0+(?=\d{4})/, '');
}
