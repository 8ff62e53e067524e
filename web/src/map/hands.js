/** What a map is put together from: its canvases, and the ears for mouse, finger and keys. */
import { chooseGround } from './choice.js';
import { followPointer } from './pointer.js';
import { walkByKeys } from './walk.js';

/**
 * @param {import('./painter.js').Painter} painter
 * @param {import('./scene.js').Scene} scene
 */
export function addPanes(painter, scene) {
  painter.add('ground', 210, (pen, view) => scene.drawGround(pen, view));
  painter.add('hotspots', 330, (pen, view) => scene.drawHotspots(pen, view));
  painter.add('marks', 430, (pen, view) => scene.drawMarks(pen, view));
  painter.add('top', 640, (pen, view) => {
    if (scene.drawTop(pen, view)) requestAnimationFrame(() => painter.redraw('top'));
  });
}

/**
 * @param {{map: import('./leaflet.js').LeafletMap, ground: HTMLElement, scene: import('./scene.js').Scene,
 *   calls: ReturnType<typeof import('./calls.js').createCalls>, display: import('../geo/display.js').Display,
 *   scale: number, i18n: import('../i18n/i18n.js').I18n}} parts
 * @param {{picking: () => boolean, onChoose: (found: import('./hits.js').Hit[]) => void,
 *   onHover: (hit: import('./hits.js').Hit|null, tip: boolean) => void,
 *   onReach: (hit: import('./hits.js').Hit|null) => void}} told
 * @returns {() => void} stops listening
 */
export function listenToPeople({ map, ground, scene, calls, display, scale, i18n }, told) {
  const stopPointer = followPointer(map, {
    scale,
    hits: () => scene.targets(),
    picking: told.picking,
    onChoose: told.onChoose,
    onContext: ({ lng, lat }) => calls.tell('context', display.real(lng, lat)),
    onGround: (at) => chooseGround(at, told.picking() ? null : scene, display, calls),
    onHover: told.onHover,
  });
  const stopWalk = walkByKeys(ground, {
    i18n,
    hits: () => scene.hitsInSight(),
    incidents: () => scene.incidents(),
    words: (hit) => scene.wordsOf(hit),
    onReach: told.onReach,
    onChoose: (hit) => told.onChoose([hit]),
  });
  return () => {
    stopPointer();
    stopWalk();
  };
}
