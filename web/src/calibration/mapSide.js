import { el } from '../dom/el.js';
import { screenScale } from '../map/screenScale.js';
import { createTownMap } from '../map/townMap.js';
import { hasPlace } from '../state/pairs.js';

const CLOSE = 19;
const LAYERS = Object.freeze(['cameras', 'grids']);
const CHOICES = Object.freeze(['cameras', 'grids', 'cones']);

/**
 * The map beside the picture: a click gives a place, numbers stand where places were clicked, a cross follows the mouse
 * of the picture.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, place: object, baseMap: object, grids: object, cameras: readonly object[],
 *   cone: Function, onPlace: (place: {lng: number, lat: number}) => void}} context
 */
export function createMapSide({ i18n, place, baseMap, grids, cameras, cone, onPlace }) {
  const ground = el('div', { class: 'calibration-ground' });
  const element = el('section', { class: 'calibration-map', 'aria-label': i18n.t('region.map') }, ground);
  let map = null;
  return Object.freeze({
    element,
    /** Leaflet wants to know its size, so the map starts once the element is in the page. */
    start() {
      const options = { place, baseMap, grids, i18n, layers: LAYERS, layerChoices: CHOICES, motion: false };
      map = createTownMap(ground, { ...options, loadCone: cone, scale: screenScale() });
      map.setCameras(cameras.filter((camera) => camera.lng !== null));
      map.setPicking(true);
      map.onPick(onPlace);
    },
    show(camera) {
      map.select('camera', camera.id);
      if (camera.lng !== null) map.flyTo(camera.lng, camera.lat, CLOSE);
    },
    /** @param {object | null} spot the place under the mouse in the picture */
    point: (spot) => map?.setPin(spot?.outcome === 'GROUND' ? spot : null),
    draw({ state, faults, footprint }) {
      map?.setTheme();
      map?.setSketch({ type: 'FeatureCollection', features: [...areaOf(footprint), ...spotsOf(state, faults)] });
    },
    destroy: () => map?.destroy(),
  });
}

function areaOf(geometry) {
  return geometry ? [{ type: 'Feature', properties: {}, geometry }] : [];
}

function spotsOf({ pairs, chosen }, faults) {
  return pairs.flatMap((pair, i) =>
    hasPlace(pair)
      ? [
          {
            type: 'Feature',
            properties: { label: faults.has(i) ? `${i + 1} !` : String(i + 1), chosen: chosen === i },
            geometry: { type: 'Point', coordinates: [pair.lng, pair.lat] },
          },
        ]
      : [],
  );
}
