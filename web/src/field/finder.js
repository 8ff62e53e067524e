import { store } from '../state/store.js';

const PATIENCE_MS = 20_000;
const FRESH_MS = 30_000;

/**
 * The place of the device, asked at an act of the worker and then kept here for distances; nothing is sent from here.
 *
 * @typedef {{lng: number, lat: number, accuracy: number, at: number}} Fix
 *
 * @param {{geolocation: Geolocation | undefined, now: () => number}} outside
 */
export function createFinder({ geolocation, now }) {
  const last = store(null);
  /** @returns {Promise<Fix | null>} null: refused, or not to be had */
  const once = () =>
    new Promise((resolve) => {
      const found = ({ coords }) => {
        const fix = { lng: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, at: now() };
        last.set(Object.freeze(fix));
        resolve(last.get());
      };
      const options = { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS };
      if (geolocation) geolocation.getCurrentPosition(found, () => resolve(null), options);
      else resolve(null);
    });
  return Object.freeze({ last, once });
}
