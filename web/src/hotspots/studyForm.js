import { el, fill } from '../dom/el.js';
import { selectField, textField } from '../forms/fields.js';
import { choiceWord, methodWord, parameterWord } from './methodWords.js';
import { CURRENT, categoryFor, faultsOf, methodOf, parametersOf } from '../state/studies.js';

const SIDES = Object.freeze(['a', 'b']);

/**
 * What is asked: method, kind, two periods, the method's parameters. Every refusal stands at its field.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, codes: object,
 *   methods: readonly import('../state/studies.js').Method[], review: import('../state/reviewUrl.js').Review,
 *   today: string, onAsk: (part: Partial<import('../state/reviewUrl.js').Review>) => void}} context
 */
export function createStudyForm(context) {
  const { i18n, review } = context;
  const form = { ...context, fields: fieldsOf(context), parameters: [], more: el('details', { class: 'review-more' }) };
  const { method, category } = form.fields;
  const note = el('p', { class: 'caption' });
  method.input.addEventListener('change', () => showMethod(form, note, {}));
  showMethod(form, note, review.parameters);
  const element = el('form', { class: 'stack review-form', novalidate: true, 'aria-label': i18n.t('review.form') });
  element.append(method.element, note, category.element);
  for (const side of SIDES) {
    const legend = el('legend', {}, i18n.t(`review.period.${side}`));
    const pair = el('div', { class: 'pair' }, form.fields[`${side}.from`].element, form.fields[`${side}.to`].element);
    element.append(el('fieldset', {}, legend, pair));
  }
  element.append(form.more, el('button', { class: 'button primary', type: 'submit' }, i18n.t('review.ask')));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form);
  });
  return Object.freeze({
    element,
    /** @param {import('../state/reviewUrl.js').Review} next somebody went back to */
    set(next) {
      method.set(next.method);
      showMethod(form, note, next.parameters);
      category.set(next.category ?? '');
      for (const side of SIDES) ['from', 'to'].forEach((end, i) => form.fields[`${side}.${end}`].set(next[side][i]));
    },
    clear: () => allFields(form).forEach((field) => field.fault(null)),
    /** @param {readonly {field: string, message: string}[]} faults @returns {string[]} what has no field here */
    refuse: (faults) => refuse(form, faults),
  });
}

function fieldsOf({ i18n, codes, methods, review, today }) {
  const names = methods.map((method) => [method.name, methodWord(i18n, method)]);
  const day = (side, i) => {
    const end = i === 0 ? 'from' : 'to';
    const label = i18n.t(i === 0 ? 'review.firstDay' : 'review.lastDay');
    const field = textField({ name: `${side}.${end}`, label, type: 'date', value: review[side][i] });
    field.input.max = today;
    return field;
  };
  const fields = {
    method: selectField({ name: 'method', label: i18n.t('review.method'), options: names, value: review.method }),
    category: selectField({
      name: 'category',
      label: i18n.t('review.kind'),
      options: categoriesOf(i18n, codes, review.method),
      value: review.category ?? '',
    }),
  };
  for (const side of SIDES) [0, 1].forEach((i) => (fields[`${side}.${['from', 'to'][i]}`] = day(side, i)));
  return fields;
}

/** The standing map is kept for kinds; a sort of dispute can only be studied. */
function categoriesOf(i18n, codes, method) {
  const named = (list) => (list ?? []).map((entry) => [entry.code, i18n.name(entry)]);
  const sorts = named(codes.disputeCategories).map(([code, text]) => [code, `${code} ${text}`]);
  return [['', i18n.t('review.kind.all')], ...named(codes.kinds), ...(method === CURRENT ? [] : sorts)];
}

function showMethod(form, note, values) {
  const { i18n, codes, methods, fields, more } = form;
  const method = methodOf(methods, fields.method.read());
  const wanted = fields.category.read();
  fields.category.setOptions(categoriesOf(i18n, codes, method.name), categoryFor(method.name, wanted));
  note.textContent = whyOf(i18n, method.name);
  form.parameters = method.parameters.map((parameter) => parameterField(i18n, parameter, values[parameter.name]));
  more.hidden = form.parameters.length === 0;
  more.open = Object.keys(values).length > 0;
  const inner = el('div', { class: 'review-parameters' }, ...form.parameters.map(({ element }) => element));
  fill(more, el('summary', {}, i18n.t('review.parameters')), inner);
}

function whyOf(i18n, method) {
  const key = `review.method.${method}.why`;
  const words = i18n.t(key);
  return words === key ? '' : words;
}

function parameterField(i18n, parameter, value) {
  const { name, usual, least, most, choices } = parameter;
  const label = parameterWord(i18n, parameter);
  const given = String(value ?? usual);
  if (choices) {
    const options = choices.map((key) => [key, choiceWord(i18n, key)]);
    return selectField({ name: `parameters.${name}`, label, options, value: given });
  }
  const field = textField({ name: `parameters.${name}`, label, value: given });
  field.input.inputMode = 'decimal';
  field.input.title = i18n.t('review.limits', { least, most });
  return field;
}

function allFields({ fields, parameters }) {
  return [...Object.values(fields), ...parameters];
}

function submit(form) {
  const { i18n, methods, fields, parameters, onAsk } = form;
  const typed = Object.fromEntries(parameters.map(({ name, read }) => [name.slice('parameters.'.length), read()]));
  const method = fields.method.read();
  const part = {
    method,
    parameters: parametersOf(methodOf(methods, method), typed),
    category: fields.category.read() || null,
    a: [fields['a.from'].read(), fields['a.to'].read()],
    b: [fields['b.from'].read(), fields['b.to'].read()],
  };
  allFields(form).forEach((field) => field.fault(null));
  const faults = faultsOf(part).map(({ field, code }) => ({ field, message: i18n.t(`review.fault.${code}`) }));
  if (faults.length === 0) onAsk(part);
  else refuse(form, faults);
}

function refuse(form, faults) {
  const fields = new Map(allFields(form).map((field) => [field.name, field]));
  const known = faults.filter(({ field }) => fields.has(field));
  for (const { field, message } of known) fields.get(field).fault(message);
  if (known.some(({ field }) => field.startsWith('parameters.'))) form.more.open = true;
  if (known.length > 0) fields.get(known[0].field).input.focus();
  return faults.filter(({ field }) => !fields.has(field)).map(({ field, message }) => `${field}: ${message}`);
}
