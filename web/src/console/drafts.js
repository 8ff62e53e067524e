/**
 * Text that was typed and not yet sent: kept per person, incident and move in the tab's storage, so that neither a
 * reload nor a cut nor another incident costs a word. Signing out clears it.
 *
 * @param {Storage} storage
 * @param {string} username
 */
export function createDrafts(storage, username) {
  const prefix = `gridsight.draft.${username}.`;
  const guarded = (run, otherwise) => {
    try {
      return run();
    } catch {
      return otherwise;
    }
  };
  return Object.freeze({
    /** @param {string} subject incident id, or `new` @param {string} move @returns {object | null} */
    read: (subject, move) => guarded(() => JSON.parse(storage.getItem(`${prefix}${subject}.${move}`)), null),
    save: (subject, move, values) =>
      guarded(() => storage.setItem(`${prefix}${subject}.${move}`, JSON.stringify(values))),
    clear: (subject, move) => guarded(() => storage.removeItem(`${prefix}${subject}.${move}`)),
    /** @param {string} subject @returns {string[]} moves that have unsent text */
    movesOf: (subject) =>
      guarded(
        () =>
          Object.keys(storage)
            .filter((key) => key.startsWith(`${prefix}${subject}.`))
            .map((key) => key.slice(`${prefix}${subject}.`.length)),
        [],
      ),
    clearAll: () =>
      guarded(() =>
        Object.keys(storage)
          .filter((key) => key.startsWith(prefix))
          .forEach((key) => storage.removeItem(key)),
      ),
  });
}
