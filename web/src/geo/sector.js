/** The ground a camera could see if nothing stood in the way: a sector, until the server's own cone is there. */
const STEPS = 16;
const METRES_PER_DEGREE = 111_320;

/**
 * @param {{lng: number, lat: number, heading: number, fieldOfView: number, rangeMetres: number}} camera degrees, clockwise from north
 * @returns {object} GeoJSON Feature
 */
export function sectorOf({ lng, lat, heading, fieldOfView, rangeMetres }) {
  const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const ring = [[lng, lat]];
  for (let i = 0; i <= STEPS; i++) {
    const angle = ((heading - fieldOfView / 2 + (fieldOfView * i) / STEPS) * Math.PI) / 180;
    ring.push([
      lng + (Math.sin(angle) * rangeMetres) / perLng,
      lat + (Math.cos(angle) * rangeMetres) / METRES_PER_DEGREE,
    ]);
  }
  ring.push([lng, lat]);
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}
