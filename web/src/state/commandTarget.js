import { shortNumber } from './incidents.js';
import { isOpen } from './status.js';


/** @param {string} word @returns {string | null} digits of a number, also of the whole `2026-000123` */
export function digitsOf(word) {
  return /^(?:\d{4}-\d{6}|\d{3,})$/.test(word) ? word : null;
}

/**
 * Cases whose number ends like this; one that is called exactly so is meant alone, and open ones before ended.
 *
 * @param {readonly object[]} incidents
 * @param {string} digits
 * @returns {object[]}
 */
export function incidentsByTail(incidents, digits) {
  const whole = incidents.filter((incident) => incident.number === digits || shortNumber(incident) === digits);
  const found = whole.length > 0 ? whole : incidents.filter((incident) => shortNumber(incident).endsWith(digits));
  return [...found.filter(isOpen), ...found.filter((incident) => !isOpen(incident))];
}

/**
 * @param {import("./commandWords.js").Word | undefined} word
 * @param {{incidents: readonly object[], selected: object | null}} known
 * @param {number} end of the line, where the caret goes when nothing stands there
 * @returns {{incident: object | null, fault: null | object}}
 */
export function readTarget(word, known, end) {
  const fail = (code, candidates) => ({
    incident: null,
    fault: { at: word?.at ?? end, text: word?.text ?? '', code, candidates },
  });
  if (!word) {
    return fail('targetMissing');
  }
  if (word.text === '.') {
    return known.selected ? { incident: known.selected, fault: null } : fail('nothingSelected');
  }
  const digits = digitsOf(word.text);
  if (digits === null) {
    return fail(/^\d{1,2}$/.test(word.text) ? 'fewDigits' : 'target');
  }
  const found = incidentsByTail(known.incidents, digits);
  if (found.length === 1) {
    return { incident: found[0], fault: null };
  }
  return found.length === 0 ? fail('noTarget') : fail('manyTargets', found);
}

