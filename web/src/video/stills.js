import { el } from '../dom/el.js';

const SNAPSHOT_MS = 3_000;

/**
 * Single pictures in place of a stream, one every few seconds.
 *
 * @param {string} name what it shows
 * @param {() => string | null} next the address of the next picture, null when there shall be no more
 * @returns {HTMLImageElement}
 */
export function createStills(name, next) {
  const image = el('img', { class: 'tile-snapshot', alt: name });
  const read = () => {
    const address = next();
    if (address !== null) image.src = address;
  };
  const later = () => setTimeout(read, SNAPSHOT_MS);
  image.addEventListener('load', later);
  image.addEventListener('error', later);
  read();
  return image;
}
