import { capital } from '../i18n/words.js';
import { CURRENT } from '../state/studies.js';

/** @param {import('../i18n/i18n.js').I18n} i18n @param {import('../state/studies.js').Method} method @returns {string} */
export function methodWord(i18n, method) {
  return method.name === CURRENT ? i18n.t('review.method.current') : capital(i18n.name(method));
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {import('../state/studies.js').Parameter} parameter
 * @returns {string} its name with its unit
 */
export function parameterWord(i18n, { unit, ...words }) {
  const name = capital(i18n.name(words));
  return unit ? i18n.t('review.parameter', { name, unit: unitWord(i18n, unit) }) : name;
}

/** @param {import('../i18n/i18n.js').I18n} i18n @param {string} code @returns {string} what a choice means */
export function choiceWord(i18n, code) {
  return wordOr(i18n, `review.choice.${code}`, code);
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {import('../state/studies.js').Method} method
 * @param {Record<string, unknown>} values
 * @returns {string} all values of a study in one line
 */
export function valuesWord(i18n, method, values) {
  const words = new Map(method.parameters.map((parameter) => [parameter.name, parameter]));
  const one = ([name, value]) => {
    const { unit = null, ...known } = words.get(name) ?? { zh: name };
    const much = typeof value === 'number' ? String(value) : choiceWord(i18n, String(value));
    return [i18n.name(known), much, unit && unitWord(i18n, unit)].filter(Boolean).join(' ');
  };
  return Object.entries(values).map(one).join(i18n.t('list.semicolon'));
}

function unitWord(i18n, unit) {
  return wordOr(i18n, `review.unit.${unit}`, unit);
}

function wordOr(i18n, key, other) {
  const words = i18n.t(key);
  return words === key ? other : words;
}
