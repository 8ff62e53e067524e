/** Moves of the person who was sent; somebody else's work shows no buttons for them. */
const WORK_MOVES = Object.freeze(['start', 'return', 'handle']);

/** Forward moves: the one that brings the matter nearer to its end is the button in ink. */
const FORWARD = Object.freeze(['accept', 'assign', 'start', 'handle', 'verify', 'revisit', 'close']);

/**
 * @typedef {{action: string, zh: string, en: string, key: string, from: string[], to: string | null, roles: string[],
 *   needs: string[]}} Move one row of `moves` in /api/codes
 * @typedef {{username: string, roles: string[], scope: string, workerId?: string | null}} Session
 */

/**
 * The moves this person may make now. Undo has its own place and is never listed.
 *
 * @param {readonly Move[]} moves
 * @param {import("./incidents.js").Incident} incident
 * @param {Session} session
 * @returns {Move[]}
 */
export function allowedMoves(moves, incident, session) {
  return moves.filter(
    (move) =>
      move.action !== 'undo' &&
      move.action !== 'report' &&
      move.from.includes(incident.status) &&
      move.roles.some((role) => session.roles.includes(role)) &&
      flagsAllow(move.action, incident, session) &&
      personMay(move.action, incident, session),
  );
}

/** A matter whose reporter is not satisfied, or was not reached, is closed by a leader alone. */
export function isSatisfied(incident) {
  return !incident.outcome || incident.outcome === 'SATISFIED';
}

function flagsAllow(action, incident, session) {
  if (action === 'pause') {
    return !incident.paused;
  }
  if (action === 'resume') {
    return Boolean(incident.paused);
  }
  if (action === 'close') {
    return isSatisfied(incident) || session.roles.includes('LEADER');
  }
  return action !== 'extend' || !incident.extended;
}

function personMay(action, incident, session) {
  const sent = incident.workers.some((worker) => worker.workerId === session.workerId);
  if (action === 'verify') {
    return !(session.workerId && sent);
  }
  const onlyWorker = Boolean(session.workerId) && !session.roles.includes('HANDLER');
  return !(onlyWorker && WORK_MOVES.includes(action)) || sent;
}

/** @param {readonly Move[]} moves allowed now @returns {Move | null} */
export function forwardMove(moves) {
  return moves.find((move) => FORWARD.includes(move.action)) ?? null;
}

/** @param {readonly Move[]} moves allowed now @returns {Move[]} the one that brings the matter forward first */
export function inOrder(moves) {
  const first = forwardMove(moves);
  return first === null ? [...moves] : [first, ...moves.filter((move) => move !== first)];
}

/** @param {readonly Move[]} moves @param {string} key @returns {Move | null} */
export function moveByKey(moves, key) {
  return moves.find((move) => move.key === key) ?? null;
}
