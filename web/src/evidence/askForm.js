import { problemSentence } from '../console/words.js';
import { el } from '../dom/el.js';
import { textField } from '../forms/fields.js';

/**
 * A button that opens a few lines to fill in; what came of them is said below. Nothing is sent without a reason.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, act: string, send: string,
 *   fields: readonly {name: string, label: string, value?: string, optional?: boolean}[],
 *   onSend: (values: Record<string, string>) => Promise<void>}} context act: words of the button that opens
 */
export function createAskForm({ i18n, act, send, fields: wanted, onSend }) {
  const fields = wanted.map((look) => textField(look));
  const outcome = el('p', { class: 'outcome fault', role: 'alert' });
  const submit = el('button', { class: 'button primary', type: 'submit' }, send);
  const close = { click: () => show(false) };
  const cancel = el('button', { class: 'button', type: 'button', on: close }, i18n.t('evidence.cancel'));
  const acts = el('div', { class: 'evidence-acts' }, submit, cancel);
  const lines = fields.map((field) => field.element);
  const form = el('form', { class: 'stack', novalidate: true, hidden: true }, ...lines, outcome, acts);
  const opener = el('button', { class: 'button', type: 'button', on: { click: () => show(true) } }, act);
  const show = (open) => {
    form.hidden = !open;
    opener.hidden = open;
    outcome.textContent = '';
    if (open) fields[0].input.focus();
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (submit.disabled || !complete(i18n, fields, wanted)) return;
    submit.disabled = true;
    try {
      await onSend(Object.fromEntries(fields.map((field) => [field.name, field.read()])));
      show(false);
    } catch (problem) {
      outcome.textContent = problemSentence(i18n, problem, send);
    }
    submit.disabled = false;
  });
  return el('div', { class: 'ask' }, opener, form);
}

function complete(i18n, fields, wanted) {
  const missing = fields.filter((field, i) => !wanted[i].optional && field.read() === '');
  fields.forEach((field) => field.fault(missing.includes(field) ? i18n.t('evidence.needed') : null));
  missing[0]?.input.focus();
  return missing.length === 0;
}
