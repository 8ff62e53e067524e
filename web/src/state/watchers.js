const WATCHERS = Object.freeze(['DISPATCHER', 'LEADER', 'SUPERVISOR', 'VERIFIER', 'VIDEO_MANAGER']);

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may ask for pictures */
export function mayWatch(session) {
  return session.roles.some((role) => WATCHERS.includes(role));
}
