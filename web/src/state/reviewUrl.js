import { readQuery, writeQuery } from './query.js';
import { CURRENT, categoryFor, methodOf, parametersOf, usualPeriods } from './studies.js';

/**
 * A link to the review page is the review: method, parameters, kind, both periods, month, chosen hotspot, place of the
 * maps. Never a person.
 *
 * @typedef {object} Review
 * @property {string} method
 * @property {Record<string, string|number>} parameters those that are not the usual ones
 * @property {string|null} category code of a kind or of a sort of dispute
 * @property {[string, string]} a first and last day of the left map
 * @property {[string, string]} b of the right map
 * @property {string|null} month of the slider; null: the whole period
 * @property {{side: 'a'|'b', id: string}|null} selection
 * @property {{center: [number, number], zoom: number}|null} place
 */

const DAYS = /^(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})$/;

/**
 * @param {string} search
 * @param {string} today
 * @param {readonly import('./studies.js').Method[]} methods
 * @returns {Review}
 */
export function readReview(search, today, methods) {
  const raw = readQuery(search);
  const method = methodOf(methods, raw.get('method'));
  const usual = usualPeriods(today);
  const typed = Object.fromEntries([...raw].filter(([name]) => name.startsWith('p.')).map(([n, v]) => [n.slice(2), v]));
  return Object.freeze({
    method: method.name,
    parameters: Object.freeze(parametersOf(method, typed)),
    category: categoryFor(method.name, categoryOf(raw.get('kind'))),
    a: periodOf(raw.get('a')) ?? usual.a,
    b: periodOf(raw.get('b')) ?? usual.b,
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(raw.get('m') ?? '') ? raw.get('m') : null,
    selection: selectionOf(raw.get('sel')),
    place: placeOf(raw.get('c'), raw.get('z')),
  });
}

/** @param {Review} review @param {string} today @returns {string} with its question mark, or empty */
export function writeReview(review, today) {
  const usual = usualPeriods(today);
  const { method, parameters, category, month, selection, place } = review;
  return writeQuery([
    ['method', method === CURRENT ? null : method],
    ['kind', category],
    ['a', same(review.a, usual.a) ? null : review.a.join(',')],
    ['b', same(review.b, usual.b) ? null : review.b.join(',')],
    ...Object.entries(parameters).map(([name, value]) => [`p.${name}`, value]),
    ['m', month],
    ['sel', selection && `${selection.side}:${selection.id}`],
    ['c', place && place.center.map((part) => part.toFixed(4)).join(',')],
    ['z', place && Math.round(place.zoom * 100) / 100],
  ]);
}

function categoryOf(text) {
  return /^[A-Z_]{3,20}$|^[AB]\d{2}$/.test(text ?? '') ? text : null;
}

function periodOf(text) {
  const found = DAYS.exec(text ?? '');
  return found ? [found[1], found[2]] : null;
}

function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

function selectionOf(text) {
  const found = /^([ab]):([\w-]{1,64})$/.exec(text ?? '');
  return found ? Object.freeze({ side: found[1], id: found[2] }) : null;
}

function placeOf(center, zoom) {
  const numbers = (center ?? '').split(',').map(Number);
  const good = numbers.length === 2 && numbers.every(Number.isFinite) && Math.abs(numbers[1]) <= 90;
  return good && Number(zoom) > 0 ? { center: numbers, zoom: Number(zoom) } : null;
}
