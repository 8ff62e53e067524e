import { el, fill } from '../dom/el.js';

/**
 * The sign-in form. It never says whether the name or the password was wrong.
 *
 * @param {HTMLElement} host
 * @param {{i18n: object, about: {name?: string, synthetic?: boolean}, again: boolean,
 *   signIn: (username: string, password: string) => Promise<object>, onSignedIn: (session: object) => void,
 *   onLanguage: () => void}} context
 */
export function showSignIn(host, context) {
  const { i18n, about } = context;
  const name = line('username', { autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' });
  const password = line('password', { autocomplete: 'current-password', type: 'password' });
  const fault = el('p', { class: 'notice fault', role: 'alert', hidden: true });
  const send = el('button', { class: 'button primary', type: 'submit' }, i18n.t('session.signIn'));
  const form = el(
    'form',
    {
      class: 'stack',
      novalidate: true,
      on: { submit: (event) => submit(event, context, { name, password, fault, send }) },
    },
    el('div', { class: 'field' }, el('label', { for: 'username' }, i18n.t('session.username')), name),
    el('div', { class: 'field' }, el('label', { for: 'password' }, i18n.t('session.password')), password),
    fault,
    send,
  );
  const element = el(
    'main',
    { class: 'signin panel stack' },
    el('h1', {}, about.name ? i18n.t('session.title', { place: about.name }) : 'GridSight'),
    about.synthetic && el('p', {}, el('span', { class: 'mark' }, i18n.t('synthetic'))),
    context.again && el('p', { class: 'notice', role: 'status' }, i18n.t('session.again')),
    form,
    el('p', { class: 'caption' }, i18n.t('session.help')),
    el(
      'p',
      {},
      el(
        'button',
        { class: 'button plain', type: 'button', on: { click: context.onLanguage } },
        i18n.t('language.switch'),
      ),
    ),
  );
  fill(host, element);
  name.focus();
  return Object.freeze({ destroy: () => element.remove() });
}

function line(name, more) {
  return el('input', { class: 'input', id: name, name, required: true, ...more });
}

async function submit(event, { i18n, signIn, onSignedIn }, { name, password, fault, send }) {
  event.preventDefault();
  if (name.value.trim() === '' || password.value === '') {
    say(fault, i18n.t('session.bothNeeded'));
    (name.value.trim() === '' ? name : password).focus();
    return;
  }
  send.disabled = true;
  try {
    onSignedIn(await signIn(name.value.trim(), password.value));
  } catch (problem) {
    say(fault, signInFault(i18n, problem));
    password.select();
  } finally {
    send.disabled = false;
  }
}

function say(fault, sentence) {
  fault.hidden = false;
  fault.textContent = sentence;
}

function signInFault(i18n, problem) {
  if (problem.kind === 'silent') {
    return i18n.t('session.silent');
  }
  if (problem.status === 401 && !problem.detail) {
    return i18n.t('session.wrong');
  }
  return problem.detail || i18n.t('session.wrong');
}
