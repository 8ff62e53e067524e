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

/**
 * A ranking knows only whether a camera answers; the list of all cameras also knows one that never has.
 *
 * @param {readonly {id: string, status: string}[]} cameras
 * @param {{cameraId: string, online: boolean}} sight of a ranking
 * @returns {string} its status, the same as on its card
 */
export function statusOf(cameras, { cameraId, online }) {
  return cameras.find(({ id }) => id === cameraId)?.status ?? (online ? 'ONLINE' : 'OFFLINE');
}
