/**
 * The calls of those who look after cameras.
 *
 * @param {ReturnType<typeof import('../net/api.js').createApi>} api
 */
export function createCameraAdminRoom(api) {
  const path = (id, more = '') => `/api/cameras/${encodeURIComponent(id)}${more}`;
  const upper = (id, more = '') => `/api/cascades/${encodeURIComponent(id)}${more}`;
  const purpose = (reason) => ({ purpose: 'MAINTENANCE', reason });
  return Object.freeze({
    details: (id) => api.get(path(id, '/details')),
    create: (camera, key) => api.create('/api/cameras', camera, { key }),
    /** @param {{id: string, version: number}} camera as it was last seen @param {object} wish */
    change: ({ id, version }, wish) => api.patch(path(id), { version, ...wish }),
    diagnosis: (id) => api.get(path(id, '/diagnosis')),
    /** @param {string} id @param {string} reason for the view register @returns {Promise<Blob>} a still of now */
    async still(id, reason) {
      const { snapshotUrl } = await api.create(path(id, '/tickets'), purpose(reason));
      return api.get(`${snapshotUrl}&width=1280`, { picture: true, timeoutMs: 90_000 });
    },
    ceiling: (id) => api.get(path(id, '/clips/ceiling')),
    /** @param {string} id @param {number|null} days null: the common ceiling again */
    setCeiling: (id, days) => api.put(path(id, '/clips/ceiling'), { days }),
    figures: () => api.get('/api/cameras/figures'),
    health: (id) => api.get(path(id, '/health')),
    filings: async () => (await api.get('/api/cameras/filings')).items ?? [],
    file: (id, filing) => api.put(path(id, '/filing'), filing),
    devices: () => api.get('/api/cameras/devices'),
    /** @param {string} deviceId @param {string} password empty: the common one again */
    setPassword: (deviceId, password) =>
      api.put(`/api/cameras/devices/${encodeURIComponent(deviceId)}/password`, { password }),
    uppers: async () => (await api.get('/api/cascades')).items ?? [],
    putUpper: (id, wish) => api.put(upper(id), wish),
    removeUpper: (id) => api.remove(upper(id)),
    shared: (id) => api.get(upper(id, '/cameras')),
    /** @param {string} id @param {{version: number, reason: string, items: object[]}} wish the whole list */
    share: (id, wish) => api.put(upper(id, '/cameras'), wish),
  });
}
