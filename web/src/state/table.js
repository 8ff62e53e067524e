/**
 * A frozen map by id. Reading is free; the only way to write is `changed`, which answers the next table and leaves this
 * one as it was. One copy is made for a whole batch of edits.
 *
 * @template T
 * @typedef {{size: number, get: (id: string) => T | undefined, has: (id: string) => boolean,
 *   values: () => Iterable<T>, changed: (edits: Map<string, T | null>) => Table<T>}} Table
 */

/**
 * @template T
 * @param {Iterable<[string, T]>} [entries]
 * @returns {Table<T>}
 */
export function table(entries = []) {
  return wrap(new Map(entries));
}

function wrap(map) {
  return Object.freeze({
    size: map.size,
    get: (id) => map.get(id),
    has: (id) => map.has(id),
    values: () => map.values(),
    changed: (edits) => (edits.size === 0 ? wrap(map) : wrap(edited(map, edits))),
  });
}

function edited(map, edits) {
  const next = new Map(map);
  for (const [id, value] of edits) {
    if (value === null) {
      next.delete(id);
    } else {
      next.set(id, value);
    }
  }
  return next;
}
