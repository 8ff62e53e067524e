import { matching } from './cameraSearch.js';
import { isId } from './uppers.js';

/**
 * The list of cameras that an upper platform may see.
 *
 * @typedef {{cameraId: string, name: string, channelId: string, live: boolean, playback: boolean,
 *   control: boolean, withheld: boolean}} Shared withheld: masks that nobody has drawn keep its pictures here
 */

/** What an upper platform may do with a camera. */
export const RIGHTS = Object.freeze(['live', 'playback', 'control']);

/** @param {readonly string[]} rights @returns {{live: boolean, playback: boolean, control: boolean}} */
export function granted(rights) {
  return Object.fromEntries(RIGHTS.map((right) => [right, rights.includes(right)]));
}

/** So many are offered at once; a search leaves fewer. */
export const MOST_OFFERED = 20;

/** Of a network camera, in the eleventh to thirteenth digit. */
const CAMERA_TYPE = '132';

/**
 * @param {readonly import('./cameraRegister.js').CameraRow[]} rows
 * @param {ReadonlyMap<string, string>} gridNames
 * @param {readonly Shared[]} list
 * @param {string} text
 * @returns {import('./cameraRegister.js').CameraRow[]} cameras that match and are not on the list yet
 */
export function offered(rows, gridNames, list, text) {
  const taken = new Set(list.map(({ cameraId }) => cameraId));
  return matching(rows.filter(({ id }) => !taken.has(id)), gridNames, text);
}

/**
 * @param {readonly Shared[]} list
 * @param {{id: string, name: string}} camera
 * @param {string} user our own id at the platform, from which a channel id is made for a camera that has none
 * @returns {Shared[]} with the camera at its end; it may be seen live and nothing more until somebody says so
 */
export function withCamera(list, { id, name }, user) {
  return [...list, { cameraId: id, name, channelId: channelFor(list, id, user), ...granted(['live']), withheld: false }];
}

/** @param {readonly Shared[]} list @param {string} cameraId @returns {Shared[]} */
export function withoutCamera(list, cameraId) {
  return list.filter((one) => one.cameraId !== cameraId);
}

function channelFor(list, id, user) {
  const taken = new Set(list.map(({ channelId }) => channelId));
  if (isId(id) && !taken.has(id)) return id;
  if (!isId(user)) return '';
  const start = user.slice(0, 10) + CAMERA_TYPE + user[13];
  for (let number = 1; number <= list.length + 1; number++) {
    const made = start + String(number).padStart(6, '0');
    if (!taken.has(made)) return made;
  }
  return '';
}

/** @param {readonly Shared[]} list @returns {Map<string, string>} by camera, the key of what is wrong with it */
export function shareFaults(list) {
  const times = new Map();
  for (const { channelId } of list) times.set(channelId, (times.get(channelId) ?? 0) + 1);
  const fault = ({ channelId, live, playback }) => {
    if (!isId(channelId)) return 'upper.digitsFault';
    if (!live && !playback) return 'upper.rightsFault';
    return times.get(channelId) > 1 ? 'upper.twiceFault' : null;
  };
  return new Map(list.map((one) => [one.cameraId, fault(one)]).filter(([, key]) => key));
}

/**
 * The server names a camera of the list by its place in it.
 *
 * @param {readonly {field: string, message: string}[]} errors
 * @param {readonly Shared[]} list as it was sent
 * @returns {{byCamera: Map<string, string>, others: {field: string, message: string}[]}}
 */
export function sharedErrors(errors, list) {
  const byCamera = new Map();
  const others = [];
  for (const error of errors) {
    const [, place] = /^items\[(\d+)\]/.exec(error.field) ?? [];
    const one = list[place];
    if (one) byCamera.set(one.cameraId, error.message);
    else others.push(error);
  }
  return { byCamera, others };
}

/** @param {readonly Shared[]} list @param {number} version @param {string} reason @returns {object} body of PUT */
export function shareRequest(list, version, reason) {
  const items = list.map(({ cameraId, channelId, ...rest }) => ({ cameraId, channelId, ...granted(RIGHTS.filter((right) => rest[right])) }));
  return { version, reason: reason.trim(), items };
}
