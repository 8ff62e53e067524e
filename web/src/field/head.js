import { closeOutside } from '../dom/closeOutside.js';
import { el } from '../dom/el.js';

/**
 * Place, person, language, duty. Hidden in a county app, which has a head of its own; language and sign-out stay at the
 * foot of the page there.
 *
 * @param {{i18n: object, place: object, session: object, duty: object, on: object}} desk
 * @returns {{element: HTMLElement, destroy: () => void}}
 */
export function createHead({ i18n, place, session, on, duty }) {
  const button = (key, click) => el('button', { class: 'button field-menu-item', type: 'button', on: { click } }, i18n.t(key));
  const body = el(
    'div',
    { class: 'field-menu-body floating stack' },
    el('p', {}, session.displayName ?? session.username),
    duty.element,
    button('language.switch', on.language),
    button('session.signOut', on.signOut),
    el('p', { class: 'caption' }, i18n.t('field.signOutKeeps')),
  );
  const menu = el('details', { class: 'field-menu' }, el('summary', { class: 'button' }, i18n.t('field.me')), body);
  const mark = place.synthetic && el('span', { class: 'mark' }, i18n.t('synthetic'));
  const element = el('header', { class: 'field-head' }, el('h1', {}, place.name ?? 'GridSight'), mark, menu);
  return Object.freeze({ element, destroy: closeOutside(menu) });
}
