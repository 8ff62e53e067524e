import { el } from '../dom/el.js';

/**
 * The top line of a page beside the console: where and what, the way back, who works here.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, title: string, home: string, synthetic: boolean, session: object,
 *   cut: HTMLElement, on: {password: () => void, language: () => void, theme: () => void, signOut: () => void}}} context
 *   home: the words of the way to the console; cut: where a cut is told
 * @param {...Node} more what the page has of its own, before the person
 * @returns {HTMLElement}
 */
export function pageHead({ i18n, title, home, synthetic, session, cut, on }, ...more) {
  const button = (key, click) => el('button', { class: 'button plain', type: 'button', on: { click } }, i18n.t(key));
  return el(
    'header',
    { class: 'page-head' },
    el('h1', {}, title),
    synthetic && el('span', { class: 'mark' }, i18n.t('synthetic')),
    cut,
    el('a', { class: 'page-home', href: '/' }, home),
    ...more,
    el('span', { class: 'quiet' }, session.displayName ?? session.username),
    button('password.open', on.password),
    button('language.other', on.language),
    button('theme.other', on.theme),
    button('session.signOut', on.signOut),
  );
}
