/**
 * Workers on duty and my own duty.
 *
 * @typedef {{workerId: string, name: string, gridCode: string, onDuty: boolean, positionAgeSeconds: number | null}} Worker
 *
 * @param {ReturnType<typeof import("../net/api.js").createApi>} api
 */
export function createWorkforceRoom(api) {
  return Object.freeze({
    workers: async () => {
      const answer = await api.get('/api/workers?limit=500');
      return Array.isArray(answer) ? answer : (answer?.items ?? []);
    },
    /** @returns {Promise<Worker>} */
    me: () => api.get('/api/workers/me'),
    setDuty: (onDuty) => api.put('/api/workers/me/duty', { onDuty }),
    sendPosition: (position) => api.post('/api/workers/me/positions', [position]),
  });
}
