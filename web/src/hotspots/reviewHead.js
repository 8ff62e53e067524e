import { el } from '../dom/el.js';

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, place: object, session: object, on: {language: () => void,
 *   theme: () => void, signOut: () => void}}} context
 * @returns {HTMLElement} the page's top line: where, what, who
 */
export function pageHead({ i18n, place, session, on }) {
  const button = (key, click) => el('button', { class: 'button plain', type: 'button', on: { click } }, i18n.t(key));
  return el(
    'header',
    { class: 'review-head' },
    el('h1', {}, i18n.t('review.heading', { place: place.name })),
    place.synthetic && el('span', { class: 'mark' }, i18n.t('synthetic')),
    el('a', { class: 'review-home', href: '/' }, i18n.t('review.console')),
    el('span', { class: 'quiet' }, session.displayName ?? session.username),
    button('language.other', on.language),
    button('theme.other', on.theme),
    button('session.signOut', on.signOut),
  );
}
