const PATIENCE_MILLIS = 1_500;

/**
 * Two keys one after the other, `g` then `h`. The first one waits a moment for the second and then is forgotten.
 *
 * @param {string} first
 * @param {Record<string, () => void>} seconds what each second key does
 * @param {() => number} [now] milliseconds
 * @returns {(key: string) => boolean} whether the key was taken
 */
export function createChord(first, seconds, now = () => Date.now()) {
  let since = -Infinity;
  return (key) => {
    const waiting = now() - since < PATIENCE_MILLIS;
    since = key === first ? now() : -Infinity;
    if (key === first) return true;
    if (!waiting || !(key in seconds)) return false;
    seconds[key]();
    return true;
  };
}
