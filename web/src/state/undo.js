/** The server takes a move back for this long, if nothing came after it. */
export const UNDO_SECONDS = 10;

/**
 * @typedef {{incidentId: string, number: string, action: string, version: number, until: number}} Undoable
 * @param {import("./incidents.js").Incident} incident as the move left it
 * @param {string} action
 * @param {number} now
 * @returns {Undoable}
 */
export function undoable(incident, action, now) {
  return Object.freeze({
    incidentId: incident.id,
    number: incident.number,
    action,
    version: incident.version,
    until: now + UNDO_SECONDS * 1000,
  });
}

/**
 * @param {Undoable} undo
 * @param {import("./incidents.js").Incident | undefined} incident as it is now
 * @param {number} now
 * @returns {"possible" | "late" | "overtaken"}
 */
export function undoState(undo, incident, now) {
  if (incident && incident.version > undo.version) {
    return 'overtaken';
  }
  return now < undo.until ? 'possible' : 'late';
}

/** @param {Undoable} undo @param {number} now */
export function secondsToUndo(undo, now) {
  return Math.max(0, Math.ceil((undo.until - now) / 1000));
}
