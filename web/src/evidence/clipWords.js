import { isoDay } from '../i18n/words.js';

const MEGA = 1_000_000;

/** @param {number} seconds @returns {string} 4:07 */
export function lengthWords(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** @param {number} bytes @returns {string} 12.3 MB */
export function sizeWords(bytes) {
  if (bytes < MEGA) return `${Math.ceil(bytes / 1000)} kB`;
  return bytes < 1000 * MEGA ? `${(bytes / MEGA).toFixed(1)} MB` : `${(bytes / MEGA / 1000).toFixed(2)} GB`;
}

/** @param {string} time @returns {string} 2026-03-05 */
export function dayWords(time) {
  return isoDay(new Date(time));
}

/** @param {import('../i18n/i18n.js').I18n} i18n @param {import('../rooms/evidence.js').Clip} clip @returns {string} */
export function stateWords(i18n, clip) {
  const early = clip.ending && clip.ending !== 'COMPLETE' && clip.state !== 'DELETED';
  return i18n.t(early ? `ending.${clip.ending}` : `clipState.${clip.state}`);
}
