import { el } from '../dom/el.js';

/**
 * Place, person, language, duty. Hidden in a county app, which has a head of its own; language and sign-out stay at the
 * foot of the page there.
 *
 * @param {{i18n: object, place: object, session: object, on: object}} desk
 * @returns {HTMLElement}
 */
export function createHead({ i18n, place, session, on, duty }) {
  const button = (key, click) => el('button', { class: 'button field-menu-item', type: 'button', on: { click } }, i18n.t(key));
  return el(
    'header',
    { class: 'field-head' },
    el('h1', {}, place.name ?? 'GridSight'),
    place.synthetic && el('span', { class: 'mark' }, i18n.t('synthetic')),
    el(
      'details',
      { class: 'field-menu' },
      el('summary', { class: 'button' }, i18n.t('field.me')),
      el(
        'div',
        { class: 'field-menu-body floating stack' },
        el('p', {}, session.displayName ?? session.username),
        duty.element,
        button('language.switch', on.language),
        button('session.signOut', on.signOut),
        el('p', { class: 'caption' }, i18n.t('field.signOutKeeps')),
      ),
    ),
  );
}
