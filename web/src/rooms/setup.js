/**
 * The calls that make a real place out of files: outline, grids, base layers, people, old incidents.
 *
 * @typedef {{row?: number, reason: string}} RejectedRow
 * @typedef {{accepted: number, rejected: RejectedRow[], topology?: Record<string, object[]>,
 *   notes?: string[], reading?: {format: string, crs: string, charset: string}}} Taken
 */
const LONG_MILLIS = 600_000;

/** @param {ReturnType<typeof import('../net/api.js').createApi>} api */
export function createSetupRoom(api) {
  const send = (path, values) => api.create(path, formOf(values), { timeoutMs: LONG_MILLIS });
  return Object.freeze({
    /** @param {{file: File, code: string, name: string, crs: string, version?: number}} values */
    place: (values) => send('/api/place', values),
    /** @param {{file: File, crs: string, charset: string, dryRun: boolean, partial?: boolean}} values @returns {Promise<Taken>} */
    importGrids: (values) => send('/api/grids/import', values),
    /** @param {{method: string, sizeMetres?: number, points?: object[], dryRun: boolean}} wish */
    makeGrids: (wish) => api.create('/api/grids/generation', wish, { timeoutMs: LONG_MILLIS }),
    /** @param {string} layer roads, water, green, naturalVillages @param {{file: File, crs: string, charset: string}} values */
    importLayer: (layer, values) => send(`/api/place/layers/${layer}`, values),
    /** @param {File} file @param {object} mapping @param {string} importId ours, to ask for the progress under @returns {Promise<Taken>} */
    importIncidents: (file, mapping, importId) =>
      send('/api/incidents/import', { file, mapping: JSON.stringify(mapping), importId }),
    /** @param {string} importId @returns {Promise<{accepted: number, rejected: number, share: number, done: boolean}|null>} null: not begun */
    importProgress: (importId) => api.get(`/api/incidents/import/${encodeURIComponent(importId)}`),
    /** @returns {Promise<boolean>} somebody has reported or imported something already */
    hasIncidents: async () => (await api.get('/api/incidents?limit=1')).items.length > 0,
    users: async () => (await api.get('/api/users')).items ?? [],
    createUser: (user) => api.create('/api/users', user),
  });
}

function formOf(values) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (value !== '' && value !== null && value !== undefined)
      form.append(name, value instanceof Blob ? value : String(value));
  }
  return form;
}
