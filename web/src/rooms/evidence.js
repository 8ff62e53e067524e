/** A device that is there says what it has recorded within the server's patience, ms. */
const RECORDINGS_MS = 45_000;

/**
 * Clips of incidents: what is kept, by whom, how long, and what left the house of it.
 *
 * @typedef {{id: string, cameraId: string, cameraName: string, incidentId: string, incidentNumber: string, source: string,
 *   state: 'RECORDING' | 'SAVED' | 'FAILED' | 'DELETED', ending: string | null, begunAt: string, durationSeconds: number,
 *   bytes: number, segments: number, missingPictures: number, chainHead: string, mime: string, masked: boolean,
 *   playable: boolean, savedByName: string, retainUntil: string, deleteAtLatest: string, deletion: object | null, holds: object[],
 *   exports: object[]}} Clip
 *
 * @param {ReturnType<typeof import('../net/api.js').createApi>} api
 */
export function createEvidenceRoom(api) {
  const path = (id, more = '') => `/api/clips/${encodeURIComponent(id)}${more}`;
  return Object.freeze({
    /**
     * @param {URLSearchParams} query incidentId, cameraId, waiting, cursor
     * @returns {Promise<{items: Clip[], next: string | null}>}
     */
    list: (query) => api.get(`/api/clips?${query}`),
    /** @returns {Promise<Clip>} */
    get: (id) => api.get(path(id)),
    stop: (id) => api.post(path(id, '/stop'), {}),
    verify: (id) => api.get(path(id, '/verification'), { timeoutMs: 120_000 }),
    hold: (id, reason) => api.create(path(id, '/holds'), { reason }),
    release: (id, hold, reason) => api.post(path(id, `/holds/${hold}/release`), { reason }),
    ask: (id, wish) => api.create(path(id, '/exports'), wish),
    decide: (id, wish, word) => api.post(path(id, `/exports/${wish}/decision`), word),
    /** @returns {Promise<{isShort: boolean, freeBytes: number, floorBytes: number, since: string | null,
     *   incidentId: string | null, incidentNumber: string | null}>} */
    disk: () => api.get('/api/clips/disk'),
    incident: (id) => api.get(`/api/incidents/${encodeURIComponent(id)}`),
    keep: (cameraId, wish) => api.create(`/api/cameras/${encodeURIComponent(cameraId)}/clips`, wish),
    /** What the device of a camera has recorded. @returns {Promise<{items: {from: string, to: string}[]}>} */
    recordings: (cameraId, span) =>
      api.get(`/api/cameras/${encodeURIComponent(cameraId)}/recordings?${new URLSearchParams(span)}`, {
        timeoutMs: RECORDINGS_MS,
      }),
    /** @returns {string} where a recording is played, given a ticket */
    recordingOf: (cameraId, asked) => `/media/cameras/${encodeURIComponent(cameraId)}/playback?${new URLSearchParams(asked)}`,
    /** Why a line would not open; null when it would. A call that is no WebSocket is answered 400 then. */
    async knock(path) {
      const problem = await api.get(path).catch((reason) => reason);
      return problem?.code && problem.status !== 400 ? problem : null;
    },
    /** For playing or fetching; a line in the view register. @param {Clip} clip @param {string} reason */
    ticket: ({ cameraId, incidentId }, reason) =>
      api.create(`/api/cameras/${encodeURIComponent(cameraId)}/tickets`, { purpose: 'INCIDENT', incidentId, reason }),
  });
}
