/**
 * The first word of a command line.
 *
 * @typedef {{action: string, names: string[]}} Verb
 */

/** Verbs that are no moves of a case. */
export const OTHER_VERBS = Object.freeze([
  { action: 'undo', names: ['undo', '撤销', 'z'] },
  { action: 'go', names: ['go', '去', '到'] },
  { action: 'cam', names: ['cam', '视频', '摄像机', 'c'] },
  { action: 'find', names: ['find', '查找', '找'] },
]);

/**
 * @param {readonly import("./moves.js").Move[]} moves of /api/codes
 * @returns {Verb[]} every verb with its key, its Chinese and its English word
 */
export function verbsOf(moves) {
  const ofMoves = moves
    .filter((move) => !['undo', 'report'].includes(move.action))
    .map(({ action, key, zh, en }) => ({ action, names: [...new Set([key, zh, en, action])].filter(Boolean) }));
  return [...ofMoves, ...OTHER_VERBS];
}

/**
 * A whole name wins over the beginning of another one. One key may stand for two moves (pause and resume); the state of
 * the case then decides. Of beginnings several are never guessed between.
 *
 * @param {readonly Verb[]} verbs
 * @param {string} word as typed
 * @returns {{found: Verb[], exact: boolean}}
 */
export function matchVerb(verbs, word) {
  const typed = word.toLowerCase();
  const whole = verbs.filter((verb) => verb.names.includes(typed));
  if (whole.length > 0) {
    return { found: whole, exact: true };
  }
  const found = verbs.filter((verb) => verb.names.some((name) => name.startsWith(typed)));
  return { found, exact: found.length === 1 };
}

/**
 * @param {Verb} verb
 * @param {string} typed
 * @returns {string} the name that goes on from what was typed, else its first
 */
export function nameFor(verb, typed) {
  return verb.names.find((name) => name.startsWith(typed.toLowerCase()) && name !== typed) ?? verb.names[0];
}
