import { readQuery, writeQuery } from './query.js';

/** How many tiles a wall may have. */
export const SIZES = Object.freeze([1, 4, 9, 16]);

/**
 * A wall as a link: how many tiles and which cameras; never a ticket.
 *
 * @typedef {{size: number, cameras: readonly string[]}} Wall
 *
 * @param {string} search of the address
 * @returns {Wall}
 */
export function parseWall(search) {
  const query = readQuery(search);
  const size = Number(query.get('n'));
  const cameras = (query.get('cams') ?? '').split(',').filter(Boolean);
  const known = SIZES.includes(size) ? size : 4;
  return Object.freeze({ size: known, cameras: Object.freeze([...new Set(cameras)].slice(0, known)) });
}

/** @param {Wall} wall @returns {string} with its question mark */
export function formatWall({ size, cameras }) {
  return writeQuery([
    ['n', size],
    ['cams', cameras.join(',')],
  ]);
}

/**
 * @param {Wall} wall
 * @param {string} id of a camera to put on the wall, or to take off when it is there; a full wall grows, a full 16 loses
 *   its oldest
 * @returns {Wall}
 */
export function toggled(wall, id) {
  if (wall.cameras.includes(id)) {
    return Object.freeze({ ...wall, cameras: Object.freeze(wall.cameras.filter((other) => other !== id)) });
  }
  const cameras = [...wall.cameras, id].slice(-16);
  const size = SIZES.find((tiles) => tiles >= Math.max(cameras.length, wall.size)) ?? 16;
  return Object.freeze({ size, cameras: Object.freeze(cameras) });
}

/** @param {Wall} wall @param {number} size one of 1, 4, 9, 16 @returns {Wall} the first cameras stay */
export function resized(wall, size) {
  return Object.freeze({ size, cameras: Object.freeze(wall.cameras.slice(0, size)) });
}
