import { el, fill } from '../../dom/el.js';

/**
 * One field of a move: its element, its value, its fault. All fields have the same face, so that a form is a list.
 *
 * @typedef {{name: string, element: HTMLElement, read: () => unknown, write: (value: any) => void,
 *   fault: (message: string | null) => void, focus: () => void, key?: (key: string) => boolean}} Field
 */

let serial = 0;

/** @param {{name: string, label: string, required?: boolean, hint?: string}} spec @returns {Field} several lines of text */
export function textField(spec) {
  return control(spec, el('textarea', { class: 'textarea', rows: '3', maxlength: '2000' }));
}

/** @param {object} spec as textField, and `type`, `value` @returns {Field} one line */
export function lineField(spec) {
  const attributes = { class: 'input', type: spec.type ?? 'text', maxlength: '200', autocomplete: 'off' };
  return control(spec, el('input', { ...attributes, inputmode: spec.inputmode, value: spec.value ?? '' }));
}

/** @param {object} spec as textField, and `options` [{value, label}], `empty` @returns {Field} */
export function choiceField(spec) {
  const options = spec.options.map(({ value, label }) => el('option', { value }, label));
  const first = spec.empty === undefined ? [] : [el('option', { value: '' }, spec.empty)];
  const select = el('select', { class: 'select' }, ...first, ...options);
  if (spec.value !== undefined) {
    select.value = spec.value;
  }
  return control(spec, select);
}

/** @param {object} spec as choiceField; every option is seen at once @returns {Field} */
export function radioField(spec) {
  const group = `choice-${++serial}`;
  const inputs = spec.options.map(({ value }) => el('input', { type: 'radio', name: group, value }));
  const fault = faultLine();
  const element = el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'label' }, spec.label),
    ...spec.options.map(({ label }, i) => el('label', { class: 'check' }, inputs[i], label)),
    fault.element,
  );
  return {
    name: spec.name,
    element,
    read: () => inputs.find((input) => input.checked)?.value ?? '',
    write: (value) => inputs.forEach((input) => (input.checked = input.value === String(value))),
    fault: fault.show,
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0]).focus(),
  };
}

/**
 * A moment, typed or by a step from now.
 *
 * @param {object} spec as textField, and `steps` [{label, minutes}], `now`
 * @returns {Field} reads ISO 8601 with offset, or empty
 */
export function momentField(spec) {
  const input = el('input', { class: 'input', type: 'datetime-local' });
  const field = control(spec, input);
  const set = (minutes) => {
    input.value = localText(new Date(spec.now() + minutes * 60_000));
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const steps = spec.steps.map(({ label, minutes }) =>
    el('button', { class: 'chip', type: 'button', on: { click: () => set(minutes) } }, label),
  );
  field.element.append(el('div', { class: 'chips' }, ...steps));
  return {
    ...field,
    read: () => isoText(input.value),
    write: (value) => (input.value = value ? localText(new Date(value)) : ''),
  };
}

function control(spec, input) {
  const id = `field-${++serial}`;
  const fault = faultLine();
  const hint = spec.hint ? el('span', { class: 'caption', id: `${id}-hint` }, spec.hint) : null;
  input.id = id;
  input.required = spec.required ?? false;
  input.setAttribute('aria-describedby', `${id}-fault${hint ? ` ${id}-hint` : ''}`);
  fault.element.id = `${id}-fault`;
  const element = el('div', { class: 'field' }, el('label', { for: id }, spec.label), input, hint, fault.element);
  return {
    name: spec.name,
    element,
    input,
    read: () => input.value.trim(),
    write: (value) => (input.value = value ?? ''),
    fault(message) {
      fault.show(message);
      input.toggleAttribute('aria-invalid', false);
      if (message) {
        input.setAttribute('aria-invalid', 'true');
      }
    },
    focus: () => input.focus(),
  };
}

function faultLine() {
  const element = el('span', { class: 'fault', hidden: true });
  return {
    element,
    show(message) {
      element.hidden = !message;
      fill(element, message);
    },
  };
}

/** @param {Date} date @returns {string} as datetime-local wants it */
export function localText(date) {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** @param {string} text of datetime-local @returns {string} ISO 8601 with our offset */
export function isoText(text) {
  if (text === '') {
    return '';
  }
  const offset = -new Date(text).getTimezoneOffset();
  const two = (n) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
  return `${text}:00${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
