/** Mouse and finger on the map: what is hovered, what is chosen, where a place is picked. */
import { hitsAt, inseparable } from './hits.js';

const TIP_MILLIS = 150;

/**
 * @param {import('./leaflet.js').LeafletMap} map
 * @param {{hits: () => import('./hits.js').Hit[], onHover: (hit: import('./hits.js').Hit|null, tip: boolean) => void,
 *   onChoose: (found: import('./hits.js').Hit[]) => void, onGround: (at: {lng: number, lat: number}) => void,
 *   onContext: (at: {lng: number, lat: number}) => void,
 *   picking: () => boolean, scale: number}} outside
 * @returns {() => void} stops listening
 */
export function followPointer(map, { hits, onHover, onChoose, onGround, onContext, picking, scale }) {
  let hovered = null;
  let timer = 0;
  const radius = (event) => (event.originalEvent?.pointerType === 'touch' ? 22 : 12) * Math.max(1, scale * 0.6);

  function hover(hit) {
    if (hit?.kind === hovered?.kind && hit?.id === hovered?.id && hit?.pill === hovered?.pill) return;
    clearTimeout(timer);
    hovered = hit;
    onHover(hit, false);
    if (hit) timer = setTimeout(() => onHover(hit, true), TIP_MILLIS);
    map.getContainer().classList.toggle('on-thing', Boolean(hit));
  }

  const move = (event) => {
    if (!picking()) hover(hitsAt(hits(), event.containerPoint, 4)[0] ?? null);
  };
  const leave = () => hover(null);
  const click = (event) => {
    const found = picking() ? [] : hitsAt(hits(), event.containerPoint, radius(event));
    if (found.length === 0) onGround(event.latlng);
    else if (found[0].kind === 'aggregate') onChoose([found[0]]);
    else onChoose(inseparable(found));
  };
  map.on('mousemove', move);
  map.on('mouseout movestart', leave);
  const context = (event) => picking() || onContext(event.latlng);
  map.on('click', click);
  map.on('contextmenu', context);
  return () => {
    clearTimeout(timer);
    map.off('mousemove', move);
    map.off('mouseout movestart', leave);
    map.off('click', click);
    map.off('contextmenu', context);
  };
}
