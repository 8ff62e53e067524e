import { el, fill } from '../dom/el.js';
import { cameraGlyph } from '../map/symbols.js';
import { matching } from '../state/cameraSearch.js';

const SHOWN = 200;

/**
 * Cameras by name, number or grid; a click puts one on the wall or takes it off.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, cameras: readonly object[], gridNames: ReadonlyMap<string, string>,
 *   onPick: (camera: object) => void}} context
 */
export function createCameraList(context) {
  const { i18n } = context;
  const search = el('input', {
    class: 'input',
    type: 'search',
    id: 'camera-search',
    placeholder: i18n.t('cameraWall.search'),
    'aria-label': i18n.t('cameraWall.search'),
    autocomplete: 'off',
  });
  const count = el('p', { class: 'caption', role: 'status' });
  const rows = el('ul', { class: 'plain-list camera-rows' });
  const summary = el('p', { class: 'caption' });
  const list = { context, cameras: context.cameras, search, count, rows, summary, onWall: new Set() };
  search.addEventListener('input', () => draw(list));
  draw(list);
  const element = el(
    'aside',
    { class: 'camera-list panel', 'aria-label': i18n.t('cameraWall.list') },
    search,
    summary,
    count,
    rows,
  );
  return Object.freeze({
    element,
    focus: () => search.select(),
    /** @param {readonly object[]} cameras as they are now */
    show(cameras) {
      if (cameras === list.cameras) return;
      list.cameras = cameras;
      draw(list);
    },
    /** @param {Iterable<string>} ids of the cameras on the wall */
    mark(ids) {
      list.onWall = new Set(ids);
      draw(list);
    },
  });
}

function draw(list) {
  const { context, cameras, search, count, rows, summary } = list;
  const online = cameras.filter((camera) => camera.status === 'ONLINE').length;
  summary.textContent = context.i18n.t('cameraWall.online', { online, all: cameras.length });
  const found = matching(cameras, context.gridNames, search.value);
  const text = search.value.trim();
  count.textContent = countWords(context, text, found.length);
  fill(rows, ...found.slice(0, SHOWN).map((camera) => row(list, camera)));
}

function countWords({ i18n, cameras }, text, found) {
  if (cameras.length === 0) return i18n.t('cameraWall.noCameras');
  if (found === 0) return i18n.t('cameraWall.none', { all: cameras.length });
  if (found > SHOWN) return i18n.t('cameraWall.more', { shown: SHOWN });
  return text === '' ? '' : i18n.t('cameraWall.found', { n: found });
}

function row({ context, onWall }, camera) {
  const { i18n, gridNames, onPick } = context;
  const facts = [gridNames.get(camera.gridCode) ?? camera.gridCode, i18n.t(`cameraStatus.${camera.status}`)];
  const click = () => onPick(camera);
  return el(
    'li',
    {},
    el(
      'button',
      { class: 'pick', type: 'button', 'aria-pressed': String(onWall.has(camera.id)), on: { click } },
      cameraGlyph(16),
      el(
        'span',
        { class: 'pick-text' },
        el('span', {}, camera.name),
        el('span', { class: 'caption' }, facts.join(i18n.t('list.comma'))),
      ),
    ),
  );
}
