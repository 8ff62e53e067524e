import { el, fill } from '../dom/el.js';
import { roleWords } from '../forms/roles.js';
import { createStepForm } from '../forms/stepForm.js';
import { userFaults, userFields } from '../forms/userFields.js';

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

function userTable({ i18n, codes, facts }) {
  const words = roleWords(i18n, codes);
  const cell = (text) => el('td', {}, text);
  const rows = (facts().users ?? []).map((user) =>
    el(
      'tr',
      {},
      el('td', { class: 'mono' }, user.username),
      cell(user.displayName),
      cell(words(user.roles)),
      el('td', { class: 'mono' }, user.scope),
    ),
  );
  const head = ['username', 'displayName', 'roles', 'scope'].map((name) => el('th', {}, i18n.t(`setup.user.${name}`)));
  return el('table', { class: 'grid-table' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}
