import { Problem } from '../net/problem.js';

/**
 * Who is signed in.
 *
 * @typedef {{username: string, displayName?: string, roles: string[], scope: string, workerId?: string | null}} Session
 *
 * @param {ReturnType<typeof import("../net/api.js").createApi>} api
 */
export function createSessionRoom(api) {
  return Object.freeze({
    /** @returns {Promise<Session | null>} null: nobody yet; the call also fetches the CSRF cookie */
    async current() {
      try {
        return await api.get('/api/session', { expectSignedOut: true });
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 401) {
          return null;
        }
        throw problem;
      }
    },
    /** @returns {Promise<Session>} */
    signIn: (username, password) => api.post('/api/session', { username, password }, { expectSignedOut: true }),
    /** @returns {Promise<{endedSessions: number, tokens: object[]}>} */
    changePassword: (wish) => api.put('/api/session/password', wish),
    signOut: () => api.remove('/api/session', { expectSignedOut: true }),
  });
}
