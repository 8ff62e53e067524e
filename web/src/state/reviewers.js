const REVIEWERS = Object.freeze(['LEADER', 'SUPERVISOR', 'DISPATCHER', 'GIS_EDITOR']);
const READERS = Object.freeze([...REVIEWERS, 'VILLAGE_CLERK', 'SCREEN']);

/** @param {{roles: readonly string[]}} session @returns {boolean} whether the review page is theirs: they may ask for studies */
export function mayReview({ roles }) {
  return roles.some((role) => REVIEWERS.includes(role));
}

/** @param {{roles: readonly string[]}} session @returns {boolean} whether they may see where hotspots are */
export function mayReadHotspots({ roles }) {
  return roles.some((role) => READERS.includes(role));
}
