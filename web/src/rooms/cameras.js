/** A device that is there answers within the server's patience, ms. */
const AIM_MS = 45_000;

/**
 * Cameras: tickets, pictures and turning. Every picture needs a ticket, and every ticket a purpose and a reason.
 *
 * @typedef {{ticket: string, liveUrl: string, snapshotUrl: string, expiresAt: string}} Ticket
 * @typedef {{purpose: 'INCIDENT' | 'PATROL' | 'MAINTENANCE' | 'WALL', incidentId?: string, reason: string}} Purpose
 * @typedef {{how: 'PRECISE' | 'PRESET', bearing: number, distanceMetres: number,
 *   preset?: {number: number, name: string}}} Aimed
 *
 * @param {ReturnType<typeof import('../net/api.js').createApi>} api
 */
export function createCamerasRoom(api) {
  const path = (id, more) => `/api/cameras/${encodeURIComponent(id)}/${more}`;
  return Object.freeze({
    list: () => api.get('/api/cameras'),
    /** @param {string} id @param {Purpose} purpose @returns {Promise<Ticket>} */
    ticket: (id, purpose) => api.create(path(id, 'tickets'), purpose),
    /** Why the door does not open: rejects with the server's reason. @param {Ticket} ticket */
    knock: (ticket) => api.get(ticket.liveUrl),
    diagnosis: (id) => api.get(path(id, 'diagnosis')),
    /** @returns {Promise<{cameraId: string, stale: object | null}[]>} which cameras are calibrated */
    calibrations: async () => (await api.get('/api/cameras/calibrations')).items,
    calibration: (id) => api.get(path(id, 'calibration')),
    tryCalibration: (id, body) => api.post(path(id, 'calibration/trial'), body),
    saveCalibration: (id, body) => api.put(path(id, 'calibration'), body),
    removeCalibration: (id, version) => api.remove(path(id, `calibration?version=${version}`)),
    /** Has pictures kept as evidence of an incident; answers the clip. */
    keep: (id, wish) => api.create(path(id, 'clips'), wish),
    turn: (id, order) => api.post(path(id, 'ptz'), order),
    /** @param {string} id @param {{ticket: string, incidentId?: string, location?: object}} goal @returns {Promise<Aimed>} */
    aim: (id, goal) => api.post(path(id, 'ptz/aim'), goal, { timeoutMs: AIM_MS }),
    presets: (id) => api.get(path(id, 'presets')),
    savePresets: (id, body) => api.put(path(id, 'presets'), body),
    /** As the device itself tells them; it may take its time. */
    devicePresets: async (id) => (await api.get(path(id, 'presets/device'), { timeoutMs: AIM_MS })).items,
    /** Keeps the present view. @param {{name: string, ticket: string, bearing?: number, fieldOfView?: number}} view */
    storePreset: (id, number, view) => api.put(path(id, `presets/${number}`), view, { timeoutMs: AIM_MS }),
    callPreset: (id, number, ticket) => api.post(path(id, `presets/${number}/call`), { ticket }, { timeoutMs: AIM_MS }),
    forgetPreset: (id, number) => api.remove(path(id, `presets/${number}`), { timeoutMs: AIM_MS }),
    /** Cameras that may see a place, best first. */
    seeing: (lng, lat, options) => api.get(`/api/cameras/seeing?lon=${lng}&lat=${lat}`, options),
    coverage: () => api.get('/api/cameras/coverage?blind=false', { timeoutMs: 60_000 }),
  });
}
