/**
 * What does not change while a shift runs: the place, its base map, grids, code lists, cameras.
 *
 * @typedef {{code: string, name: string, synthetic: boolean, setUp: boolean, bbox: number[], center: number[],
 *   zoom: number, outline: object | null, mapSource: object | null}} Place
 *
 * @param {ReturnType<typeof import("../net/api.js").createApi>} api
 */
export function createPlacesRoom(api) {
  return Object.freeze({
    about: () => api.get('/api/about'),
    place: () => api.get('/api/place'),
    codes: () => api.get('/api/codes'),
    baseMap: () => api.get('/api/base-map', { timeoutMs: 30_000 }),
    grids: () => api.get('/api/grids', { timeoutMs: 30_000 }),
    gridAt: (lng, lat, options) => api.get(`/api/grids/at?lon=${lng}&lat=${lat}`, options),
    cameras: () => api.get('/api/cameras'),
    cone: (id) => api.get(`/api/cameras/${encodeURIComponent(id)}/view`),
    snapshot: () => api.get('/api/live/snapshot?streams=incidents,riskpoints,tasks&open=true', { timeoutMs: 60_000 }),
  });
}
