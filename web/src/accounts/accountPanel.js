import { el } from '../dom/el.js';
import { checksField, textField } from '../forms/fields.js';
import { roleOptions } from '../forms/roles.js';
import { createStepForm } from '../forms/stepForm.js';
import { tokenList } from './tokenList.js';

/**
 * What an administrator may do with one account: his part of it, as the separation of the three has it.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, codes: object, room: object,
 *   account: import('../rooms/accounts.js').Account, stateWords: string,
 *   told: (said: string) => Promise<void>}} context told: a change was made, this is to be said of it
 * @returns {HTMLElement}
 */
export function accountPanel(context) {
  const { i18n, session, account, stateWords } = context;
  const system = session.roles.includes('SYSTEM_ADMIN');
  const own = account.username === session.username;
  const parts = own ? [el('p', { class: 'notice' }, i18n.t('accounts.own'))] : partsOf(context, system);
  return el(
    'div',
    { class: 'stack' },
    el('h2', { tabindex: '-1' }, account.displayName),
    el('p', { class: 'quiet' }, el('span', { class: 'mono' }, account.username), ` · ${stateWords}`),
    el('p', { class: 'said', role: 'status' }),
    ...parts,
  );
}

function partsOf(context, system) {
  const { i18n } = context;
  const caption = (key) => el('p', { class: 'caption' }, i18n.t(key));
  if (system) return [nameForm(context), ableForm(context), caption('accounts.systemPart')];
  return [
    rightsForm(context),
    el('h3', {}, i18n.t('accounts.signIn')),
    passwordForm(context),
    sessionForm(context),
    el('h3', {}, i18n.t('accounts.tokens')),
    tokenList(context),
    caption('accounts.securityPart'),
  ];
}

/** One button's worth of change, with the fields it needs. */
function actForm({ i18n, told }, fields, acts) {
  const telling = (act) => ({
    ...act,
    async run(values) {
      const said = await act.run(values);
      await told(said);
      return said;
    },
  });
  return createStepForm({ i18n, fields, acts: acts.map(telling) }).element;
}

function nameForm(context) {
  const { i18n, room, account } = context;
  const name = textField({ name: 'displayName', label: i18n.t('setup.user.displayName'), value: account.displayName });
  const check = ({ displayName }) => (displayName ? {} : { displayName: i18n.t('setup.needed') });
  const run = async ({ displayName }) => {
    await room.change(account, { displayName });
    return i18n.t('accounts.saved');
  };
  return actForm(context, [name], [{ label: i18n.t('accounts.saveName'), primary: true, check, run }]);
}

function ableForm(context) {
  const { i18n, room, account } = context;
  const disabled = !account.disabled;
  const run = async () => {
    await room.change(account, { disabled });
    return i18n.t(disabled ? 'accounts.nowDisabled' : 'accounts.nowEnabled');
  };
  return actForm(context, [], [{ label: i18n.t(disabled ? 'accounts.disable' : 'accounts.enable'), run }]);
}

function rightsForm(context) {
  const { i18n, codes, room, account } = context;
  const options = roleOptions(i18n, codes);
  const roles = checksField({ name: 'roles', label: i18n.t('setup.user.roles'), options });
  roles.set(account.roles);
  const scope = textField({
    name: 'scope',
    label: i18n.t('setup.user.scope'),
    hint: i18n.t('setup.user.scopeHint'),
    value: account.scope,
  });
  // an untouched field is not sent: the first administrator has no code of an area
  const wish = (values) => ({
    ...(same(values.roles, account.roles) ? {} : { roles: values.roles }),
    ...(values.scope === account.scope ? {} : { scope: values.scope }),
  });
  const check = (values) => (values.roles.length ? {} : { roles: i18n.t('setup.user.rolesFault') });
  const run = async (values) => {
    await room.change(account, wish(values));
    return i18n.t('accounts.savedRights');
  };
  return actForm(context, [roles, scope], [{ label: i18n.t('accounts.saveRights'), primary: true, check, run }]);
}

function passwordForm(context) {
  const { i18n, room, account } = context;
  const field = textField({
    name: 'password',
    label: i18n.t('accounts.newPassword'),
    hint: i18n.t('password.rule'),
    type: 'password',
    autocomplete: 'new-password',
  });
  const check = ({ password }) => (password ? {} : { password: i18n.t('setup.needed') });
  const run = async ({ password }) => {
    await room.change(account, { password });
    return i18n.t('accounts.savedPassword');
  };
  return actForm(context, [field], [{ label: i18n.t('accounts.reset'), primary: true, check, run }]);
}

function sessionForm(context) {
  const { i18n, room, account } = context;
  const end = async () => i18n.t('accounts.ended', { n: (await room.endSessions(account)).ended });
  const unlock = async () => {
    await room.change(account, { locked: false });
    return i18n.t('accounts.unlocked');
  };
  const acts = [{ label: i18n.t('accounts.endSessions'), run: end }];
  if (account.lockedUntil) acts.unshift({ label: i18n.t('accounts.unlock'), run: unlock });
  return actForm(context, [], acts);
}

function same(a, b) {
  return [...a].sort().join() === [...b].sort().join();
}
