import { el } from './el.js';

/**
 * @param {readonly (readonly [string, string])[]} rows key and what it does
 * @returns {HTMLElement} the rows of a sheet of keys
 */
export function keyRows(rows) {
  const cells = ([key, text]) => [el('dt', {}, el('kbd', { class: 'key' }, key)), el('dd', {}, text)];
  return el('dl', { class: 'keys' }, ...rows.flatMap(cells));
}

/**
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} onChange
 * @returns {HTMLElement} the switch of single keys, which are not for everybody
 */
export function singleKeySwitch(label, on, onChange) {
  const change = (event) => onChange(event.target.checked);
  return el('label', { class: 'check' }, el('input', { type: 'checkbox', checked: on, on: { change } }), label);
}
