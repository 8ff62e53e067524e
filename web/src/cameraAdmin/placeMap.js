import { el } from '../dom/el.js';
import { sectorOf } from '../geo/sector.js';
import { createTownMap } from '../map/townMap.js';

const CLOSE = 16.5;
const LAYERS = Object.freeze(['cameras', 'grids']);
const CHOICES = Object.freeze(['cameras', 'cones', 'grids']);

/**
 * The small map of a form: a click, or the key beside it, says where the camera stands; its cone is drawn as it is typed.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, place: object, register: object, id: string|null,
 *   onPick: (at: {lng: number, lat: number}) => void}} context id: of the camera, which is not drawn twice
 */
export function createPlaceMap({ i18n, place, register, id, onPick }) {
  const ground = el('div', { class: 'admin-map' });
  const middle = el('button', { class: 'button', type: 'button' }, i18n.t('camAdmin.pickMiddle'));
  const state = { map: null, cone: null, over: false, near: false };
  middle.addEventListener('click', () => state.map && onPick(state.map.view().center));
  const draw = () => {
    const { map, cone } = state;
    if (!map) return;
    map.setPin(cone);
    map.setSketch(cone && { type: 'FeatureCollection', features: [sectorOf(cone)] });
  };
  return Object.freeze({
    element: el('div', { class: 'stack' }, ground, el('div', {}, middle)),
    async start() {
      const town = await register.ground().catch(() => null);
      if (state.over || !town) return;
      const options = { place, ...town, i18n, layers: LAYERS, layerChoices: CHOICES, motion: false };
      state.map = createTownMap(ground, options);
      state.map.setPicking(true);
      state.map.onPick(onPick);
      const others = register.rows().filter((row) => row.place && row.id !== id);
      state.map.setCameras(others.map((row) => ({ ...row, ...row.place })));
      if (state.cone) state.map.flyTo(state.cone.lng, state.cone.lat, CLOSE);
      draw();
    },
    /** @param {object|null} cone of what is typed, see state/cameraForm.js */
    show(cone) {
      state.cone = cone;
      draw();
    },
    setTheme: () => state.map?.setTheme(),
    destroy() {
      state.over = true;
      state.map?.destroy();
    },
  });
}
