import { el, fill } from '../dom/el.js';

/**
 * The form of a step: sends once at a time, shows every fault at its field, says in words what came of it.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, fields: readonly import('./fields.js').Field[],
 *   acts: readonly {label: string, primary?: boolean, check?: (values: object) => Record<string, string>,
 *   run: (values: object, say: (what: string|Node) => void) => Promise<string|Node>, explain?: (problem: object) => Node|null}[], layout?: (fields: Record<string, HTMLElement>) => Node[]}} context
 *   check: faults by field that are known before asking the server; run answers what to say;
 *   explain: what a refusal carries beside its sentence
 * @returns {{element: HTMLElement, say: (...what: (string|Node)[]) => void, values: () => Record<string, any>}}
 */
export function createStepForm({ i18n, fields, acts, layout }) {
  const outcome = el('div', { class: 'outcome', role: 'status' });
  const form = { i18n, fields, outcome, buttons: [] };
  form.buttons = acts.map((act) => actButton(form, act));
  const parts = Object.fromEntries(fields.map((field) => [field.name, field.element]));
  const body = layout ? layout(parts) : fields.map((field) => field.element);
  const main = acts.find((act) => act.primary) ?? acts[0];
  const submit = (event) => {
    event.preventDefault();
    run(form, main);
  };
  return Object.freeze({
    element: el(
      'form',
      { class: 'stack step-form', novalidate: true, on: { submit } },
      ...body,
      el('div', { class: 'acts' }, ...form.buttons),
      outcome,
    ),
    say: (...what) => say(form, ...what),
    values: () => valuesOf(form),
  });
}

function actButton(form, act) {
  const type = act.primary ? 'submit' : 'button';
  const button = el('button', { class: act.primary ? 'button primary' : 'button', type }, act.label);
  if (!act.primary) button.addEventListener('click', () => run(form, act));
  return button;
}

function valuesOf({ fields }) {
  return Object.fromEntries(fields.map((field) => [field.name, field.read()]));
}

function say({ outcome }, ...what) {
  outcome.className = 'outcome notice';
  fill(outcome, ...what);
}

async function run(form, act) {
  const values = valuesOf(form);
  const faults = act.check?.(values) ?? {};
  if (showFaults(form, faults)) return;
  form.buttons.forEach((button) => (button.disabled = true));
  say(form, form.i18n.t('form.working'));
  try {
    say(form, await act.run(values, (what) => say(form, what)));
  } catch (problem) {
    refuse(form, problem, act);
  } finally {
    form.buttons.forEach((button) => (button.disabled = false));
  }
}

function showFaults({ fields, outcome }, faults) {
  fields.forEach((field) => field.fault(faults[field.name] ?? null));
  const first = fields.find((field) => faults[field.name]);
  first?.input.focus();
  if (first) fill(outcome);
  outcome.className = 'outcome';
  return Boolean(first);
}

function refuse(form, problem, act) {
  const { i18n, fields, outcome } = form;
  const errors = problem.errors ?? [];
  showFaults(form, Object.fromEntries(errors.map(({ field, message }) => [ownName(field), message])));
  const known = new Set(fields.map((field) => field.name));
  const others = errors.filter(({ field }) => !known.has(ownName(field)));
  const sentence = problem.kind === 'silent' ? i18n.t('form.silent') : problem.detail || i18n.t('form.refused');
  const list = others.map(({ field, message }) => el('li', {}, field ? `${field}: ${message}` : message));
  outcome.className = 'outcome notice fault';
  fill(outcome, el('p', {}, sentence), list.length > 0 && el('ul', {}, ...list), act.explain?.(problem));
}

// the server names a field of the mapping with its path
function ownName(field) {
  return String(field).replace(/^mapping\./, '');
}
