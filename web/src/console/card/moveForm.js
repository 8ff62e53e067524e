import { el, fill, keyCap } from '../../dom/el.js';
import { problemSentence } from '../words.js';
import { bodyOf, moveFields } from './moveFields.js';

/**
 * The inline form of one move. What is typed is saved as a draft with every stroke; the button carries the verb.
 *
 * @param {{i18n: object, incident: object, move: object, label: string, draft: {read: () => object | null,
 *   save: (values: object) => void, clear: () => void}, onSubmit: (body: object) => void, onCancel: () => void}} context
 *   and what moveFields needs
 */
export function createMoveForm(context) {
  const { i18n, draft, label } = context;
  const save = () => draft.save(Object.fromEntries(fields.map((field) => [field.name, (field.save ?? field.read)()])));
  const fields = moveFields({ ...context, onChange: () => save() }, context.move);
  const problem = el('div', { class: 'notice fault', role: 'alert', hidden: true });
  const send = el('button', { class: 'button primary', type: 'submit' }, label, keyCap('⏎'));
  const submit = (event) => {
    event?.preventDefault();
    clearFaults(fields, problem);
    const missing = missingFields(fields, context);
    if (missing.length > 0) {
      missing.forEach((field) => field.fault(i18n.t('field.needed')));
      missing[0].focus();
    } else {
      context.onSubmit(bodyOf(fields));
    }
  };
  const element = layOut(context, { fields, problem, send }, { submit, input: save });
  restore(fields, draft.read());
  return Object.freeze({
    element,
    action: context.move.action,
    isEmpty: () => fields.length === 0,
    submit,
    focus: () => firstField(fields, element)?.focus(),
    /** Waits for lists that are still being read, so that keys typed ahead find them. */
    settled: () => Promise.all(fields.map((field) => field.loaded)),
    key: (key) => fields.some((field) => field.key?.(key)),
    setBusy: (busy) => send.toggleAttribute('disabled', busy),
    showProblem: (fault) => showProblem(context, { fields, problem }, fault),
    destroy: () => fields.forEach((field) => field.destroy?.()),
  });
}

function layOut({ i18n, label, onCancel }, { fields, problem, send }, { submit, input }) {
  const keydown = (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event);
  const leave = el('button', { class: 'button', type: 'button', on: { click: onCancel } }, i18n.t('form.leave'));
  leave.append(keyCap('Esc'));
  return el(
    'form',
    {
      class: 'move-form stack',
      novalidate: true,
      tabindex: '-1',
      'aria-label': label,
      on: { submit, input, keydown },
    },
    ...fields.map((field) => field.element),
    problem,
    el('div', { class: 'form-acts' }, send, leave),
  );
}

/** Faults stand at their fields; what belongs to none of them stands above the buttons. */
function showProblem({ i18n, label }, { fields, problem }, fault) {
  const left = fault.errors.filter((error) => !showFault(fields, error));
  fields.forEach((field) => field.refused?.(fault));
  problem.hidden = false;
  fill(
    problem,
    el('p', {}, problemSentence(i18n, fault, label)),
    left.length > 0 && el('ul', {}, ...left.map((error) => el('li', {}, error.message))),
  );
}

/** Sending is done by keys 1-5, so the form itself takes the focus; elsewhere it is the first field that is needed. */
function firstField(fields, element) {
  if (fields[0]?.name === 'workerIds') {
    return element;
  }
  return fields.find((field) => !field.input || field.input.required) ?? fields[0];
}

function restore(fields, values) {
  for (const field of fields) {
    if (values && values[field.name] !== undefined && values[field.name] !== null) {
      field.write(values[field.name]);
    }
  }
}

function clearFaults(fields, problem) {
  fields.forEach((field) => field.fault(null));
  problem.hidden = true;
}

function missingFields(fields, { move }) {
  const empty = (field) => field.read() === '' || field.read().length === 0;
  if (move.action === 'assign') {
    const named = fields.filter((field) => ['workerIds', 'unitId'].includes(field.name));
    return named.every(empty) ? named.slice(0, 1) : [];
  }
  const optional = ['reasonCode', 'note', 'dueAt'];
  return fields.filter((field) => (!optional.includes(field.name) || move.needs?.includes(field.name)) && empty(field));
}

function showFault(fields, error) {
  const field = fields.find(
    (candidate) => error.field === candidate.name || error.field?.startsWith(`${candidate.name}[`),
  );
  field?.fault(error.message);
  return Boolean(field);
}
