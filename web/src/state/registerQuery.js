/**
 * What the view register is narrowed to, as it stands in the address of its page.
 *
 * @typedef {{from: string, to: string, person: string, camera: string}} RegisterQuery from, to: local, 2026-03-05T14:07
 */
const NAMES = Object.freeze(['from', 'to', 'person', 'camera']);
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** @param {string} search @returns {RegisterQuery} */
export function readRegister(search) {
  const given = new URLSearchParams(search);
  const text = (name) => (given.get(name) ?? '').trim();
  const time = (name) => (LOCAL.test(text(name)) ? text(name) : '');
  return Object.freeze({ from: time('from'), to: time('to'), person: text('person'), camera: text('camera') });
}

/** @param {RegisterQuery} query @returns {string} with its question mark; empty when nothing narrows */
export function writeRegister(query) {
  const shown = new URLSearchParams(NAMES.filter((name) => query[name]).map((name) => [name, query[name]]));
  return shown.size === 0 ? '' : `?${shown}`;
}

/** @param {RegisterQuery} query @returns {URLSearchParams} as the server wants it: moments, the last minute included */
export function askedOf(query) {
  const asked = new URLSearchParams();
  if (query.from) asked.set('from', new Date(query.from).toISOString());
  if (query.to) asked.set('to', new Date(Date.parse(query.to) + 60_000).toISOString());
  for (const name of ['person', 'camera']) if (query[name]) asked.set(name, query[name]);
  return asked;
}

/** @param {RegisterQuery} query @returns {boolean} whether it begins before it ends */
export function isInOrder({ from, to }) {
  return !from || !to || from <= to;
}
