import { el, fill } from '../dom/el.js';
import { textField } from '../forms/fields.js';

/**
 * Asks for the current and the new password and changes it. What was typed leaves the page with the dialog.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, username: string,
 *   change: (wish: {current: string, password: string, withdrawTokens: boolean}) =>
 *   Promise<{endedSessions: number, tokens: object[]}>}} context
 */
export function openPasswordDialog({ i18n, username, change }) {
  const fields = passwordFields(i18n);
  const tokens = el('input', { type: 'checkbox' });
  const outcome = el('p', { class: 'notice', role: 'alert', hidden: true });
  const send = el('button', { class: 'button primary', type: 'submit' }, i18n.t('password.change'));
  const cancel = el('button', { class: 'button', type: 'button' }, i18n.t('password.cancel'));
  const form = el(
    'form',
    { class: 'stack', novalidate: true },
    el('h2', { id: 'password-title' }, i18n.t('password.title')),
    // for the browser's own keeper of passwords
    el('input', { type: 'text', name: 'username', autocomplete: 'username', value: username, hidden: true }),
    ...fields.map((field) => field.element),
    el('label', { class: 'check' }, tokens, i18n.t('password.withTokens')),
    outcome,
    el('div', { class: 'dialog-acts' }, send, cancel),
  );
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'password-title' }, form);
  const parts = { i18n, fields, tokens, outcome, send, cancel, form, dialog };
  // single keys of the page below are not meant while this is open
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => dialog.remove());
  cancel.addEventListener('click', () => dialog.close());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(parts, change);
  });
  document.body.append(dialog);
  dialog.showModal();
  fields[0].input.focus();
}

function passwordFields(i18n) {
  const field = (name, key, autocomplete, hint) =>
    textField({ name, label: i18n.t(key), hint, type: 'password', autocomplete });
  return [
    field('current', 'password.current', 'current-password'),
    field('password', 'password.new', 'new-password', i18n.t('password.rule')),
    field('again', 'password.again', 'new-password'),
  ];
}

async function submit(parts, change) {
  const { i18n, fields, tokens, send, dialog } = parts;
  const [current, password, again] = fields.map((field) => field.input.value);
  const needed = i18n.t('password.needed');
  const faults = {
    current: current === '' ? needed : null,
    password: password === '' ? needed : null,
    again: again === password ? null : i18n.t('password.differ'),
  };
  if (showFaults(parts, faults)) return;
  send.disabled = true;
  try {
    done(parts, await change({ current, password, withdrawTokens: tokens.checked }));
  } catch (problem) {
    // too many wrong ones: the server has ended the session, and the page shows the sign-in form
    if (problem.status === 401) dialog.close();
    else refuse(parts, problem);
  } finally {
    send.disabled = false;
  }
}

function showFaults({ fields, outcome }, faults) {
  outcome.hidden = true;
  fields.forEach((field) => field.fault(faults[field.name] ?? null));
  const first = fields.find((field) => faults[field.name]);
  first?.input.focus();
  return Boolean(first);
}

function refuse(parts, problem) {
  const faults = Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
  if (showFaults(parts, faults)) return;
  say(parts, problem.detail || parts.i18n.t('session.silent'), true);
}

function done(parts, { endedSessions, tokens }) {
  const { i18n, form, cancel } = parts;
  const words = [i18n.t('password.done'), i18n.t('password.ended', { n: endedSessions })];
  if (tokens.length > 0) words.push(i18n.t('password.tokensKept', { n: tokens.length }));
  say(parts, words.join(' '), false);
  cancel.textContent = i18n.t('close');
  fill(form, form.querySelector('h2'), parts.outcome, el('div', { class: 'dialog-acts' }, cancel));
  cancel.focus();
}

function say({ outcome }, sentence, isFault) {
  outcome.hidden = false;
  outcome.classList.toggle('fault', isFault);
  outcome.textContent = sentence;
}
