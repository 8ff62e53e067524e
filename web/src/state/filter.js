import { groupOf, OPEN_GROUPS } from './status.js';
import { isOverdue } from './clocks.js';

/**
 * What the list and the map show. Empty lists mean "all of them"; `groups` starts with everything that is open.
 *
 * @typedef {object} Filter
 * @property {readonly string[]} groups of states
 * @property {readonly string[]} kinds
 * @property {readonly string[]} levels
 * @property {string | null} category
 * @property {string | null} grid grid, village or town code; all below it
 * @property {string} text
 * @property {string | null} from ISO time, or a span back from now such as `-7d`
 * @property {string | null} to ISO time
 * @property {boolean} overdue only those whose clock ran out
 * @property {boolean} mine only those I am sent to
 */

/** @type {Filter} */
export const NO_FILTER = Object.freeze({
  groups: OPEN_GROUPS,
  kinds: Object.freeze([]),
  levels: Object.freeze([]),
  category: null,
  grid: null,
  text: '',
  from: null,
  to: null,
  overdue: false,
  mine: false,
});

/** @param {Filter} filter @param {Partial<Filter>} part @returns {Filter} */
export function changed(filter, part) {
  return Object.freeze({ ...filter, ...part });
}

/** @param {readonly string[]} list @param {string} item @returns {string[]} with the item put in, or taken out */
export function toggled(list, item) {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** @param {Filter} filter @returns {boolean} whether anything is narrowed */
export function isNarrow(filter) {
  return (
    !sameGroups(filter.groups, OPEN_GROUPS) ||
    filter.kinds.length + filter.levels.length > 0 ||
    Boolean(filter.category || filter.grid || filter.text || filter.from || filter.to) ||
    filter.overdue ||
    filter.mine
  );
}

function sameGroups(a, b) {
  return a.length === b.length && a.every((group) => b.includes(group));
}

/** The shortest text that is worth asking the server for. */
const TEXT_ASKED = 2;

/** @param {Filter} filter @returns {string[]} chosen groups that the server must be asked for: ended ones, all for a text */
export function askedGroups(filter) {
  const text = filter.text.trim().length >= TEXT_ASKED;
  return filter.groups.filter((group) => text || !OPEN_GROUPS.includes(group));
}

const SPAN_UNITS = Object.freeze({ h: 3_600_000, d: 86_400_000 });

/**
 * @param {string | null} bound ISO time or span
 * @param {number} now
 * @returns {number | null} milliseconds
 */
export function boundOf(bound, now) {
  const span = /^-(\d{1,4})([hd])$/.exec(bound ?? '');
  if (span) {
    return now - Number(span[1]) * SPAN_UNITS[span[2]];
  }
  const time = Date.parse(bound ?? '');
  return Number.isNaN(time) ? null : time;
}

/**
 * A test for one incident, made once per filter so that forty thousand rows are read quickly.
 *
 * @param {Filter} filter
 * @param {{now: number, workerId?: string | null, found?: Map<string, object>}} context `found`: what the server found by
 *   text, because descriptions do not travel in the stream
 * @returns {(incident: import("./incidents.js").Incident) => boolean}
 */
export function matcher(filter, context) {
  const rest = withoutText(filter, context);
  if (filter.text.trim() === '') {
    return rest;
  }
  const text = textTest(filter.text);
  return (incident) => rest(incident) && (text(incident) || Boolean(context.found?.has(incident.id)));
}

function withoutText(filter, context) {
  const from = boundOf(filter.from, context.now);
  const to = boundOf(filter.to, context.now);
  const tests = [(incident) => filter.groups.includes(groupOf(incident.status))];
  const when = (condition, test) => condition && tests.push(test);
  when(filter.kinds.length > 0, (incident) => filter.kinds.includes(incident.kind));
  when(filter.levels.length > 0, (incident) => filter.levels.includes(incident.level));
  when(filter.category, (incident) => incident.category === filter.category);
  when(filter.grid, (incident) => (incident.gridCode ?? '').startsWith(filter.grid));
  when(from !== null, (incident) => incident.occurred >= from);
  when(to !== null, (incident) => incident.occurred < to);
  when(filter.overdue, (incident) => isOverdue(incident, context.now));
  when(filter.mine, (incident) => incident.workers.some((worker) => worker.workerId === context.workerId));
  return (incident) => tests.every((test) => test(incident));
}

function textTest(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (field, word) => typeof field === 'string' && field.toLowerCase().includes(word);
  return (incident) =>
    words.every(
      (word) =>
        has(incident.number, word) ||
        has(incident.title, word) ||
        has(incident.description, word) ||
        has(incident.address, word) ||
        has(incident.gridName, word),
    );
}
