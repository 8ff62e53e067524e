import { el, fill } from '../dom/el.js';
import { pageHead } from '../session/pageHead.js';
import { SIZES, formatWall, parseWall, resized, toggled } from '../state/wallUrl.js';
import { mayLookAfter } from '../state/watchers.js';
import { createCameraList } from './cameraList.js';
import { createTileWall } from './tileWall.js';

/**
 * The camera wall: a list to search, a wall of 1, 4, 9 or 16 tiles, and why somebody looks.
 *
 * @param {HTMLElement} host
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, place: object, cameras: readonly object[],
 *   gridNames: ReadonlyMap<string, string>, room: object, openSocket: (path: string) => WebSocket, now: () => number, ground: object,
 *   on: object}} context
 */
export function createCamerasPage(host, context) {
  const { i18n, session, cameras } = context;
  let byId = new Map();
  const know = (all) => (byId = new Map(all.map((camera) => [camera.id, camera])));
  know(cameras);
  const page = { wall: parseWall(location.search) };
  const list = createCameraList({ ...context, onPick: (camera) => change(toggled(page.wall, camera.id)) });
  const tiles = createTileWall({
    ...context,
    viewer: session.displayName || session.username,
    cameraOf: (id) => byId.get(id),
    onClose: (id) => change(toggled(page.wall, id)),
  });
  const sizes = SIZES.map((size) =>
    el(
      'button',
      { class: 'button', type: 'button', on: { click: () => change(resized(page.wall, size)) } },
      i18n.t('cameraWall.size', { n: size }),
    ),
  );
  const show = () => {
    sizes.forEach((button, i) => button.setAttribute('aria-pressed', String(SIZES[i] === page.wall.size)));
    list.mark(page.wall.cameras);
    tiles.show(page.wall);
  };
  const change = (wall) => {
    page.wall = wall;
    history.replaceState(null, '', formatWall(wall));
    show();
  };
  const choice = el('div', { class: 'wall-sizes', role: 'group', 'aria-label': i18n.t('cameraWall.sizes') }, ...sizes);
  fill(
    host,
    el(
      'div',
      { class: 'page camera-page' },
      head(context),
      list.element,
      el('main', { class: 'camera-stage' }, choice, tiles.element),
    ),
  );
  show();
  const showList = (all) => {
    know(all);
    list.show(all);
  };
  return Object.freeze({ show: showList, destroy: tiles.destroy });
}

function head(context) {
  const { i18n, session, place } = context;
  const texts = {
    title: i18n.t('cameraWall.title'),
    home: i18n.t('cameraWall.console'),
    synthetic: place.synthetic,
  };
  return pageHead({ ...context, ...texts }, ...(mayLookAfter(session) ? [adminLink(i18n)] : []));
}

function adminLink(i18n) {
  return el('a', { class: 'page-link', href: '/cameras/admin' }, i18n.t('menu.cameraAdmin'));
}
