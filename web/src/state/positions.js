import { table } from './table.js';

/** Positions are latest-wins: one slot per worker, with the moment it was true on our clock. */
export const NO_POSITIONS = Object.freeze({ byId: table() });

/**
 * @param {typeof NO_POSITIONS} state
 * @param {[string, number, number, number][]} items worker, longitude, latitude, age in seconds
 * @param {number} now milliseconds
 * @param {string[]} [gone] workers who went off duty: no place of theirs stays
 */
export function apply(state, items, now, gone = []) {
  const edits = new Map(gone.filter((id) => state.byId.has(id)).map((id) => [id, null]));
  for (const [id, lng, lat, age] of items) {
    const at = now - age * 1000;
    const known = edits.get(id) ?? state.byId.get(id);
    if (!known || known.at <= at) {
      edits.set(id, Object.freeze({ id, lng, lat, at }));
    }
  }
  return edits.size === 0 ? state : Object.freeze({ byId: state.byId.changed(edits) });
}

/**
 * @param {typeof NO_POSITIONS} state
 * @param {number} now
 * @param {number} maxAgeSeconds older ones are left out: never drawn as if they were fresh
 */
export function fresh(state, now, maxAgeSeconds) {
  const list = [];
  for (const position of state.byId.values()) {
    const ageSeconds = Math.max(0, Math.round((now - position.at) / 1000));
    if (ageSeconds <= maxAgeSeconds) {
      list.push({ id: position.id, lng: position.lng, lat: position.lat, ageSeconds });
    }
  }
  return list;
}
