/**
 * The official obfuscation of Chinese web maps, for display only: overlays move onto a GCJ-02 raster, picks move back.
 * Stored data never pass through here. Published polynomial; all angles in its sines are radians.
 */
const A = 6378245.0;
const E2 = 0.00669342162296594323;
const { PI, sin, cos, sqrt, abs } = Math;

/**
 * @param {number} lng degrees, WGS 84 or CGCS2000
 * @param {number} lat degrees
 * @returns {{lng: number, lat: number}} GCJ-02; unchanged outside the published box
 */
export function toGcj02(lng, lat) {
  if (!insideBox(lng, lat)) return { lng, lat };
  const { east, north } = offsetMetres(lng - 105, lat - 35);
  const phi = (lat * PI) / 180;
  const m = 1 - E2 * sin(phi) ** 2;
  const latDegrees = (north * 180) / (((A * (1 - E2)) / m ** 1.5) * PI);
  const lngDegrees = (east * 180) / ((A / sqrt(m)) * cos(phi) * PI);
  return { lng: lng + lngDegrees, lat: lat + latDegrees };
}

/**
 * @param {number} lng degrees, GCJ-02
 * @param {number} lat degrees
 * @returns {{lng: number, lat: number}} WGS 84, within a micrometre after four steps
 */
export function fromGcj02(lng, lat) {
  if (!insideBox(lng, lat)) return { lng, lat };
  const p = { lng, lat };
  for (let step = 0; step < 4; step++) {
    const shifted = toGcj02(p.lng, p.lat);
    p.lng += lng - shifted.lng;
    p.lat += lat - shifted.lat;
  }
  return p;
}

function insideBox(lng, lat) {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

function offsetMetres(x, y) {
  const shared = (20 * sin(6 * PI * x) + 20 * sin(2 * PI * x)) * (2 / 3);
  const root = sqrt(abs(x));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    shared +
    (20 * sin(PI * y) + 40 * sin((PI * y) / 3)) * (2 / 3) +
    (160 * sin((PI * y) / 12) + 320 * sin((PI * y) / 30)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    shared +
    (20 * sin(PI * x) + 40 * sin((PI * x) / 3)) * (2 / 3) +
    (150 * sin((PI * x) / 12) + 300 * sin((PI * x) / 30)) * (2 / 3);
  return { east, north };
}
