import { dayAfter, isDay, monthAfter, monthsBetween } from './months.js';

/**
 * A method one may ask for, with its parameters as the server tells them: names, usual values, limits.
 *
 * @typedef {{name: string, zh: string, en: string, unit: string|null, usual: number|string|boolean,
 *   least: number|null, most: number|null, choices: readonly string[]|null}} Parameter
 * @typedef {{name: string, zh?: string, en?: string, parameters: readonly Parameter[]}} Method
 */

/** The map that the server keeps; no study is asked for. */
export const CURRENT = 'current';

const STANDING = Object.freeze({ name: CURRENT, parameters: Object.freeze([]) });

/** Those that say "unusual" come before those that only say "dense". */
const ORDER = Object.freeze(['scan', 'gistar', 'emerging', 'knox', 'dbscan', 'stdbscan', 'hdbscan', 'kde']);

/** @param {{items?: object[]}|null} answer of GET /api/hotspots/methods @returns {readonly Method[]} the standing map first */
export function methodsOf(answer) {
  const place = ({ name }) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  const known = (answer?.items ?? []).map(({ method, zh, en, parameters }) =>
    Object.freeze({ name: method, zh, en, parameters: Object.freeze((parameters ?? []).map(parameterOf)) }),
  );
  return Object.freeze([STANDING, ...known.sort((a, b) => place(a) - place(b))]);
}

function parameterOf({ name, zh, en, unit, type, default: usual, min, max, choices }) {
  const ways = type === 'boolean' ? ['true', 'false'] : (choices ?? null);
  return Object.freeze({ name, zh, en, unit: unit ?? null, usual, least: min ?? null, most: max ?? null, choices: ways });
}

/** @param {readonly Method[]} methods @param {string} name @returns {Method} an unknown one is the standing map */
export function methodOf(methods, name) {
  return methods.find((known) => known.name === name) ?? STANDING;
}

/**
 * @param {string} method
 * @param {string|null} category code of a kind or of a sort of dispute
 * @returns {string|null} what this method can be asked for: the standing map knows kinds, not their sorts
 */
export function categoryFor(method, category) {
  return method === CURRENT && /^[AB]\d{2}$/.test(category ?? '') ? 'DISPUTE' : category;
}

/**
 * @param {Method} chosen
 * @param {Record<string, string|number>} values as typed; empty ones count as the usual value
 * @returns {Record<string, string|number|boolean>} only those that differ from the usual ones
 */
export function parametersOf(chosen, values) {
  const given = {};
  for (const parameter of chosen.parameters) {
    const text = String(values[parameter.name] ?? '').trim();
    if (text !== '' && text !== String(parameter.usual)) given[parameter.name] = valueOf(parameter, text);
  }
  return given;
}

function valueOf({ usual, choices }, text) {
  if (typeof usual === 'boolean') return text === 'true';
  return choices || !Number.isFinite(Number(text)) ? text : Number(text);
}

/**
 * @param {import('./reviewUrl.js').Review} review
 * @param {'a'|'b'} side
 * @returns {object} the body of POST /api/hotspots/analyses
 */
export function questionOf({ method, parameters, category, ...review }, side) {
  const [from, to] = review[side];
  return { method, parameters, filter: category ? { from, to, category } : { from, to } };
}

/**
 * What is wrong with a review before anybody is asked.
 *
 * @param {import('./reviewUrl.js').Review} review
 * @returns {{field: string, code: string}[]} field: `a.from`, `a.to`, `b.from`, `b.to`
 */
export function faultsOf(review) {
  return ['a', 'b'].flatMap((side) => {
    const [from, to] = review[side];
    const unreadable = [!isDay(from) && 'from', !isDay(to) && 'to'].filter(Boolean);
    if (unreadable.length > 0) return unreadable.map((end) => ({ field: `${side}.${end}`, code: 'day' }));
    return to < from ? [{ field: `${side}.to`, code: 'order' }] : [];
  });
}

/**
 * Where on the page a refusal of the server belongs.
 *
 * @param {string} field as the server names it
 * @param {'a'|'b'} side whose study was refused
 * @returns {string} name of the page's field; empty when it has none
 */
export function fieldOf(field, side) {
  const [head, name] = String(field).split('.');
  if (head === 'parameters' && name) return `parameters.${name}`;
  if (head === 'method' || head === 'category') return head;
  if (head === 'at') return `${side}.to`;
  if (head !== 'filter') return '';
  return { category: 'category', from: `${side}.from`, to: `${side}.to` }[name] ?? '';
}

const MOST_MONTHS = 120;

/**
 * @param {import('./reviewUrl.js').Review} review
 * @param {string} today
 * @returns {readonly string[]} the months the slider walks: those of the studied period, or for the map of today all
 *   from the first day of both periods on; never one to come
 */
export function monthsOf(review, today) {
  const now = today.slice(0, 7);
  const { a, b, method: name } = review;
  const [first, last] = name === CURRENT ? [[a[0], b[0]].sort()[0], now] : [b[0], b[1]];
  const end = last.slice(0, 7) < now ? last.slice(0, 7) : now;
  const earliest = monthAfter(end, 1 - MOST_MONTHS);
  return monthsBetween(first.slice(0, 7) > earliest ? first.slice(0, 7) : earliest, end);
}

/**
 * @param {string} today
 * @returns {{a: [string, string], b: [string, string]}} the last thirteen weeks, and the thirteen before them
 */
export function usualPeriods(today) {
  const from = dayAfter(today, -90);
  return { a: [dayAfter(from, -91), dayAfter(from, -1)], b: [from, today] };
}
