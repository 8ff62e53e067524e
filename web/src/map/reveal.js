import { centerShowing } from '../geo/reveal.js';

/**
 * Goes to a place only when it is out of sight, and no further than needed; the map keeps its scale.
 *
 * @param {{view: () => {bbox: number[]}, flyTo: (lng: number, lat: number) => void}} map
 * @param {number} lng
 * @param {number} lat
 */
export function reveal(map, lng, lat) {
  const center = centerShowing(map.view().bbox, lng, lat);
  if (center) map.flyTo(...center);
}
