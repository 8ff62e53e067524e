/**
 * What the stream says of cameras, latest wins, over what a list said once: status, place, and the version of the rest.
 *
 * @typedef {{status: string, version: number, lng?: number, lat?: number}} Told
 * @typedef {ReadonlyMap<string, Told>} CameraStatus
 */

/** @type {CameraStatus} */
export const NO_STATUS = Object.freeze(new Map());

/** More cameras than this are asked for as the whole list. */
const MOST_BY_ID = 40;

/**
 * @param {CameraStatus} state
 * @param {[string, string, number, number?, number?][]} items camera, status, version, and the place of one that stands somewhere
 * @returns {CameraStatus} the same one when nothing is new
 */
export function apply(state, items) {
  const news = new Map();
  for (const [id, status, version, lng, lat] of items) {
    const told = news.get(id) ?? state.get(id);
    const same = told && told.status === status && told.version === version && told.lng === lng && told.lat === lat;
    if (!same) news.set(id, Object.freeze({ status, version, lng, lat }));
  }
  return news.size === 0 ? state : new Map([...state, ...news]);
}

/**
 * @template {{id: string, status: string, lng?: number|null, lat?: number|null}} T
 * @param {readonly T[]} cameras
 * @param {CameraStatus} state
 * @returns {readonly T[]} the same list when nothing is new
 */
export function withStatus(cameras, state) {
  const now = cameras.map((camera) => withTold(camera, state.get(camera.id)));
  return now.some((camera, i) => camera !== cameras[i]) ? now : cameras;
}

function withTold(camera, told) {
  if (!told) return camera;
  const moved = told.lng !== undefined && (told.lng !== camera.lng || told.lat !== camera.lat);
  if (!moved && told.status === camera.status) return camera;
  const place = moved ? { lng: told.lng, lat: told.lat } : {};
  return Object.freeze({ ...camera, ...place, status: told.status });
}

/**
 * Cameras that the stream knows and the list does not, or knows in a later version.
 *
 * @param {readonly {id: string, version?: number}[]} cameras
 * @param {CameraStatus} state
 * @param {ReadonlyMap<string, number>} asked versions that were asked for already: who is not told of them may not see them
 * @returns {string[]}
 */
export function outdated(cameras, state, asked) {
  const known = new Map(cameras.map(({ id, version }) => [id, version ?? 0]));
  const isNews = ([id, { version }]) => version > (known.get(id) ?? -1) && version > (asked.get(id) ?? -1);
  return [...state].filter(isNews).map(([id]) => id);
}

/** @param {readonly string[]} ids @returns {readonly string[]|null} what to ask for; null: the whole list */
export function askedAs(ids) {
  return ids.length > MOST_BY_ID ? null : ids;
}

/**
 * @template {{id: string}} T
 * @param {readonly T[]} cameras
 * @param {readonly T[]} fresh some of them, or new ones
 * @returns {readonly T[]}
 */
export function merged(cameras, fresh) {
  const news = new Map(fresh.map((camera) => [camera.id, camera]));
  const kept = cameras.map((camera) => news.get(camera.id) ?? camera);
  const old = new Set(cameras.map(({ id }) => id));
  return [...kept, ...fresh.filter(({ id }) => !old.has(id))];
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
