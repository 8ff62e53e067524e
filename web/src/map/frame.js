/**
 * The Leaflet map itself, bare: where it is, how far it may go, the customer's raster underneath. Every position that
 * goes in or comes out is a true one; only this file and geo/display.js know of a shifted raster.
 */
import { LeafletMap, TileLayer } from './leaflet.js';

const MAX_ZOOM = 19;

/**
 * @typedef {object} MapOptions
 * @property {object} place
 * @property {object} [baseMap]
 * @property {object} [grids]
 * @property {import('../i18n/i18n.js').I18n} i18n
 * @property {number} [scale] factor of symbols and texts (wall)
 * @property {boolean} [interactive]
 * @property {boolean} [motion] false: it is where it was told to be at once
 * @property {'foot'} [tools] foot: nothing to click
 * @property {boolean} [names]
 * @property {number} [staleSeconds] workers not heard of for so long are not drawn
 * @property {Iterable<string>} [layers]
 * @property {readonly string[]} [layerChoices] those a person may switch
 * @property {number} [gridsFrom] the level from which grid borders are drawn
 * @property {(cameraId: string) => Promise<object>} [loadCone] reads /api/cameras/{id}/view
 * @property {(bbox: number[]) => Promise<object>} [loadBuildings] reads /api/base-map/buildings; without it there are none
 */

/**
 * @param {HTMLElement} element
 * @param {{place: object, display: import('../geo/display.js').Display, interactive: boolean, motion: boolean}} options
 */
export function createFrame(element, { place, display, interactive, motion }) {
  const bounds = boundsOf(place.bbox, display);
  const raster = place.mapSource;
  const map = new LeafletMap(element, {
    ...limits(bounds, raster),
    ...handlers(interactive),
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: motion,
    fadeAnimation: motion,
    markerZoomAnimation: false,
    inertia: motion,
  });
  const fit = (animate) => map.fitBounds(bounds, { animate, padding: [16, 16], maxZoom: 17 });
  fit(false);
  map.setMinZoom(Math.max(3, Math.floor(map.getZoom()) - 2));
  if (raster) rasterLayer(raster).addTo(map);
  const observer = new ResizeObserver(() => map.invalidateSize({ pan: false }));
  observer.observe(element);
  return {
    map,
    motion,
    fitTown: (animate = motion) => fit(animate),
    flyTo(lng, lat, zoom = map.getZoom()) {
      const { lng: x, lat: y } = display.shown(lng, lat);
      if (motion) map.flyTo([y, x], zoom, { duration: 0.4 });
      else map.setView([y, x], zoom, { animate: false });
    },
    /** Is there at once: where a page begins nobody has seen another place. */
    goTo(lng, lat, zoom = map.getZoom()) {
      const { lng: x, lat: y } = display.shown(lng, lat);
      map.setView([y, x], zoom, { animate: false });
    },
    where: () => whereOf(map, display),
    /** Takes the size of its box at once, not with the next frame. */
    settle: () => map.invalidateSize({ pan: false }),
    fitWorldBox: (box) => map.fitBounds(cornersOf(box, display), { animate: motion, padding: [80, 80] }),
    destroy() {
      observer.disconnect();
      map.remove();
    },
  };
}

function limits(bounds, raster) {
  const [[south, west], [north, east]] = bounds;
  const [dLng, dLat] = [(east - west) * 1.5 + 0.01, (north - south) * 1.5 + 0.01];
  return {
    maxZoom: MAX_ZOOM,
    zoomSnap: raster ? 1 : 0.25,
    wheelPxPerZoomLevel: 90,
    maxBounds: [
      [south - dLat, west - dLng],
      [north + dLat, east + dLng],
    ],
    maxBoundsViscosity: 0.8,
  };
}

function handlers(interactive) {
  const on = Boolean(interactive);
  return {
    dragging: on,
    touchZoom: on,
    doubleClickZoom: on,
    scrollWheelZoom: on,
    boxZoom: on,
    keyboard: on,
    tapHold: on,
  };
}

function boundsOf([west, south, east, north], display) {
  const low = display.shown(west, south);
  const high = display.shown(east, north);
  return [
    [low.lat, low.lng],
    [high.lat, high.lng],
  ];
}

function cornersOf([west, north, east, south], display) {
  const low = display.unproject(west, south);
  const high = display.unproject(east, north);
  return boundsOf([low.lng, low.lat, high.lng, high.lat], display);
}

// WMTS templates name the same three numbers in their own words
function rasterLayer({ url, maxZoom, subdomains }) {
  const wmts = { TileMatrix: ({ z }) => z, TileRow: ({ y }) => y, TileCol: ({ x }) => x };
  const names = subdomains ? { subdomains } : {};
  return new TileLayer(url, {
    ...wmts,
    ...names,
    maxNativeZoom: maxZoom ?? 18,
    maxZoom: MAX_ZOOM,
    className: 'map-raster',
  });
}

function whereOf(map, display) {
  const [centre, bounds] = [map.getCenter(), map.getBounds()];
  const { lng, lat } = display.real(centre.lng, centre.lat);
  const low = display.real(bounds.getWest(), bounds.getSouth());
  const high = display.real(bounds.getEast(), bounds.getNorth());
  return { center: { lng, lat }, zoom: map.getZoom(), bbox: [low.lng, low.lat, high.lng, high.lat] };
}

/**
 * @param {HTMLElement} element the box of the page
 * @param {{i18n: import("../i18n/i18n.js").I18n, place: {name: string}, interactive?: boolean}} options
 * @returns {HTMLElement} where Leaflet may live
 */
export function groundElement(element, { i18n, place, interactive = true }) {
  element.classList.add('town-map');
  const ground = document.createElement('div');
  ground.className = 'map-ground';
  ground.setAttribute('role', interactive ? 'application' : 'img');
  ground.setAttribute('aria-label', i18n.t('map.described', { place: place.name }));
  element.prepend(ground);
  return ground;
}
