/**
 * Longitude and latitude as people type them: `117.9012, 35.8034`, with a comma, a space or a Chinese comma.
 *
 * @param {string} text
 * @returns {{lng: number, lat: number} | null}
 */
export function lngLatOf(text) {
  const match = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (!match) {
    return null;
  }
  const [lng, lat] = [Number(match[1]), Number(match[2])];
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : null;
}

/** @param {{lng: number, lat: number}} point @returns {string} six digits: a tenth of a metre */
export function lngLatText({ lng, lat }) {
  return `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
}
