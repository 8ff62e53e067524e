/**
 * One value that changes over time and tells who listens.
 *
 * @template T
 * @param {T} initial
 * @returns {{get: () => T, set: (value: T) => void, on: (listener: (value: T, before: T) => void) => () => void}}
 */
export function store(initial) {
  let value = initial;
  const listeners = new Set();
  return Object.freeze({
    get: () => value,
    set(next) {
      if (next === value) {
        return;
      }
      const before = value;
      value = next;
      for (const listener of [...listeners]) {
        listener(next, before);
      }
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}
