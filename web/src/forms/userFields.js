import { checksField, textField } from './fields.js';
import { roleOptions } from './roles.js';

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
 * @returns {import('./fields.js').Field[]} of a new account
 */
export function userFields({ i18n, codes, facts }) {
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
    checksField({ name: 'roles', label: i18n.t('setup.user.roles'), options: roleOptions(i18n, codes) }),
  ];
}
