import { queryText } from './incidents.js';

const LONG_MILLIS = 120_000;
const MOST_PAGES = 6;

/**
 * The calls of the room `hotspots`. A study answers at once when it is short; a longer one is followed by its id.
 *
 * @typedef {{id: string, status: 'RUNNING'|'DONE'|'CANCELLED'|'FAILED', progress: number, error?: {zh: string, en: string},
 *   features?: object[]}} Study
 *
 * @param {ReturnType<typeof import('../net/api.js').createApi>} api
 */
export function createHotspotsRoom(api) {
  const path = (id) => `/api/hotspots/analyses/${encodeURIComponent(id)}`;
  return Object.freeze({
    /** @param {{at?: string, category?: string|null}} [wish] @returns {Promise<object>} the map of a day, of today without one */
    map: (wish = {}, options) => api.get(`/api/hotspots${queryText(wish)}`, { timeoutMs: LONG_MILLIS, ...options }),
    /** @returns {Promise<{items: object[]}>} the methods one may ask for, and their parameters */
    methods: () => api.get('/api/hotspots/methods'),
    /** @param {object} question @returns {Promise<Study>} */
    study: (question, options) =>
      api.create('/api/hotspots/analyses', question, { timeoutMs: LONG_MILLIS, ...options }),
    /** @param {string} id @returns {Promise<Study>} */
    progress: (id, options) => api.get(path(id), options),
    /** @param {string} id */
    cancel: (id) => api.remove(path(id)),
    backtest: (options) => api.get('/api/hotspots/backtest', { timeoutMs: LONG_MILLIS, ...options }),
    incidentsOf: (spot, options) => incidentsOf(api, spot, options),
  });
}

/** The list of the hotspot's days and kind, page by page, until all of its own incidents are found. */
async function incidentsOf(api, { incidentIds, since, until, category }, options) {
  const wanted = new Set(incidentIds);
  const found = [];
  const kind = /^[AB]\d{2}$/.test(category ?? '') ? { category } : { kind: category };
  const days = { from: `${dayBefore(since)}T00:00:00Z`, to: `${until}T23:59:59Z` };
  let cursor = null;
  for (let page = 0; page < MOST_PAGES && found.length < wanted.size; page++) {
    const answer = await api.get(`/api/incidents${queryText({ ...kind, ...days, limit: 500, cursor })}`, options);
    found.push(...answer.items.filter(({ id }) => wanted.has(id)));
    cursor = answer.next;
    if (!cursor) break;
  }
  return found;
}

// a day begins earlier in the east than in Greenwich, where the server counts without an offset
function dayBefore(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
