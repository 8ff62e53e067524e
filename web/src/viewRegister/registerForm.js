import { el } from '../dom/el.js';
import { textField } from '../forms/fields.js';

/**
 * What narrows the register: a span of time, a person, a camera.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, query: import('../state/registerQuery.js').RegisterQuery,
 *   onSearch: (query: import('../state/registerQuery.js').RegisterQuery) => void}} context
 */
export function registerForm({ i18n, query, onSearch }) {
  const label = (name) => i18n.t(`views.field.${name}`);
  const field = (name, more) => textField({ name, label: label(name), value: query[name], ...more });
  const time = { type: 'datetime-local' };
  const fields = [field('from', time), field('to', time), field('person'), field('camera')];
  const read = () => Object.freeze(Object.fromEntries(fields.map((one) => [one.name, one.read()])));
  const clear = () => {
    fields.forEach((one) => one.set(''));
    onSearch(read());
  };
  const element = el(
    'form',
    { class: 'register-form', novalidate: true },
    ...fields.map((one) => one.element),
    el(
      'div',
      { class: 'register-acts' },
      el('button', { class: 'button primary', type: 'submit' }, i18n.t('views.search')),
      el('button', { class: 'button', type: 'button', on: { click: clear } }, i18n.t('views.clear')),
    ),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    onSearch(read());
  });
  return Object.freeze({ element, fault: (words) => fields[1].fault(words) });
}
