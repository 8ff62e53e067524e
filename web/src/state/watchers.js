const WATCHERS = Object.freeze([
  'VILLAGE_CLERK',
  'DISPATCHER',
  'HANDLER',
  'MEDIATOR',
  'VERIFIER',
  'SUPERVISOR',
  'LEADER',
  'VIDEO_MANAGER',
]);

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may ask for pictures */
export function mayWatch(session) {
  return session.roles.some((role) => WATCHERS.includes(role));
}
