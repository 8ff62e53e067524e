import { disposer } from '../dom/disposer.js';
import { el } from '../dom/el.js';
import { reveal } from '../map/reveal.js';
import { screenScale } from '../map/screenScale.js';
import { createTownMap } from '../map/townMap.js';
import { onMap } from '../state/hotspots.js';

const LAYERS = Object.freeze(['hotspots', 'grids']);

/**
 * Two maps that look at the same place: when one moves the other follows. Each says above itself what it shows.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, place: object, baseMap: object, grids: object,
 *   captions: {a: HTMLElement, b: HTMLElement}, onSelect: (side: 'a'|'b', id: string) => void,
 *   onView: (view: {center: [number, number], zoom: number}) => void}} context
 */
export function createMapPair(context) {
  const { i18n, captions } = context;
  const grounds = { a: el('div', { class: 'review-ground' }), b: el('div', { class: 'review-ground' }) };
  const pane = (side) =>
    el(
      'section',
      { class: 'review-map', data: { side }, 'aria-label': i18n.t(`review.map.${side}`) },
      captions[side],
      grounds[side],
    );
  const maps = {};
  const undo = disposer();
  const both = (run) => Object.values(maps).forEach(run);
  const element = el('div', { class: 'review-maps' }, pane('a'), pane('b'));
  return Object.freeze({
    element,
    /** Leaflet wants to know its size, so the maps start once the element is in the page. */
    start(view) {
      for (const side of ['a', 'b']) maps[side] = mapOf(side, grounds[side], context);
      const touched = keepWhole({ element, grounds, maps, undo, whole: !view });
      link(maps, (place) => touched() && context.onView(place));
      if (view) both((map) => map.flyTo(view.center[0], view.center[1], view.zoom));
    },
    /** @param {'a'|'b'} side @param {readonly import('../state/hotspots.js').Spot[]} spots */
    show: (side, spots) => maps[side]?.setHotspots(spots.map((spot) => onMap(spot, i18n.name(spot.sentence)))),
    /** @param {'a'|'b'|null} side @param {string|null} id */
    select: (side, id) =>
      Object.entries(maps).forEach(([name, map]) => map.select('hotspot', name === side ? id : null)),
    reveal: (side, { lng, lat }) => maps[side] && reveal(maps[side], lng, lat),
    setTheme: () => both((map) => map.setTheme()),
    destroy() {
      undo.destroy();
      both((map) => map.destroy());
    },
  });
}

function mapOf(side, ground, { i18n, place, baseMap, grids, onSelect }) {
  const options = { place, baseMap, grids, i18n, layers: LAYERS, layerChoices: LAYERS, motion: false, scale: screenScale() };
  const map = createTownMap(ground, options);
  map.onSelect((kind, id) => kind === 'hotspot' && onSelect(side, id));
  return map;
}

/** Until somebody moves a map both show the whole town, however much room the words above them take. */
function keepWhole({ element, grounds, maps, undo, whole }) {
  let untouched = whole;
  for (const event of ['pointerdown', 'wheel', 'keydown']) {
    undo.listen(element, event, () => void (untouched = false), { passive: true });
  }
  const observer = new ResizeObserver(() =>
    requestAnimationFrame(() => untouched && grounds.a.clientHeight > 0 && maps.a.fitTown(false)),
  );
  observer.observe(grounds.a);
  undo.add(() => observer.disconnect());
  return () => !untouched;
}

/** Without motion a map is where it was told to be at once, so one flag is enough against an echo. */
function link(maps, onView) {
  let following = false;
  for (const [map, other] of [
    [maps.a, maps.b],
    [maps.b, maps.a],
  ]) {
    map.onMove(({ center, zoom }) => {
      if (following) return;
      following = true;
      other.flyTo(center.lng, center.lat, zoom);
      following = false;
    });
    map.onView(({ center, zoom }) => onView({ center: [center.lng, center.lat], zoom }));
  }
}
