import { el } from '../dom/el.js';
import { cameraGlyph, hotspotSwatch, kindGlyph, levelShape, statusRing, workerGlyph } from './symbols.js';

const STATUSES = ['REPORTED', 'ASSIGNED', 'VERIFIED', 'CLOSED', 'REJECTED'];
const LEVELS = ['RED', 'YELLOW', 'BLUE'];
const KINDS = [
  'DISPUTE',
  'HAZARD',
  'SANITATION',
  'FOREST_FIRE',
  'SECURITY',
  'HELP',
  'TRAFFIC',
  'FLOOD',
  'FACILITY',
  'CAMERA_FAULT',
  'OTHER',
];

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {HTMLElement[]} list items: every symbol with its word
 */
export function legendRows(i18n) {
  const row = (symbol, key) => el('li', {}, symbol, el('span', {}, i18n.t(key)));
  return [
    ...LEVELS.map((level) => row(levelShape(level, { size: 18, language: i18n.lang }), `map.level.${level}`)),
    ...STATUSES.map((status) => row(statusRing(status, 14), `map.status.${status}`)),
    ...KINDS.map((kind) => row(kindGlyph(kind, 18), `map.kind.${kind}`)),
    row(cameraGlyph(18), 'map.layer.cameras'),
    row(workerGlyph(18), 'map.layer.workers'),
    ...hotspotRows(i18n),
  ];
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {HTMLElement[]} list items: the steps of the hotspot ramp, and the hatch of what is not proven
 */
export function hotspotRows(i18n) {
  const row = (swatch, key) => el('li', {}, swatch, el('span', {}, i18n.t(key)));
  return [
    ...[1, 2, 3, 4, 5].map((step) => row(hotspotSwatch(step), `map.hot.${step}`)),
    row(hotspotSwatch(null), 'map.hot.doubtful'),
  ];
}
