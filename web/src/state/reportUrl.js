import { readQuery, writeQuery } from './query.js';

/**
 * A report that begins with a place seen on a picture, as a link to the console.
 *
 * @typedef {{lng: number, lat: number, accuracyMetres: number, camera: string}} SeenPlace camera: its name
 */

/** @param {SeenPlace} seen @returns {string} */
export function reportLink({ lng, lat, accuracyMetres, camera }) {
  return `/${writeQuery([
    ['report', [lng.toFixed(6), lat.toFixed(6), accuracyMetres.toFixed(1)].join(',')],
    ['seenBy', camera],
  ])}`;
}

/** @param {string} search of the address @returns {SeenPlace | null} */
export function readReport(search) {
  const raw = Object.fromEntries(readQuery(search));
  const numbers = (raw.report ?? '').split(',').map(Number);
  if (!raw.report || numbers.length !== 3 || !numbers.every(Number.isFinite)) return null;
  const [lng, lat, accuracyMetres] = numbers;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return null;
  return Object.freeze({ lng, lat, accuracyMetres, camera: raw.seenBy ?? '' });
}
