/**
 * Web Mercator as one square world of side 1, x east, y south. Only for drawing: lengths are 23 % too long at 35.8°,
 * so distances come from `metresBetween`, never from these numbers.
 */
const MAX_LATITUDE = 85.0511287798;
const RADIUS_METRES = 6371008.8;
const RADIANS = Math.PI / 180;

/** @param {number} lng degrees @returns {number} 0..1, west to east */
export function worldX(lng) {
  return lng / 360 + 0.5;
}

/** @param {number} lat degrees @returns {number} 0..1, north to south */
export function worldY(lat) {
  const sine = Math.sin(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/**
 * @param {number} x 0..1
 * @param {number} y 0..1
 * @returns {{lng: number, lat: number}} degrees
 */
export function fromWorld(x, y) {
  return { lng: (x - 0.5) * 360, lat: Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RADIANS };
}

/**
 * @param {{lng: number, lat: number}} a
 * @param {{lng: number, lat: number}} b
 * @returns {number} metres on the sphere, within 0.5 % of the ellipsoid
 */
export function metresBetween(a, b) {
  const dLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const dLng = Math.sin(((b.lng - a.lng) * RADIANS) / 2);
  const h = dLat * dLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * dLng * dLng;
  return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * @param {number} lat degrees, where on the earth the pixel lies
 * @param {number} zoom
 * @returns {number} metres on the ground per screen pixel
 */
export function metresPerPixel(lat, zoom) {
  return (2 * Math.PI * RADIUS_METRES * Math.cos(lat * RADIANS)) / (256 * 2 ** zoom);
}
