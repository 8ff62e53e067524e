import { table } from './table.js';

/**
 * The merge rule of every lossless stream: by id and version, an older version is dropped, a repeated one changes
 * nothing, `value` null takes the entry away.
 *
 * @typedef {{id: string, version: number, value: object | null}} Change
 * @typedef {{byId: import("./table.js").Table<any>, touched: string[] | null}} Versioned `touched`: ids that the last
 *   step changed, null after everything was replaced
 */

/** @type {Versioned} */
export const NOTHING = Object.freeze({ byId: table(), touched: null });

/**
 * @param {Versioned} state
 * @param {Change[]} changes
 * @returns {Versioned} the same object when nothing changed
 */
export function apply(state, changes) {
  const edits = new Map();
  for (const change of changes) {
    const known = edits.has(change.id) ? edits.get(change.id) : state.byId.get(change.id);
    if (isNews(known, change)) {
      edits.set(change.id, change.value);
    }
  }
  if (edits.size === 0) {
    return state;
  }
  return Object.freeze({ byId: state.byId.changed(edits), touched: [...edits.keys()] });
}

function isNews(known, change) {
  if (!known) {
    return change.value !== null;
  }
  return change.value === null ? !(change.version < known.version) : change.version > known.version;
}

/**
 * Takes a snapshot as the new truth, but keeps what we already know in a newer version.
 *
 * @param {Versioned} state
 * @param {{id: string, version: number}[]} values
 * @returns {Versioned}
 */
export function replace(state, values) {
  const entries = values.map((value) => {
    const known = state.byId.get(value.id);
    return [value.id, known && known.version > value.version ? known : value];
  });
  return Object.freeze({ byId: table(entries), touched: null });
}
