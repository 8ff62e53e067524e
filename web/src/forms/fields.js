import { el, fill } from '../dom/el.js';

/**
 * One field of a form: its element, its value, its fault.
 *
 * @typedef {{name: string, element: HTMLElement, read: () => any, set: (value: any) => void,
 *   fault: (message: string|null) => void, input: HTMLElement}} Field
 */
let numbers = 0;

/**
 * @param {{name: string, label: string, hint?: string, value?: string, type?: string, autocomplete?: string,
 *   suggestions?: readonly string[]}} look
 * @returns {Field}
 */
export function textField({ name, label, hint, value = '', type = 'text', autocomplete = 'off', suggestions }) {
  const id = nextId(name);
  const list =
    suggestions && el('datalist', { id: `${id}-list` }, ...suggestions.map((text) => el('option', { value: text })));
  const input = el('input', {
    class: 'input',
    id,
    name,
    type,
    value,
    autocomplete,
    list: list ? list.id : null,
    spellcheck: 'false',
  });
  return field({
    name,
    label,
    hint,
    input,
    more: list,
    read: () => input.value.trim(),
    set: (text) => (input.value = text),
  });
}

/** @param {{name: string, label: string, hint?: string, accept?: string}} look @returns {Field} */
export function fileField({ name, label, hint, accept }) {
  const input = el('input', { class: 'input file', id: nextId(name), name, type: 'file', accept });
  return field({ name, label, hint, input, read: () => input.files[0] ?? null, set: () => (input.value = '') });
}

/**
 * @param {{name: string, label: string, hint?: string, options: readonly (readonly [string, string])[], value?: string}} look
 * @returns {Field & {setOptions: (options: readonly (readonly [string, string])[], value: string) => void}}
 */
export function selectField({ name, label, hint, options, value = '' }) {
  const input = el('select', { class: 'select', id: nextId(name), name });
  const setOptions = (list, chosen) => {
    fill(input, ...list.map(([key, text]) => el('option', { value: key }, text)));
    input.value = chosen;
  };
  setOptions(options, value);
  const made = field({ name, label, hint, input, read: () => input.value, set: (key) => (input.value = key) });
  return { ...made, setOptions };
}

/** @param {{name: string, label: string, hint?: string, placeholder?: string}} look @returns {Field} */
export function areaField({ name, label, hint, placeholder }) {
  const input = el('textarea', {
    class: 'textarea',
    id: nextId(name),
    name,
    rows: '5',
    placeholder,
    spellcheck: 'false',
  });
  return field({ name, label, hint, input, read: () => input.value, set: (text) => (input.value = text) });
}

/**
 * @param {{name: string, label: string, options: readonly (readonly [string, string])[]}} look
 * @returns {Field} its value is the array of the ticked keys
 */
export function checksField({ name, label, options }) {
  const boxes = options.map(([key]) => el('input', { type: 'checkbox', name, value: key }));
  const rows = options.map(([, text], i) => el('label', { class: 'check' }, boxes[i], text));
  const input = el('div', { class: 'checks', role: 'group', 'aria-label': label }, ...rows);
  const read = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const set = (keys) => boxes.forEach((box) => (box.checked = keys.includes(box.value)));
  return field({ name, label, input, read, set, tag: 'span' });
}

/**
 * @param {{name: string, label: string, options: readonly (readonly [string, string])[], value: string,
 *   onChange: (value: string) => void}} look
 * @returns {Field} two or three ways of which one is taken
 */
export function waysField({ name, label, options, value, onChange }) {
  const group = nextId(name);
  const box = (key) => el('input', { type: 'radio', name: group, value: key, checked: key === value });
  const boxes = options.map(([key]) => box(key));
  const rows = options.map(([, text], i) => el('label', { class: 'check' }, boxes[i], text));
  const input = el('div', { class: 'ways', role: 'radiogroup', 'aria-label': label }, ...rows);
  const read = () => boxes.find((one) => one.checked)?.value ?? value;
  input.addEventListener('change', () => onChange(read()));
  const set = (key) => boxes.forEach((one) => (one.checked = one.value === key));
  return field({ name, label, input, read, set, tag: 'span' });
}

function field({ name, label, hint, input, more, read, set, tag = 'label' }) {
  const fault = el('p', { class: 'fault', id: nextId(`${name}-fault`), hidden: true });
  const note = hint && el('p', { class: 'caption', id: nextId(`${name}-hint`) }, hint);
  const head = tag === 'label' ? el('label', { for: input.id }, label) : el('span', { class: 'label' }, label);
  input.setAttribute('aria-describedby', [fault.id, note?.id].filter(Boolean).join(' '));
  return {
    name,
    input,
    read,
    set,
    element: el('div', { class: 'field' }, head, input, more, note, fault),
    fault(message) {
      fault.hidden = !message;
      fill(fault, message ?? '');
      if (message) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    },
  };
}

function nextId(name) {
  numbers += 1;
  return `${name}-${numbers}`;
}
