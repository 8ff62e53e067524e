import { el } from '../dom/el.js';
import { createStepForm } from '../forms/stepForm.js';
import { userFaults, userFields } from '../forms/userFields.js';

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, codes: object, place: object, room: object,
 *   opened: () => Promise<void>}} context
 * @returns {HTMLElement} the form of a new account; it stays open for the next one
 */
export function newAccountPanel({ i18n, codes, place, room, opened }) {
  const fields = userFields({ i18n, codes, facts: () => ({ place }) });
  const form = createStepForm({
    i18n,
    fields,
    acts: [
      {
        label: i18n.t('setup.user.create'),
        primary: true,
        check: (values) => userFaults(i18n, values),
        async run(values) {
          await room.create(values);
          fields.filter(({ name }) => name !== 'scope').forEach((field) => field.set(field.name === 'roles' ? [] : ''));
          await opened();
          return i18n.t('setup.user.done', { name: values.displayName });
        },
      },
    ],
  });
  return el(
    'div',
    { class: 'stack' },
    el('h2', { tabindex: '-1' }, i18n.t('setup.user.new')),
    el('p', { class: 'quiet' }, i18n.t('accounts.newHint')),
    form.element,
  );
}
