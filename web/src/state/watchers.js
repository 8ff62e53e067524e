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

const BLIND_TO_SIGHT = Object.freeze(['SCREEN', 'GIS_EDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']);

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may ask which cameras see a place */
export function mayAskSight(session) {
  return session.roles.some((role) => !BLIND_TO_SIGHT.includes(role));
}

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may see what all cameras cover */
export function maySeeCoverage(session) {
  return mayAskSight(session) || session.roles.includes('GIS_EDITOR');
}

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person prepares cameras for the others */
export function mayPrepare(session) {
  return session.roles.includes('VIDEO_MANAGER');
}
