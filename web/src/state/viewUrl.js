import { NO_FILTER, changed } from './filter.js';
import { readQuery, writeQuery } from './query.js';
import { GROUPS, groupOf, OPEN_GROUPS } from './status.js';
import { selectionOf, selectionText } from './selection.js';

/** Layers of the map by their letter in a link. */
export const LAYERS = Object.freeze({
  i: 'incidents',
  r: 'riskPoints',
  c: 'cameras',
  w: 'workers',
  h: 'hotspots',
  g: 'grids',
  v: 'cones',
  b: 'coverage',
});

/**
 * A link is a view: place, period, filter, layers, selection. Never a person, a ticket or a token.
 *
 * @typedef {object} View
 * @property {import("./filter.js").Filter} filter
 * @property {[number, number] | null} center
 * @property {number | null} zoom
 * @property {string[] | null} layers null: the usual ones
 * @property {import("./selection.js").Selection} selection
 */

/** @param {string} search the part of the address after the question mark @returns {View} */
export function readView(search) {
  const raw = Object.fromEntries(readQuery(search));
  return Object.freeze({
    filter: changed(NO_FILTER, filterOf(raw)),
    center: centerOf(raw.c),
    zoom: numberOf(raw.z),
    layers: raw.layers === undefined ? null : listOf(raw.layers).filter((letter) => letter in LAYERS),
    selection: selectionOf(raw.sel),
  });
}

/** @param {View} view @returns {string} with its question mark, or empty */
export function writeView(view) {
  const { filter } = view;
  return writeQuery([
    ['c', view.center && view.center.map((part) => part.toFixed(4)).join(',')],
    ['z', view.zoom === null ? null : String(Math.round(view.zoom * 100) / 100)],
    ['from', filter.from],
    ['to', filter.to],
    ['kind', filter.kinds.join(',')],
    ['category', filter.category],
    ['level', filter.levels.join(',')],
    ['status', sameList(filter.groups, OPEN_GROUPS) ? null : filter.groups.join(',') || 'NONE'],
    ['grid', filter.grid],
    ['q', filter.text.trim()],
    ['overdue', filter.overdue ? '1' : null],
    ['mine', filter.mine ? '1' : null],
    ['layers', view.layers && view.layers.join(',')],
    ['sel', selectionText(view.selection)],
  ]);
}

function filterOf(raw) {
  return {
    groups: groupsOf(raw.status),
    kinds: listOf(raw.kind),
    levels: listOf(raw.level).filter((level) => ['RED', 'YELLOW', 'BLUE'].includes(level)),
    category: raw.category || null,
    grid: /^\d{1,15}$/.test(raw.grid ?? '') ? raw.grid : null,
    text: raw.q ?? '',
    from: raw.from || null,
    to: raw.to || null,
    overdue: raw.overdue === '1',
    mine: raw.mine === '1',
  };
}

/** Groups by name; a plain state of the contract is taken for its group. */
function groupsOf(text) {
  if (text === undefined) {
    return OPEN_GROUPS;
  }
  const names = listOf(text);
  const groups = names.map((name) => (GROUPS.includes(name) ? name : groupOf(name)));
  return names.includes('NONE') ? [] : GROUPS.filter((group) => groups.includes(group));
}

function listOf(text) {
  return (text ?? '').split(',').filter(Boolean);
}

function sameList(a, b) {
  return a.length === b.length && a.every((item) => b.includes(item));
}

function centerOf(text) {
  const numbers = (text ?? '').split(',').map(Number);
  const good = numbers.length === 2 && numbers.every(Number.isFinite) && Math.abs(numbers[0]) <= 180;
  return good && Math.abs(numbers[1]) <= 90 && text ? numbers : null;
}

function numberOf(text) {
  const number = Number(text);
  return text && Number.isFinite(number) ? number : null;
}
