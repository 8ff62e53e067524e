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

const KEEPERS = Object.freeze(['VIDEO_MANAGER', 'SUPERVISOR', 'LEADER']);

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may ask for pictures */
export function mayWatch(session) {
  return session.roles.some((role) => WATCHERS.includes(role));
}

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person sees what is kept of the cameras */
export function mayLookAfter(session) {
  return session.roles.some((role) => KEEPERS.includes(role));
}

const CALIBRATORS = Object.freeze(['VIDEO_MANAGER', 'GIS_EDITOR']);

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may calibrate cameras */
export function mayCalibrate(session) {
  return session.roles.some((role) => CALIBRATORS.includes(role));
}
