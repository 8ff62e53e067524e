const LETTERS = Object.freeze({ incident: 'i', riskPoint: 'r', camera: 'c', worker: 'w' });

/**
 * One thing at a time, on the map, in the list and in the card.
 *
 * @typedef {{kind: string, id: string} | null} Selection
 */

/** @param {string | null | undefined} text `i:ID` @returns {Selection} */
export function selectionOf(text) {
  const match = /^([irwc]):(.+)$/.exec(text ?? '');
  if (!match) {
    return null;
  }
  const kind = Object.keys(LETTERS).find((name) => LETTERS[name] === match[1]);
  return Object.freeze({ kind, id: match[2] });
}

/** @param {Selection} selection @returns {string | null} */
export function selectionText(selection) {
  return selection && LETTERS[selection.kind] ? `${LETTERS[selection.kind]}:${selection.id}` : null;
}

/** @param {Selection} a @param {Selection} b */
export function sameSelection(a, b) {
  return a?.kind === b?.kind && a?.id === b?.id;
}
