import { apply, NOTHING, replace } from './versions.js';

export { apply, replace };

/** Tasks of workers by id. */
export const NO_TASKS = NOTHING;

/** @param {object} feature @returns {object} */
export function taskOf(feature) {
  return Object.freeze({ ...feature.properties, id: String(feature.properties.id ?? feature.id) });
}

/**
 * @param {typeof NO_TASKS} state
 * @param {string | null} workerId
 * @returns {object[]} what this worker has to do
 */
export function tasksOf(state, workerId) {
  return [...state.byId.values()].filter((task) => task.workerId === workerId);
}
