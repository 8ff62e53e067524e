const REPORTERS = Object.freeze([
  'GRID_WORKER',
  'VILLAGE_CLERK',
  'WINDOW_CLERK',
  'DISPATCHER',
  'HANDLER',
  'MEDIATOR',
  'VERIFIER',
  'SUPERVISOR',
  'LEADER',
  'VIDEO_MANAGER',
]);

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may report an incident */
export function mayReport(session) {
  return session.roles.some((role) => REPORTERS.includes(role));
}
