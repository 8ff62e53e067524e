import { cameraRows } from '../state/cameraRegister.js';

/**
 * What this page knows of the cameras of the place, read anew after every change. Health and devices are an addition:
 * who may not read them, or gets no answer, still has the list.
 *
 * @param {{places: object, room: object, tabs: readonly string[]}} context
 */
export function createRegister({ places, room, tabs }) {
  const known = { rows: [], gridNames: new Map(), grids: null, baseMap: null };
  return Object.freeze({
    rows: () => known.rows,
    gridNames: () => known.gridNames,
    /** @returns {Promise<{baseMap: object, grids: object}>} what a map needs, read once */
    async ground() {
      known.baseMap ??= await places.baseMap();
      return { baseMap: known.baseMap, grids: known.grids };
    },
    async read() {
      const [list, grids, figures, devices] = await Promise.all([
        places.cameras(),
        known.grids ?? places.grids(),
        tabs.includes('health') ? room.figures().catch(() => null) : null,
        tabs.includes('devices') ? room.devices().catch(() => null) : null,
      ]);
      known.grids = grids;
      known.gridNames = new Map(grids.features.map(({ properties }) => [properties.code, properties.name]));
      const more = { faults: figures?.faults ?? [], devices: devices?.items ?? [] };
      known.rows = cameraRows({ features: list.features, gridNames: known.gridNames, ...more });
    },
  });
}
