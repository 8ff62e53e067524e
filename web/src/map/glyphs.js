/**
 * The drawings of the symbols as data: viewBox 0 0 24 24, filled even-odd. Lists draw them as SVG, the map from an
 * atlas; both from this table, so a symbol never differs between list and map.
 */

/** @type {Readonly<Record<string, string>>} one path per incident kind */
export const KIND_PATHS = Object.freeze({
  DISPUTE: 'M2 3h12v8H8l-3 3v-3H2zM16 9h6v9h-2v3l-3-3h-7v-4h6z',
  HAZARD: 'M10 3h4l-.8 11h-2.4zM10.3 17h3.4v3.4h-3.4z',
  SANITATION: 'M9 3h6v2h5v2H4V5h5zM6 9h12l-1 12H7z',
  FOREST_FIRE: 'M13 2c0 4 5 6 5 12a6 6 0 0 1-12 0c0-3 1-4 2.5-6 .2 2 1 2.8 2 3C10.2 7 11 4 13 2z',
  SECURITY: 'M12 2l8 3v6c0 5-3.5 9-8 11-4.5-2-8-6-8-11V5z',
  HELP: 'M12 21C5 15 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 12 19 15 12 21z',
  TRAFFIC: 'M6 5h12l3 7v8h-4v-2H7v2H3v-8zM7.5 7.5L6 11.5h12l-1.5-4z',
  FLOOD: 'M2 8q2.5-3 5 0t5 0 5 0 5 0v3q-2.5 3-5 0t-5 0-5 0-5 0zM2 15q2.5-3 5 0t5 0 5 0 5 0v3q-2.5 3-5 0t-5 0-5 0-5 0z',
  FACILITY: 'M5 22V3h12v4h4l-2 5h-7l-2-5h4V6H8v16z',
  CAMERA_FAULT: 'M2 7h13v3l6-3v10l-6-3v3H2zM6 10l2 2-2 2 1.2 1.2 2-2 2 2L12.4 14l-2-2 2-2-1.2-1.2-2 2-2-2z',
  OTHER: 'M3 10h4v4H3zM10 10h4v4h-4zM17 10h4v4h-4z',
});

/** @type {Readonly<Record<string, string>>} octagon, triangle, square: a level is told by its shape first */
export const LEVEL_PATHS = Object.freeze({
  RED: 'M8 2h8l6 6v8l-6 6H8l-6-6V8z',
  YELLOW: 'M12 2l11 19H1z',
  BLUE: 'M3 3h18v18H3z',
});

/** @type {Readonly<Record<string, string>>} the other things on the map */
export const THING_PATHS = Object.freeze({
  camera: 'M2 7h13v3l6-3v10l-6-3v3H2z',
  worker: 'M12 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21c0-5 3.5-8 8-8s8 3 8 8z',
  platform: 'M12 2l10 8v12H2V10zM10 14h4v8h-4z',
});

/** @type {Readonly<Record<string, {group: string, part: number}>>} group of a status and the share of its ring */
export const STATUS_LOOK = Object.freeze({
  REPORTED: { group: 'new', part: 1 },
  ACCEPTED: { group: 'hand', part: 0.25 },
  ASSIGNED: { group: 'hand', part: 0.5 },
  HANDLING: { group: 'hand', part: 0.75 },
  HANDLED: { group: 'unchecked', part: 1 },
  VERIFIED: { group: 'check', part: 1 },
  REVISITED: { group: 'check', part: 1 },
  CLOSED: { group: 'done', part: 1 },
  REJECTED: { group: 'out', part: 1 },
  MERGED: { group: 'out', part: 1 },
});

/**
 * @param {string} status an incident status
 * @returns {{group: string, part: number}} how it is drawn; an unknown one is drawn as new, never hidden
 */
export function statusLook(status) {
  return STATUS_LOOK[status] ?? STATUS_LOOK.REPORTED;
}
