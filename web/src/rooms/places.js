/**
 * What does not change while a shift runs: the place, its base map, grids, code lists, cameras.
 *
 * @typedef {{code: string, name: string, synthetic: boolean, setUp: boolean, bbox: number[], center: number[],
 *   zoom: number, outline: object | null, mapSource: object | null}} Place
 *
 * @param {ReturnType<typeof import("../net/api.js").createApi>} api
 */
export function createPlacesRoom(api) {
  const place = () => api.get('/api/place');
  const codes = () => api.get('/api/codes');
  const baseMap = () => api.get('/api/base-map', { timeoutMs: 30_000 });
  const grids = () => api.get('/api/grids', { timeoutMs: 30_000 });
  return Object.freeze({
    about: () => api.get('/api/about'),
    place,
    codes,
    baseMap,
    grids,
    /** @returns {Promise<{place: Place, codes: object, baseMap: object, grids: object}>} all that a page with a map starts from */
    async town() {
      const parts = await Promise.all([place(), codes(), baseMap(), grids()]);
      return { place: parts[0], codes: parts[1], baseMap: parts[2], grids: parts[3] };
    },
    gridAt: (lng, lat, options) => api.get(`/api/grids/at?lon=${lng}&lat=${lat}`, options),
    /** @param {readonly string[]|null} [ids] only these */
    cameras: (ids = null) => api.get(ids ? `/api/cameras?id=${ids.map(encodeURIComponent).join(',')}` : '/api/cameras'),
    buildings: (bbox) => api.get(`/api/base-map/buildings?bbox=${bbox.map((side) => side.toFixed(6)).join(',')}`),
    cone: (id) => api.get(`/api/cameras/${encodeURIComponent(id)}/view`),
    snapshot: () => api.get('/api/live/snapshot?streams=incidents,riskpoints,tasks,hotspots&open=true', { timeoutMs: 60_000 }),
  });
}
