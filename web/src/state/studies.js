import { dayAfter, isDay, monthAfter, monthsBetween } from './months.js';

/**
 * The methods one may ask for, with the parameters of each: their usual values and limits are the server's, repeated
 * here so that a form can be filled before anything is asked.
 *
 * @typedef {{name: string, usual: number|string, least?: number, most?: number, whole?: boolean,
 *   choices?: readonly string[]}} Parameter
 * @typedef {{name: string, tested: boolean, parameters: readonly Parameter[]}} Method
 */
const number = (name, usual, least, most) => Object.freeze({ name, usual, least, most });
const whole = (name, usual, least, most) => Object.freeze({ name, usual, least, most, whole: true });
const choice = (name, ...choices) => Object.freeze({ name, usual: choices[0], choices: Object.freeze(choices) });
const method = (name, tested, ...parameters) => Object.freeze({ name, tested, parameters: Object.freeze(parameters) });

/** The map of today, which the server keeps; no study is asked for. */
export const CURRENT = 'current';

/** @type {readonly Method[]} tested: it says "unusual"; the others only say "dense" */
export const METHODS = Object.freeze([
  method(CURRENT, true),
  method(
    'scan',
    true,
    number('cell', 500, 50, 5000),
    number('maxRadius', 3000, 0, 50_000),
    whole('maxDays', 91, 1, 1000),
    whole('stepDays', 7, 1, 91),
    whole('replicas', 999, 99, 9999),
    whole('seed', 1, 0, 1_000_000_000),
    choice('windows', 'RETROSPECTIVE', 'PROSPECTIVE'),
    choice('baseline', 'AUTO', 'SAME_DAYS', 'SEASONAL'),
  ),
  method(
    'gistar',
    true,
    number('cell', 500, 50, 5000),
    choice('neighbours', 'QUEEN', 'DISTANCE'),
    number('distance', 1000, 50, 20_000),
    number('fdr', 0.05, 0.001, 0.5),
    choice('baseline', 'AUTO', 'PAST', 'NONE'),
  ),
  method(
    'emerging',
    true,
    number('cell', 500, 50, 5000),
    choice('period', 'WEEK', 'FOUR_WEEKS'),
    number('fdr', 0.05, 0.001, 0.5),
  ),
  method(
    'knox',
    true,
    number('distance', 300, 1, 5000),
    whole('days', 7, 0, 365),
    whole('permutations', 999, 99, 9999),
    whole('seed', 1, 0, 1_000_000_000),
  ),
  method('dbscan', false, number('eps', 300, 1, 20_000), whole('minPoints', 5, 2, 10_000)),
  method(
    'stdbscan',
    false,
    number('eps', 500, 1, 20_000),
    number('epsDays', 7, 0, 3660),
    whole('minPoints', 4, 2, 10_000),
  ),
  method('hdbscan', false, whole('minPoints', 8, 2, 10_000)),
  method('kde', false, number('sigma', 300, 20, 5000), number('cell', 200, 50, 2000)),
]);

/** @param {string} name @returns {Method} an unknown one is the map of today */
export function methodOf(name) {
  return METHODS.find((known) => known.name === name) ?? METHODS[0];
}

/**
 * @param {Method} chosen
 * @param {Record<string, string|number>} values as typed; empty ones count as the usual value
 * @returns {Record<string, string|number>} only those that differ from the usual ones
 */
export function parametersOf(chosen, values) {
  const given = {};
  for (const { name, usual, choices } of chosen.parameters) {
    const text = String(values[name] ?? '').trim();
    if (text === '' || text === String(usual)) continue;
    given[name] = choices || !Number.isFinite(Number(text)) ? text : Number(text);
  }
  return given;
}

/**
 * @param {import('./reviewUrl.js').Review} review
 * @param {'a'|'b'} side
 * @returns {object} the body of POST /api/hotspots/analyses
 */
export function questionOf(review, side) {
  const [from, to] = review[side];
  const filter = review.category ? { from, to, category: review.category } : { from, to };
  return { method: review.method, parameters: parametersOf(methodOf(review.method), review.parameters), filter };
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
