/**
 * The register of who looked at which camera, why, and what was seen.
 *
 * @typedef {{id: string, grantedAt: string, who: string, person: string, unit: string, purpose: string, why: string,
 *   incidentId: string | null, cameraId: string, cameraName: string, what: {kind: string, of: string}[],
 *   watched: boolean, since: string, until: string | null}} View
 *
 * @param {ReturnType<typeof import('../net/api.js').createApi>} api
 */
export function createViewRegisterRoom(api) {
  return Object.freeze({
    /**
     * @param {URLSearchParams} query from, to, person, camera, cursor
     * @returns {Promise<{items: View[], next: string | null}>} newest first
     */
    list: (query) => api.get(`/api/view-register?${query}`),
    /** @param {URLSearchParams} query @returns {string} address of the same lines as CSV */
    fileOf: (query) => `/api/view-register/export?${query}`,
  });
}
