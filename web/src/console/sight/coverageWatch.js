import { disposer } from '../../dom/disposer.js';
import { isOpen } from '../../state/status.js';
import { store } from '../../state/store.js';
import { unseen } from '../../state/sight.js';
import { maySeeCoverage } from '../../state/watchers.js';

const EVERY_MS = 120_000;
const THINGS_MS = 5_000;
const LAYER = 'coverage';
const NOTHING = Object.freeze({ collection: null, incidents: [], riskPoints: [], failed: false });

/**
 * What all cameras see together, read only while its layer is on, and which open incidents and risk points lie where no
 * camera looks.
 *
 * @param {{room: ReturnType<typeof import('../../rooms/cameras.js').createCamerasRoom>, layers: object, world: object,
 *   session: {roles: readonly string[]}}} context
 */
export function createCoverageWatch({ room, layers, world, session }) {
  const undo = disposer();
  const state = store(NOTHING);
  const allowed = maySeeCoverage(session);
  const isOn = () => allowed && layers.get().includes(LAYER);
  let dirty = true;
  const judge = (collection) => {
    dirty = false;
    const incidents = unseen(collection, [...world.incidents.get().byId.values()].filter(isOpen));
    const riskPoints = unseen(collection, [...world.riskPoints.get().byId.values()]);
    state.set(Object.freeze({ collection, incidents, riskPoints, failed: false }));
  };
  const read = () =>
    room.coverage().then(
      (collection) => isOn() && judge(collection),
      () => state.set(Object.freeze({ ...state.get(), failed: true })),
    );
  const changed = () => (dirty = true);
  undo.add(world.incidents.on(changed), world.riskPoints.on(changed));
  undo.add(
    layers.on((now, before) => {
      if (!isOn()) state.set(NOTHING);
      else if (!before.includes(LAYER)) read();
    }),
  );
  undo.every(EVERY_MS, () => isOn() && read());
  undo.every(THINGS_MS, () => isOn() && dirty && state.get().collection && judge(state.get().collection));
  if (isOn()) read();
  return Object.freeze({ state, allowed, isOn, read, destroy: undo.destroy });
}
