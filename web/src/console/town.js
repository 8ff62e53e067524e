import { store } from '../state/store.js';

const WORKERS_EVERY_MS = 60_000;

/**
 * What the page knows of the place. Code lists and the place itself come first, because every word needs them; the rest
 * arrives while the page already stands.
 *
 * @param {{places: object, workforce: object}} rooms
 */
export async function openTown({ places, workforce }) {
  const [codes, place] = [places.codes(), places.place()];
  const map = Promise.all([places.baseMap(), places.grids()]).then(([baseMap, grids]) => ({ baseMap, grids }));
  const town = { grids: store([]), cameras: store([]), workers: store([]) };
  map.then(({ grids }) => town.grids.set(grids?.features ?? [])).catch(() => {});
  const readCameras = async (ids) => ((await places.cameras(ids))?.features ?? []).map(cameraOf);
  const camerasRead = readCameras(null).then(town.cameras.set, () => {});
  const readWorkers = () =>
    workforce
      .workers()
      .then(town.workers.set)
      .catch(() => {});
  readWorkers();
  const timer = setInterval(readWorkers, WORKERS_EVERY_MS);
  try {
    const cameras = { readCameras, camerasRead };
    return Object.freeze({ ...town, ...cameras, codes: await codes, place: await place, map, destroy: () => clearInterval(timer) });
  } catch (problem) {
    clearInterval(timer);
    throw problem;
  }
}

function cameraOf(feature) {
  const [lng, lat] = feature.geometry?.coordinates ?? [null, null];
  return Object.freeze({ ...feature.properties, id: String(feature.properties.id ?? feature.id), lng, lat });
}
