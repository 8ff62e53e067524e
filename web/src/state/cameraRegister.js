import { matching } from './cameraSearch.js';

/**
 * One line of the list of cameras: what the registry says, what is wrong with its picture, when it was last heard of.
 *
 * @typedef {object} CameraRow
 * @property {string} id
 * @property {string} name
 * @property {string} gridCode
 * @property {string} grid its name where it has one
 * @property {string} status
 * @property {string} kind
 * @property {string} source
 * @property {boolean} masked
 * @property {boolean} placed
 * @property {{lng: number, lat: number}|null} place
 * @property {string|null} fault
 * @property {string|null} lastSeen
 */

/** What a list may be narrowed to, in the order in which it is offered. */
export const CAMERA_FILTERS = Object.freeze({
  OFFLINE: (row) => row.status === 'OFFLINE',
  NEVER_CONNECTED: (row) => row.status === 'NEVER_CONNECTED',
  FAULT: (row) => row.fault !== null,
  MASKED: (row) => row.masked,
  UNPLACED: (row) => !row.placed,
});

/**
 * @param {{features: readonly object[], gridNames: ReadonlyMap<string, string>, faults?: readonly object[],
 *   devices?: readonly object[]}} known faults and devices: as far as this person may know them
 * @returns {CameraRow[]}
 */
export function cameraRows({ features, gridNames, faults = [], devices = [] }) {
  const faulty = new Map(faults.map((one) => [one.cameraId, one.fault]));
  const seen = new Map(
    devices.flatMap(({ channels, lastSeen }) => channels.map(({ cameraId }) => [cameraId, lastSeen])),
  );
  return features.map(({ id, geometry, properties }) => {
    const [lng, lat] = geometry?.coordinates ?? [];
    return Object.freeze({
      ...properties,
      id,
      grid: gridNames.get(properties.gridCode) ?? properties.gridCode,
      placed: Boolean(geometry),
      place: geometry ? { lng, lat } : null,
      fault: faulty.get(id) ?? null,
      lastSeen: properties.lastSeenAt ?? seen.get(id) ?? null,
    });
  });
}

/**
 * @param {readonly CameraRow[]} rows
 * @param {ReadonlyMap<string, string>} gridNames
 * @param {{q: string, show: string|null}} wish
 * @returns {CameraRow[]} by name
 */
export function shownCameras(rows, gridNames, { q, show }) {
  const wanted = CAMERA_FILTERS[show] ?? (() => true);
  return matching(rows.filter(wanted), gridNames, q).sort(byName);
}

/** @param {readonly CameraRow[]} rows @returns {Record<string, number>} how many each filter leaves */
export function filterCounts(rows) {
  return Object.fromEntries(Object.entries(CAMERA_FILTERS).map(([key, fits]) => [key, rows.filter(fits).length]));
}

function byName(a, b) {
  return a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1);
}
