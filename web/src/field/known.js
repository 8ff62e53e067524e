/**
 * What the page reads and keeps for times without a network. Shows what is kept at once; the network's answer comes
 * after it, when it comes.
 *
 * @param {{shelf: object, user: string}} context
 */
export function createReader({ shelf, user }) {
  const noteOf = (name) => `read:${name}`;
  let open = true;
  return Object.freeze({
    kept: async (name) => (await shelf.note(user, noteOf(name)))?.value ?? null,
    /**
     * @param {string} name
     * @param {() => Promise<unknown>} ask
     * @param {number} at
     * @returns {Promise<{value: unknown, fresh: boolean} | null>} null: neither the server nor the shelf has it
     */
    async read(name, ask, at) {
      try {
        const value = await ask();
        if (open) await shelf.keep(user, noteOf(name), { value, at });
        return { value, fresh: true };
      } catch (problem) {
        if (!problem?.kind) throw problem;
        const kept = await shelf.note(user, noteOf(name));
        return kept && { value: kept.value, fresh: false };
      }
    },
    /** What is still under way is not kept any more. */
    close: () => (open = false),
  });
}

/**
 * What does not change during a shift, kept ones first so that the page opens at once.
 *
 * @param {ReturnType<typeof createReader>} reader
 * @param {{codes: () => Promise<object>, place: () => Promise<object>, grids: () => Promise<object>,
 *   settings: () => Promise<object>}} ask
 * @param {() => number} now
 * @returns {Promise<{codes: object, place: object, grids: object[], settings: object} | null>}
 */
export async function readKnown(reader, ask, now) {
  const names = Object.keys(ask);
  const fresh = () => Promise.all(names.map((name) => reader.read(name, ask[name], now())));
  const kept = await Promise.all(names.map((name) => reader.kept(name)));
  const complete = kept.every((value) => value !== null);
  // the kept ones serve now, the new ones the next time
  const later = complete ? fresh().catch(() => null) : await fresh();
  const values = complete ? kept : later.map((found) => found?.value ?? null);
  if (values.some((value) => value === null)) return null;
  const found = Object.fromEntries(names.map((name, i) => [name, values[i]]));
  return { ...found, grids: found.grids.features ?? [] };
}
