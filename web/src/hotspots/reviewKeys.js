import { listenToKeys } from '../dom/keys.js';
import { createChord } from '../dom/chord.js';

/**
 * The keys of the review page; Space belongs to the slider, the maps have their own.
 *
 * @param {{singleKeys: () => boolean, move: (step: number) => void, close: () => boolean,
 *   help: () => void}} page
 * @returns {() => void} undo
 */
export function reviewKeys({ singleKeys, move, close, help }) {
  const single = { j: () => move(1), k: () => move(-1), '?': help };
  const chord = createChord('g', { i: () => location.assign('/') });
  return listenToKeys({
    target: document,
    singleKeys,
    handlers: [
      (key) => chord(key),
      (key) => key === 'Escape' && close(),
      (key) => {
        single[key]?.();
        return key in single;
      },
    ],
  });
}
