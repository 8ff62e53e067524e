import { disposer } from '../dom/disposer.js';
import { NO_SPOTS, provenOnly, spotsOf } from '../state/hotspots.js';
import { mayReadHotspots } from '../state/reviewers.js';
import { store } from '../state/store.js';

const EVERY_MS = 300_000;

/**
 * The proven hotspots of today for the console's map: read only while their layer is on, and by those who may. Read anew
 * when the server says that there is a new map; now and then besides, for those whose area is less than the town, who
 * are not told.
 *
 * @param {{room: ReturnType<typeof import('../rooms/hotspots.js').createHotspotsRoom>,
 *   layers: {get: () => readonly string[], on: Function}, made: {on: Function},
 *   session: {roles: readonly string[]}}} context made: when the map was made
 */
export function createHotspotWatch({ room, layers, made, session }) {
  const undo = disposer();
  const spots = store(NO_SPOTS);
  const allowed = mayReadHotspots(session);
  const isOn = () => allowed && layers.get().includes('hotspots');
  const read = () =>
    room
      .map()
      .then((map) => spots.set(provenOnly(spotsOf(map))))
      .catch(() => {});
  undo.add(layers.on((now, before) => isOn() && !before.includes('hotspots') && read()));
  undo.add(made.on(() => isOn() && read()));
  undo.every(EVERY_MS, () => isOn() && read());
  if (isOn()) read();
  return Object.freeze({ spots, allowed, destroy: undo.destroy });
}
