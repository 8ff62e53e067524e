/**
 * The calls of a worker's own page.
 *
 * @typedef {{id: string, kind: string, workerId: string, incidentId: string, status: string, lead: boolean,
 *   dueAt: string | null, createdAt: string, acceptedAt: string | null, onTheWayAt: string | null, version: number,
 *   incident: object}} Order
 * @typedef {{url: string, crs: string}} MapLink
 * @typedef {{id: string, reason: string, declaredBy: string, declaredAt: string, endsAt: string}} Emergency
 * @typedef {{at: string, by: string, why: {zh: string, en: string}}} LookAt
 */

/** @param {ReturnType<typeof import('../net/api.js').createApi>} api */
export function createFieldRoom(api) {
  const quietly = { expectSignedOut: true };
  const items = (answer) => answer?.items ?? [];
  return Object.freeze({
    /** @returns {Promise<Order[]>} */
    orders: async () => items(await api.get('/api/workers/me/orders', quietly)),
    /** @returns {Promise<{mapLink: MapLink | null}>} */
    settings: () => api.get('/api/field/settings', quietly),
    /** @returns {Promise<Emergency | null>} of those under way here the one that ends last */
    emergency: () => api.get('/api/emergencies/current', quietly).then((answer) => items(answer)[0] ?? null),
    /** @returns {Promise<LookAt[]>} */
    looks: () => api.get('/api/workers/me/looks', quietly).then(items),
    /** @returns {Promise<object[]>} of one case, open and decided, oldest first; see console/card/versions.js */
    amendments: (id) => api.get(`/api/incidents/${encodeURIComponent(id)}/amendments`, quietly).then(items),
    snapshot: () => api.get('/api/live/snapshot?streams=tasks&open=true', quietly),
    sendPosition: ({ lng, lat, accuracy, at }) =>
      api.post(
        '/api/workers/me/positions',
        [{ lon: lng, lat, accuracyMetres: accuracy, at: new Date(at).toISOString() }],
        quietly,
      ),
  });
}
