/**
 * Status of cameras, latest wins: what the stream says over what a list said once.
 *
 * @typedef {ReadonlyMap<string, string>} CameraStatus
 */

/** @type {CameraStatus} */
export const NO_STATUS = Object.freeze(new Map());

/**
 * @param {CameraStatus} state
 * @param {[string, string][]} items camera, status
 * @returns {CameraStatus} the same one when nothing is new
 */
export function apply(state, items) {
  const news = items.filter(([id, status]) => state.get(id) !== status);
  return news.length === 0 ? state : new Map([...state, ...news]);
}

/**
 * @template {{id: string, status: string}} T
 * @param {readonly T[]} cameras
 * @param {CameraStatus} state
 * @returns {readonly T[]} the same list when nothing is new
 */
export function withStatus(cameras, state) {
  const isOld = (camera) => state.has(camera.id) && state.get(camera.id) !== camera.status;
  if (!cameras.some(isOld)) return cameras;
  return cameras.map((camera) => (isOld(camera) ? Object.freeze({ ...camera, status: state.get(camera.id) }) : camera));
}
