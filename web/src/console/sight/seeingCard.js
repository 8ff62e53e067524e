import { el, keyCap } from '../../dom/el.js';
import { distanceWords } from '../../i18n/words.js';
import { cameraGlyph } from '../../map/symbols.js';
import { sightsOf } from '../../state/sight.js';
import { lineField } from '../card/fields.js';
import { createSection } from '../card/section.js';
import { cardTop } from '../cardTop.js';
import { createWatchBox } from './watchBox.js';

const MOST = 4;

/**
 * The cameras that see a place somebody clicked, best first: why each, and one click or its number to watch.
 *
 * @param {{i18n: import('../../i18n/i18n.js').I18n, point: {lng: number, lat: number}, now: () => number, pictures: object,
 *   gridAt: (lng: number, lat: number) => Promise<{name: string}>, mayWatch: boolean,
 *   on: {close: () => void, camera: (id: string) => void, shown: (cameraIds: string[] | null) => void}}} context
 */
export function createSeeingCard(context) {
  const { i18n, point, pictures, mayWatch, on } = context;
  const title = el('h2', { class: 'card-title', tabindex: '-1' }, i18n.t('sight.title'));
  const where = el('p', { class: 'quiet' }, coordinates(point));
  const reason = lineField({ name: 'reason', label: i18n.t('why.reason'), required: true, hint: i18n.t('sight.reasonHint') });
  reason.element.hidden = true;
  reason.write(i18n.t('sight.reason', { place: coordinates(point) }));
  const box = createWatchBox({ pictures, i18n, now: context.now, most: MOST, onOpen: (camera) => on.camera(camera.id) });
  const card = { context, reason, box, seeing: [] };
  const list = createSection({
    i18n,
    title: i18n.t('sight.cameras'),
    empty: i18n.t('sight.none'),
    draw: (ranked) => rows(card, ranked),
  });
  list.load((options) => pictures.room.seeing(point.lng, point.lat, options));
  name(context, where, reason);
  const element = el(
    'article',
    { class: 'card-body' },
    cardTop(i18n, title, on.close),
    where,
    list.element,
    mayWatch && reason.element,
    box.element,
  );
  return Object.freeze({
    element,
    focus: () => title.focus({ preventScroll: true }),
    key: (key) => mayWatch && /^[1-4]$/.test(key) && watch(card, card.seeing[Number(key) - 1]),
    destroy() {
      list.destroy();
      box.destroy();
      on.shown(null);
    },
  });
}

function coordinates({ lng, lat }) {
  return `${lng.toFixed(5)}, ${lat.toFixed(5)}`;
}

/** The grid's name says more than numbers; what somebody has typed meanwhile stays. */
async function name({ i18n, point, gridAt }, where, reason) {
  const first = reason.read();
  try {
    const grid = await gridAt(point.lng, point.lat);
    where.textContent = `${grid.name} · ${coordinates(point)}`;
    if (reason.read() === first) reason.write(i18n.t('sight.reason', { place: grid.name }));
  } catch {
    // outside of all grids the coordinates stand
  }
}

function rows(card, ranked) {
  const { i18n, on } = card.context;
  const { seeing, nearest } = sightsOf(ranked);
  card.seeing = seeing;
  card.reason.element.hidden = seeing.length === 0;
  on.shown(seeing.map((sight) => sight.cameraId));
  if (seeing.length === 0) return [el('p', {}, nobody(i18n, nearest))];
  return [el('ol', { class: 'plain-list' }, ...seeing.map((sight, i) => row(card, sight, i)))];
}

function nobody(i18n, nearest) {
  if (!nearest) return i18n.t('sight.none');
  const why = i18n.t(`sight.why.${nearest.reason}`);
  return i18n.t('sight.nobody', { name: nearest.name, distance: distanceWords(nearest.distanceMetres), why });
}

function row(card, sight, i) {
  const { i18n, pictures, mayWatch, on } = card.context;
  const facts = [
    i18n.t(`sight.why.${sight.reason}`),
    distanceWords(sight.distanceMetres),
    i18n.t(`cameraStatus.${pictures.statusOf(sight)}`),
  ].join(i18n.t('list.comma'));
  const text = el('span', { class: 'pick-text' }, el('span', {}, sight.name), el('span', { class: 'caption' }, facts));
  const open = () => (mayWatch ? watch(card, sight) : on.camera(sight.cameraId));
  const key = mayWatch ? keyCap(String(i + 1)) : null;
  return el(
    'li',
    { data: { camera: sight.cameraId } },
    el('button', { class: 'pick', type: 'button', on: { click: open } }, cameraGlyph(16), text, key),
  );
}

function watch({ context, reason, box }, sight) {
  if (!sight) return false;
  const words = reason.read();
  reason.fault(words === '' ? context.i18n.t('field.needed') : null);
  if (words === '') {
    reason.focus();
    return true;
  }
  const camera = { id: sight.cameraId, name: sight.name, kind: sight.ptz ? 'PTZ' : 'FIXED' };
  box.watch(camera, Object.freeze({ purpose: 'PATROL', reason: words }), { place: context.point });
  return true;
}
