import { store } from '../state/store.js';

const PATIENCE_MS = 20_000;
const FRESH_MS = 30_000;

/**
 * The place of the device, asked at an act of the worker and then kept here for distances; nothing is sent from here.
 *
 * @typedef {{lng: number, lat: number, accuracy: number, at: number}} Fix at: when it was taken, by the device's clock
 *
 * @param {{geolocation: Geolocation | undefined, now: () => number}} outside
 */
export function createFinder({ geolocation, now }) {
  const last = store(null);
  /** @returns {Promise<Fix | null>} null: refused, or not to be had */
  const once = () =>
    new Promise((resolve) => {
      const found = (position) => {
        last.set(fixOf(position, now()));
        resolve(last.get());
      };
      const options = { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS };
      if (geolocation) geolocation.getCurrentPosition(found, () => resolve(null), options);
      else resolve(null);
    });
  return Object.freeze({ last, once });
}

/**
 * @param {GeolocationPosition} position
 * @param {number} now the device's clock
 * @returns {Fix}
 */
export function fixOf({ coords, timestamp }, now) {
  // some devices count from another day; older than was asked for it cannot be
  const believed = timestamp <= now && now - timestamp <= PATIENCE_MS + FRESH_MS;
  const at = believed ? timestamp : now;
  return Object.freeze({ lng: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, at });
}

/**
 * @param {Fix} fix
 * @param {{now: () => number, device: () => number}} clock
 * @returns {Fix} the same, by the server's clock
 */
export function atServerTime(fix, clock) {
  return { ...fix, at: fix.at + clock.now() - clock.device() };
}
