const KNOWN_MS = 30_000;

/**
 * What tiles need to lay the map on a picture and the picture on the map. Which cameras are calibrated is asked once for
 * all of them, so that nobody asks for what is not there.
 *
 * @typedef {{calibration: (cameraId: string) => Promise<object | null>,
 *   facts: () => Promise<{grids: object[], incidents: object, riskPoints: object, now: () => number}>,
 *   onReport: ((place: object, camera: {id: string, name: string}) => void) | null,
 *   onPoint: ((camera: {id: string}, calibration: object | null, place: object | null) => void) | null}} GroundSource
 *   facts: stores of the live map; onPoint: the place under the mouse
 *
 * @param {{room: object, facts: () => Promise<object>, now: () => number, onReport?: Function | null,
 *   onPoint?: Function | null}} outside
 * @returns {GroundSource}
 */
export function createGroundSource({ room, facts, now, onReport = null, onPoint = null }) {
  const state = { list: null, asked: 0, facts: null };
  const known = () => {
    if (state.list === null || now() - state.asked > KNOWN_MS) {
      state.asked = now();
      state.list = room.calibrations().then((items) => new Set(items.map((item) => item.cameraId)));
      state.list.catch(() => (state.list = null));
    }
    return state.list;
  };
  return Object.freeze({
    calibration: async (cameraId) => ((await known()).has(cameraId) ? room.calibration(cameraId) : null),
    facts: () => (state.facts ??= facts()),
    onReport,
    onPoint,
  });
}
