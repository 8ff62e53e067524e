/**
 * Metres around one place, as the server's LocalPlane lays them out: the transverse Mercator projection of the CGCS2000
 * ellipsoid with true scale on the meridian of the origin, Kruger's series to the fourth order (C. F. F. Karney,
 * J. Geodesy 85, 2011).
 */
const SEMI_MAJOR = 6378137;
const FLATTENING = 1 / 298.257222101;
const THIRD = FLATTENING / (2 - FLATTENING);
const ECCENTRICITY = (2 * Math.sqrt(THIRD)) / (1 + THIRD);
const RADIUS = (SEMI_MAJOR / (1 + THIRD)) * (1 + THIRD ** 2 / 4 + THIRD ** 4 / 64);
const FORWARD = [
  series(1 / 2, -2 / 3, 5 / 16, 41 / 180),
  series(0, 13 / 48, -3 / 5, 557 / 1440),
  series(0, 0, 61 / 240, -103 / 140),
  series(0, 0, 0, 49561 / 161280),
];
const INVERSE = [
  series(1 / 2, -2 / 3, 37 / 96, -1 / 360),
  series(0, 1 / 48, 1 / 15, -437 / 1440),
  series(0, 0, 17 / 480, -37 / 840),
  series(0, 0, 0, 4397 / 161280),
];
const RADIANS = Math.PI / 180;

/**
 * @param {readonly [number, number]} origin longitude, latitude
 * @returns {{toMetres: (lng: number, lat: number) => {x: number, y: number},
 *   toPlace: (x: number, y: number) => {lng: number, lat: number}}} x east, y north
 */
export function localPlane([lng0, lat0]) {
  const north0 = northEast(0, conformal(lat0)).y;
  return Object.freeze({
    toMetres(lng, lat) {
      const { x, y } = northEast((lng - lng0) * RADIANS, conformal(lat));
      return { x, y: y - north0 };
    },
    toPlace: (x, y) => place(x / RADIUS, (y + north0) / RADIUS, lng0),
  });
}

function northEast(away, t) {
  const xi = Math.atan2(t, Math.cos(away));
  const eta = Math.asinh(Math.sin(away) / Math.hypot(t, Math.cos(away)));
  let [north, east] = [xi, eta];
  FORWARD.forEach((factor, i) => {
    const j = 2 * (i + 1);
    north += factor * Math.sin(j * xi) * Math.cosh(j * eta);
    east += factor * Math.cos(j * xi) * Math.sinh(j * eta);
  });
  return { x: RADIUS * east, y: RADIUS * north };
}

function place(east, north, lng0) {
  let [xi, eta] = [north, east];
  INVERSE.forEach((factor, i) => {
    const j = 2 * (i + 1);
    xi -= factor * Math.sin(j * north) * Math.cosh(j * east);
    eta -= factor * Math.cos(j * north) * Math.sinh(j * east);
  });
  const sinh = Math.sinh(eta);
  const t = Math.sin(xi) / Math.hypot(sinh, Math.cos(xi));
  return { lng: lng0 + Math.atan2(sinh, Math.cos(xi)) / RADIANS, lat: geodetic(t) / RADIANS };
}

// tangent of the conformal latitude
function conformal(lat) {
  const sine = Math.sin(lat * RADIANS);
  return Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
}

// a few steps that shrink the rest by the squared eccentricity
function geodetic(conformalTangent) {
  const isometric = Math.asinh(conformalTangent);
  let sine = Math.tanh(isometric);
  for (let step = 0; step < 8; step++) {
    sine = Math.tanh(isometric + ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
  }
  return Math.asin(sine);
}

function series(first, second, third, fourth) {
  return THIRD * (first + THIRD * (second + THIRD * (third + THIRD * fourth)));
}
