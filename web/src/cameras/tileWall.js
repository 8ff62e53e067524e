import { el, fill } from '../dom/el.js';
import { createCameraTile } from '../video/cameraTile.js';
import { createWhyForm } from '../video/whyForm.js';

/** So many tiles at once are small: they ask for sub-streams where there are some. */
const MANY = 16;

/**
 * The wall of tiles. Tiles that stay keep their connection when others come or go.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, viewer: string, room: object, openSocket: (path: string) => WebSocket,
 *   now: () => number, ground: import('../video/groundSource.js').GroundSource, cameraOf: (id: string) => object | undefined, onClose: (id: string) => void}} context
 */
export function createTileWall(context) {
  const tiles = new Map();
  const element = el('div', { class: 'tile-wall', data: { size: '4' } });
  const state = { purpose: null, wall: { size: 4, cameras: [] } };
  const why = createWhyForm({
    i18n: context.i18n,
    onAnswer(purpose) {
      state.purpose = purpose;
      draw(context, element, tiles, state);
    },
  });
  return Object.freeze({
    element,
    /** @param {import('../state/wallUrl.js').Wall} wall */
    show(wall) {
      state.wall = wall;
      element.dataset.size = String(wall.size);
      if (state.purpose) draw(context, element, tiles, state);
      else ask(context, element, why, wall);
    },
    destroy: () => tiles.forEach((tile) => tile.destroy()),
  });
}

function ask({ i18n }, element, why, wall) {
  if (wall.cameras.length === 0) fill(element, el('p', { class: 'empty' }, i18n.t('cameraWall.empty')));
  else if (!element.contains(why.element)) {
    fill(element, why.element);
    why.focus();
  }
}

function draw(context, element, tiles, { purpose, wall }) {
  for (const [id, tile] of tiles) {
    if (wall.cameras.includes(id)) continue;
    tile.destroy();
    tile.element.remove();
    tiles.delete(id);
  }
  const shown = wall.cameras.map((id) => tileOf({ ...context, small: wall.size >= MANY }, tiles, purpose, id));
  const free = Array.from({ length: wall.size - shown.length }, () => el('div', { class: 'tile-free' }));
  [...element.children].filter((child) => !shown.includes(child)).forEach((child) => child.remove());
  // a video that is moved in the document stops: only what is new is put in
  shown.filter((tile) => tile.parentElement !== element).forEach((tile) => element.append(tile));
  element.append(...free);
  if (shown.length === 0) fill(element, el('p', { class: 'empty' }, context.i18n.t('cameraWall.empty')));
}

function tileOf({ i18n, viewer, room, openSocket, now, ground, small, cameraOf, onClose }, tiles, purpose, id) {
  if (!tiles.has(id)) {
    const camera = cameraOf(id) ?? { id, name: id };
    const on = { close: () => onClose(id) };
    tiles.set(id, createCameraTile({ i18n, camera, purpose, viewer, room, openSocket, now, ground, small, on }));
  }
  return tiles.get(id).element;
}
