/**
 * Cameras: tickets, pictures and turning. Every picture needs a ticket, and every ticket a purpose and a reason.
 *
 * @typedef {{ticket: string, liveUrl: string, snapshotUrl: string, expiresAt: string}} Ticket
 * @typedef {{purpose: 'INCIDENT' | 'PATROL' | 'MAINTENANCE' | 'WALL', incidentId?: string, reason: string}} Purpose
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
    turn: (id, order) => api.post(path(id, 'ptz'), order),
  });
}
