/**
 * Where we are in the lossless streams, and what a frame means for that place. Pure: the socket lives elsewhere.
 *
 * @typedef {{epoch: string, offset: number} | null} Place
 */

/**
 * @param {Place} place
 * @param {{offset: number, prev?: number}} frame a change
 * @returns {"apply" | "known" | "hole"} a hole: an entry between ours and this one never came
 */
export function verdict(place, frame) {
  if (place === null) {
    return 'hole';
  }
  if (frame.offset <= place.offset) {
    return 'known';
  }
  return typeof frame.prev === 'number' && frame.prev > place.offset ? 'hole' : 'apply';
}

/** @param {Place} place @param {number} offset @returns {Place} */
export function advanced(place, offset) {
  return place && offset > place.offset ? Object.freeze({ epoch: place.epoch, offset }) : place;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/**
 * Waiting before the next try: doubles up to a limit, and half of it by chance, so that a hundred screens do not all
 * come back in the same moment.
 *
 * @param {number} tries failed tries so far
 * @param {number} chance 0..1
 */
export function waitBefore(tries, chance) {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries, 10));
  return Math.round(full / 2 + (full / 2) * chance);
}
