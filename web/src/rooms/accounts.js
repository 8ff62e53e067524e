/**
 * The calls of those who administer accounts.
 *
 * @typedef {{username: string, displayName: string, roles: string[], scope: string, disabled: boolean,
 *   lockedUntil: string | null, version: number}} Account
 *
 * @param {ReturnType<typeof import('../net/api.js').createApi>} api
 */
export function createAccountsRoom(api) {
  const path = (username) => `/api/users/${encodeURIComponent(username)}`;
  return Object.freeze({
    /** @returns {Promise<Account[]>} */
    list: async () => (await api.get('/api/users')).items ?? [],
    create: (account) => api.create('/api/users', account),
    /** @param {Account} account as it was last seen @param {object} wish @returns {Promise<Account>} */
    change: ({ username, version }, wish) => api.patch(path(username), { version, ...wish }),
    /** @param {Account} account @returns {Promise<{ended: number}>} */
    endSessions: ({ username }) => api.remove(`${path(username)}/sessions`),
    /** @param {Account} account @returns {Promise<object[]>} */
    tokens: async ({ username }) =>
      (await api.get(`/api/tokens?username=${encodeURIComponent(username)}`)).items ?? [],
    withdrawToken: (id) => api.remove(`/api/tokens/${encodeURIComponent(id)}`),
  });
}
