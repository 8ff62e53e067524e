import { el, fill } from '../dom/el.js';
import { checksField, textField } from '../forms/fields.js';
import { createStepForm } from '../forms/stepForm.js';

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, codes: object, facts: () => object,
 *   changed: () => Promise<void>}} context
 * @returns {HTMLElement} step 4: who works here, with what rights, for which area
 */
export function usersStep(context) {
  const { i18n, room, facts, changed } = context;
  const list = el('div', { class: 'scroll', tabindex: '0' });
  const draw = () => fill(list, userTable(context));
  const fields = userFields(context);
  const check = (values) => userFaults(i18n, values);
  const run = async (values) => {
    await room.createUser(values);
    fields.forEach((field) =>
      field.set(field.name === 'scope' ? facts().place.code : field.name === 'roles' ? [] : ''),
    );
    await changed();
    draw();
    return i18n.t('setup.user.done', { name: values.displayName });
  };
  draw();
  const form = createStepForm({
    i18n,
    fields,
    acts: [{ label: i18n.t('setup.user.create'), primary: true, check, run }],
  });
  return el('div', { class: 'stack' }, list, el('h3', {}, i18n.t('setup.user.new')), form.element);
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{username: string, displayName: string, password: string, roles: string[], scope: string}} values
 * @returns {Record<string, string>} what is wrong with a new account, by field
 */
export function userFaults(i18n, { username, displayName, password, roles, scope }) {
  return {
    ...(/^[a-z0-9][a-z0-9._-]{1,63}$/.test(username) ? {} : { username: i18n.t('setup.user.nameFault') }),
    ...(displayName ? {} : { displayName: i18n.t('setup.needed') }),
    ...(password ? {} : { password: i18n.t('setup.needed') }),
    ...(roles.length ? {} : { roles: i18n.t('setup.user.rolesFault') }),
    ...(/^\d{9,15}$/.test(scope) ? {} : { scope: i18n.t('setup.user.scopeFault') }),
  };
}

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, codes: object, facts: () => object}} context
 * @returns {import('../forms/fields.js').Field[]} of a new account
 */
export function userFields({ i18n, codes, facts }) {
  const roles = (codes.roles ?? []).map((role) => [role.code, i18n.name(role)]);
  return [
    textField({ name: 'username', label: i18n.t('setup.user.username') }),
    textField({ name: 'displayName', label: i18n.t('setup.user.displayName') }),
    textField({
      name: 'password',
      label: i18n.t('setup.user.password'),
      hint: i18n.t('setup.user.passwordHint'),
      type: 'password',
      autocomplete: 'new-password',
    }),
    textField({
      name: 'scope',
      label: i18n.t('setup.user.scope'),
      hint: i18n.t('setup.user.scopeHint'),
      value: facts().place.code ?? '',
    }),
    checksField({ name: 'roles', label: i18n.t('setup.user.roles'), options: roles }),
  ];
}

function userTable({ i18n, codes, facts }) {
  const words = new Map((codes.roles ?? []).map((role) => [role.code, i18n.name(role)]));
  const cell = (text) => el('td', {}, text);
  const rows = (facts().users ?? []).map((user) =>
    el(
      'tr',
      {},
      el('td', { class: 'mono' }, user.username),
      cell(user.displayName),
      cell(user.roles.map((role) => words.get(role) ?? role).join(i18n.t('list.comma'))),
      el('td', { class: 'mono' }, user.scope),
    ),
  );
  const head = ['username', 'displayName', 'roles', 'scope'].map((name) => el('th', {}, i18n.t(`setup.user.${name}`)));
  return el('table', { class: 'grid-table' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}
