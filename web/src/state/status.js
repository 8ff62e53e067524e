/** The five groups of incident states; the order is the order of the filter chips. */
export const GROUPS = Object.freeze(['NEW', 'IN_HAND', 'CHECK', 'DONE', 'OUT']);

/** Groups that need somebody; the others have ended. */
export const OPEN_GROUPS = Object.freeze(['NEW', 'IN_HAND', 'CHECK']);

const GROUP_OF = Object.freeze({
  REPORTED: 'NEW',
  ACCEPTED: 'IN_HAND',
  ASSIGNED: 'IN_HAND',
  HANDLING: 'IN_HAND',
  HANDLED: 'CHECK',
  VERIFIED: 'CHECK',
  REVISITED: 'CHECK',
  CLOSED: 'DONE',
  REJECTED: 'OUT',
  MERGED: 'OUT',
});

/** @param {string} status @returns {string} */
export function groupOf(status) {
  return GROUP_OF[status] ?? 'OUT';
}

/** @param {string} group @returns {string[]} */
export function statusesOf(group) {
  return Object.keys(GROUP_OF).filter((status) => GROUP_OF[status] === group);
}

/** @param {{status: string}} incident */
export function isOpen(incident) {
  return OPEN_GROUPS.includes(GROUP_OF[incident.status]);
}
