/**
 * The calls of the rooms `dispatch` and `reports` that the duty desk makes.
 *
 * @typedef {{count: number, waiting: number, p50Seconds: number | null, p90Seconds: number | null,
 *   withinReference: number | null}} Times
 * @typedef {{since: string, referenceSeconds: number, referenceShare: number, answered: Times, dispatched: Times}} Desk
 * @typedef {{incidentId: string, number: string, title: string, level: string | null, workerId: string,
 *   workerName: string, travelSeconds: number, responseSeconds: number, basis: "ROAD" | "STRAIGHT_LINE",
 *   version: number}} PlannedOrder
 * @typedef {{orders: PlannedOrder[], left: {incidentId: string, number: string, reason: {zh: string, en: string}}[],
 *   totalSeconds: number, greedySeconds: number, greedyLeft: number, asOf: string}} Plan
 * @typedef {{id: string, text: string, by: string, at: string}} HandoverNote
 *
 * @param {ReturnType<typeof import("../net/api.js").createApi>} api
 */
export function createDispatchRoom(api) {
  return Object.freeze({
    /** @returns {Promise<{desk: Desk}>} */
    figures: () => api.get('/api/figures'),
    /** @returns {Promise<Plan>} for all that wait; nothing is sent by it */
    plan: () => api.post('/api/dispatch/plans', {}, { timeoutMs: 60_000 }),
    /** Takes an open order back and sends another worker in its place. */
    replace: (orderId, body, key) => api.create(`/api/orders/${encodeURIComponent(orderId)}/replacement`, body, { key }),
    /** @returns {Promise<HandoverNote[]>} of the last shifts, newest first */
    handoverNotes: async () => (await api.get('/api/handover-notes'))?.items ?? [],
    /** @returns {Promise<HandoverNote>} */
    leaveNote: (text, key) => api.create('/api/handover-notes', { text }, { key }),
    emergencies: async () => (await api.get('/api/emergencies/current'))?.items ?? [],
    declare: (body, key) => api.create('/api/emergencies', body, { key }),
    endEmergency: (id) => api.remove(`/api/emergencies/${encodeURIComponent(id)}`),
  });
}
