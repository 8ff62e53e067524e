import { disposer } from '../dom/disposer.js';
import { NO_SPOTS, provenOnly, spotsOf } from '../state/hotspots.js';
import { mayReadHotspots } from '../state/reviewers.js';
import { store } from '../state/store.js';

const EVERY_MS = 300_000;

/**
 * The proven hotspots of today for the console's map: read only while their layer is on, and by those who may.
 *
 * @param {{room: ReturnType<typeof import('../rooms/hotspots.js').createHotspotsRoom>,
 *   layers: {get: () => readonly string[], on: Function}, session: {roles: readonly string[]}}} context
 */
export function createHotspotWatch({ room, layers, session }) {
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
  undo.every(EVERY_MS, () => isOn() && read());
  if (isOn()) read();
  return Object.freeze({ spots, allowed, destroy: undo.destroy });
}
