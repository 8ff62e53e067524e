import { el, fill } from '../../dom/el.js';
import { createCameraTile } from '../../video/cameraTile.js';

/**
 * Live tiles in a side panel, newest first, a few at once; one that is asked for again comes to the front.
 *
 * @param {{pictures: object, i18n: import('../../i18n/i18n.js').I18n, now: () => number, most: number,
 *   onOpen?: (camera: {id: string}) => void}} context
 */
export function createWatchBox({ pictures, i18n, now, most, onOpen }) {
  const element = el('div', { class: 'sights', hidden: true });
  let tiles = [];
  const draw = () => {
    element.hidden = tiles.length === 0;
    fill(element, ...tiles.map((tile) => tile.element));
  };
  const close = (id) => {
    tiles.filter((tile) => tile.camera.id === id).forEach((tile) => tile.destroy());
    tiles = tiles.filter((tile) => tile.camera.id !== id);
    draw();
  };
  return Object.freeze({
    element,
    /** @param {{id: string, name: string, kind: string}} camera @param {object} purpose @param {object} [more] of the tile */
    watch(camera, purpose, more = {}) {
      close(camera.id);
      tiles.slice(most - 1).forEach((tile) => close(tile.camera.id));
      const on = { close: () => close(camera.id), ...(onOpen && { open: () => onOpen(camera) }) };
      tiles.unshift(createCameraTile({ ...pictures, i18n, now, camera, purpose, on, ...more }));
      draw();
      element.scrollIntoView({ block: 'nearest' });
    },
    destroy: () => tiles.splice(0).forEach((tile) => tile.destroy()),
  });
}
