/**
 * The calls of the room `incidents` (and of those rooms that answer for one incident). Shapes: see state/incidents.js.
 *
 * @typedef {{workerId: string, name: string, travelSeconds: number | null, distanceMetres: number | null,
 *   positionAgeSeconds: number | null, available: boolean, why: string | {zh: string, en: string}, load: number,
 *   restUntil: string | null, basis: "ROAD" | "STRAIGHT_LINE", reasons: {code: string, zh: string, en: string}[],
 *   leavesUncovered: {gridCode: string, gridName: string}[], coverWithinSeconds: number}} NearWorker
 * @typedef {{cameraId: string, name: string, distanceMetres: number, inView: boolean, online: boolean}} NearCamera
 * @typedef {{step: number, action: string, event: string | null, from: string | null, to: string, actor: string,
 *   actorName: string, at: string, note: string | null, clockLeftSeconds: number | null}} Step
 * @typedef {{incident: object, distanceMetres: number, secondsApart: number, similarity: number,
 *   why: {zh: string, en: string}}} Likeness
 */

/** @param {ReturnType<typeof import("../net/api.js").createApi>} api */
export function createIncidentsRoom(api) {
  const of = (id) => `/api/incidents/${encodeURIComponent(id)}`;
  const items = (answer) => (Array.isArray(answer) ? answer : (answer?.items ?? []));
  return Object.freeze({
    one: (id, options) => api.get(of(id), options),
    history: async (id, options) => items(await api.get(`${of(id)}/history`, options)),
    duplicates: async (id, options) => items(await api.get(`${of(id)}/duplicates`, options)),
    workers: async (id, options) => items(await api.get(`${of(id)}/workers?limit=5`, options)),
    cameras: async (id, options) => items(await api.get(`${of(id)}/cameras?limit=4`, options)),
    /** Alarms of devices that belong to it. */
    alarms: async (id, options) => items(await api.get(`/api/cameras/alarms${queryText({ incidentId: id })}`, options)),
    act: (id, move, key) => api.create(`${of(id)}/actions`, move, { key }),
    report: (body, key) => api.create('/api/incidents', body, { key }),
    likeThis: async (body, options) => items(await api.post('/api/incidents/duplicates', body, options)),
    unmask: (id, reason) => api.post(`${of(id)}/reporter/unmask`, { reason }),
    unmaskParties: async (id, reason, withIdNumber) =>
      (await api.post(`${of(id)}/parties/unmask`, { reason, withIdNumber })).parties,
    /** @param {string} id @param {{version: number, parties: object[]}} body @returns {Promise<object>} as `one` */
    setParties: (id, body) => api.put(`${of(id)}/parties`, body),
    photos: async (id, options) => items(await api.get(`${of(id)}/photos`, options)),
    photoUrl: (id, photoId, width) => `${of(id)}/photos/${photoId}.jpg${width ? `?width=${width}` : ''}`,
    amendments: async (id, options) => items(await api.get(`${of(id)}/amendments?state=OPEN`, options)),
    /** @param {{take: Record<string, 'MINE' | 'THEIRS'>, version: number}} body @returns {Promise<object>} the incident */
    decide: (id, amendmentId, body) => api.create(`${of(id)}/amendments/${amendmentId}/decision`, body),
    /** @param {Record<string, string | number | null>} query @returns {Promise<{items: object[], next: string | null}>} */
    list: (query, options) => api.get(`/api/incidents${queryText(query)}`, options),
  });
}

/** @param {Record<string, string | number | null | undefined>} query @returns {string} */
export function queryText(query) {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
