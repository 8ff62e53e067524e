/**
 * Between true positions and what is drawn. On a GCJ-02 raster all overlays move with it, for the eye only; picks come
 * back true.
 */
import { fromGcj02, toGcj02 } from './gcj02.js';
import { fromWorld, worldX, worldY } from './mercator.js';

/**
 * @typedef {object} Display
 * @property {(lng: number, lat: number) => {lng: number, lat: number}} shown true degrees to drawn degrees
 * @property {(lng: number, lat: number) => {lng: number, lat: number}} real drawn degrees back to true ones
 * @property {(lng: number, lat: number) => {x: number, y: number}} project true degrees to the drawn unit world
 * @property {(x: number, y: number) => {lng: number, lat: number}} unproject the drawn unit world to true degrees
 */

/**
 * @param {'wgs84'|'gcj02'} [crs] system of the raster underneath; without a raster wgs84
 * @returns {Display}
 */
export function displayOf(crs = 'wgs84') {
  const shifted = crs === 'gcj02';
  const shown = shifted ? toGcj02 : (lng, lat) => ({ lng, lat });
  const real = shifted ? fromGcj02 : (lng, lat) => ({ lng, lat });
  return {
    shown,
    real,
    project(lng, lat) {
      const point = shown(lng, lat);
      return { x: worldX(point.lng), y: worldY(point.lat) };
    },
    unproject(x, y) {
      const point = fromWorld(x, y);
      return real(point.lng, point.lat);
    },
  };
}
