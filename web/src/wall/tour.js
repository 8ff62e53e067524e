/**
 * The wall's tour as a table of moments: the town, then each place that needs somebody, then the town again. A new red
 * one holds it for a minute, a key or a touch for five. Pure: who draws asks for the next state.
 *
 * @typedef {{phase: 'town'|'stop'|'red'|'paused', until: number, stop: import('./stops.js').Stop|null,
 *   visited: readonly string[]}} Tour
 */
const TOWN_MILLIS = 30_000;
const STOP_MILLIS = 20_000;
const RED_MILLIS = 60_000;
const PAUSE_MILLIS = 300_000;

/** @param {number} now @returns {Tour} */
export function startTour(now) {
  return town(now);
}

/**
 * @param {Tour} tour
 * @param {number} now
 * @param {() => readonly import('./stops.js').Stop[]} stops as they are now; asked only when it is time to move
 * @returns {Tour} the same object while nothing changes
 */
export function advance(tour, now, stops) {
  if (now < tour.until) return tour;
  if (tour.phase === 'red' || tour.phase === 'paused') return town(now);
  const next = stops().find((stop) => !tour.visited.includes(stop.key));
  if (!next) return town(now);
  const visited = Object.freeze([...tour.visited, next.key]);
  return Object.freeze({ phase: 'stop', until: now + STOP_MILLIS, stop: next, visited });
}

/** @param {Tour} tour @param {number} now @param {import('./stops.js').Stop} stop @returns {Tour} */
export function holdRed(tour, now, stop) {
  if (tour.phase === 'paused' && now < tour.until) return tour;
  return Object.freeze({ phase: 'red', until: now + RED_MILLIS, stop, visited: Object.freeze([]) });
}

/** @param {number} now @returns {Tour} a person looks: the whole town, and quiet */
export function pause(now) {
  return Object.freeze({ phase: 'paused', until: now + PAUSE_MILLIS, stop: null, visited: Object.freeze([]) });
}

function town(now) {
  return Object.freeze({ phase: 'town', until: now + TOWN_MILLIS, stop: null, visited: Object.freeze([]) });
}
