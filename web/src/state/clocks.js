import { isOpen } from './status.js';

/** Share of the limit after which a clock is close to its end (the first escalation of domain.md). */
const NEAR_SHARE = 0.8;

/**
 * @param {import("./incidents.js").Incident} incident
 * @param {number} now milliseconds, server time
 * @returns {number | null} milliseconds left, negative when late, null when no clock runs
 */
export function timeLeft(incident, now) {
  return Number.isFinite(incident.due) && isOpen(incident) ? incident.due - now : null;
}

/** @param {import("./incidents.js").Incident} incident @param {number} now */
export function isOverdue(incident, now) {
  const left = timeLeft(incident, now);
  return left !== null && !incident.paused && left < 0;
}

/** @param {import("./incidents.js").Incident} incident @param {number} now */
export function isNearDue(incident, now) {
  const left = timeLeft(incident, now);
  if (left === null || incident.paused || left < 0 || !incident.limitSeconds) {
    return false;
  }
  return left < incident.limitSeconds * 1000 * (1 - NEAR_SHARE);
}

/** @param {number} ms @returns {string} 00:12:40, with days in front of it when there are any hours beyond 99 */
export function countdown(ms) {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const hours = Math.floor(seconds / 3600);
  const two = (n) => String(n).padStart(2, '0');
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Server time from our clock: the offset is corrected by every frame that carries a time. */
export const NO_SHIFT = Object.freeze({ shift: 0 });

/**
 * @param {string} serverTime
 * @param {number} now our own clock
 */
export function shiftOf(serverTime, now) {
  const server = Date.parse(serverTime);
  return Number.isNaN(server) ? NO_SHIFT : Object.freeze({ shift: server - now });
}
