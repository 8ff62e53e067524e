import { apply, NOTHING, replace } from './versions.js';

export { apply, replace };

/** Risk points by id. */
export const NO_RISK_POINTS = NOTHING;

/** @param {object} feature @returns {object} */
export function riskPointOf(feature) {
  const [lng, lat] = feature.geometry?.coordinates ?? [null, null];
  return Object.freeze({ ...feature.properties, id: String(feature.properties.id ?? feature.id), lng, lat });
}
