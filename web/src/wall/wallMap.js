import { el, fill } from '../dom/el.js';
import { createTownMap } from '../map/townMap.js';
import { onMap } from '../state/hotspots.js';

const STOP_ZOOM = 2;
const LABEL_PIXELS = 13;
// as in wall.css: 32:9 has room for the whole town beside everything else, so it never leaves the screen
const WIDE = '(min-aspect-ratio: 5/2)';
const LAYERS = ['incidents', 'riskPoints', 'workers', 'hotspots', 'grids'];

/**
 * The wall's map: symbols in the wall's size, nobody's name, and a caption that says why it looks where it looks.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, place: object, baseMap: object, grids: object, rem: number}} context
 */
export function createWallMap({ i18n, place, baseMap, grids, rem }) {
  const caption = el('p', { class: 'wall-caption', hidden: true });
  const element = el('section', { class: 'wall-map' }, caption);
  let map = null;
  let home = 0;
  return Object.freeze({
    element,
    /** Leaflet wants to know its size, so the map starts once the element is in the page. */
    start() {
      const options = { place, baseMap, grids, i18n, layers: LAYERS, interactive: false, tools: 'foot', names: false };
      map = createTownMap(element, { ...options, scale: rem / LABEL_PIXELS });
      home = map.view().zoom;
    },
    setScale(next) {
      map?.setScale(next / LABEL_PIXELS);
      map?.fitTown(false);
      home = map?.view().zoom ?? home;
    },
    show({ incidents, workers, riskPoints, hotspots }) {
      if (incidents) map?.setIncidents(incidents);
      if (workers) map?.setWorkers(workers);
      if (riskPoints) map?.setRiskPoints(riskPoints);
      if (hotspots) map?.setHotspots(hotspots.map((spot) => onMap(spot, i18n.name(spot.sentence))));
    },
    /** @param {import('./tour.js').Tour} tour */
    look(tour) {
      const wide = matchMedia(WIDE).matches;
      if (tour.stop && !wide) map?.flyTo(tour.stop.lng, tour.stop.lat, home + STOP_ZOOM);
      else map?.fitTown();
      const hot = tour.stop?.reason === 'hotspot';
      const kind = hot ? 'hotspot' : 'incident';
      map?.select(kind, tour.stop && (wide || hot || tour.phase === 'red') ? tour.stop.key : null);
      fill(caption, captionOf(tour, i18n));
      caption.hidden = tour.phase === 'town';
    },
    setAge: (state) => void (element.dataset.age = state),
    destroy: () => map?.destroy(),
  });
}

function captionOf({ phase, stop }, i18n) {
  if (phase === 'paused') return i18n.t('wall.tour.paused');
  if (!stop) return '';
  if (stop.reason === 'hotspot') return i18n.t('wall.tour.hotspot', { rank: stop.rank, words: i18n.name(stop.words) });
  const grid = stop.gridName ?? i18n.t('wall.noGrid');
  return i18n.t(phase === 'red' ? 'wall.tour.newRed' : `wall.tour.${stop.reason}`, { grid, n: stop.count });
}
