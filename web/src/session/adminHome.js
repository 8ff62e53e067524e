import { el, fill } from '../dom/el.js';

/** What each administrator can do in the browser; the duty console is for those who work on incidents. */
const WORK = Object.freeze({
  SYSTEM_ADMIN: [
    { href: '/accounts', key: 'admin.accounts' },
    { href: '/setup', key: 'menu.setup' },
  ],
  SECURITY_ADMIN: [
    { href: '/accounts', key: 'admin.rights' },
    { href: '/view-register', key: 'admin.views' },
  ],
  AUDIT_ADMIN: [
    { href: '/api/audit/export', key: 'admin.export', download: true },
    { href: '/view-register', key: 'admin.views' },
    { href: '/cameras/admin', key: 'admin.filings' },
  ],
});

/** @param {{roles: string[]}} session @returns {boolean} the three administrators hold no other role */
export function isAdministrator({ roles }) {
  return roles.length > 0 && roles.every((role) => role in WORK);
}

/**
 * What `/` shows an administrator instead of the console.
 *
 * @param {HTMLElement} host
 * @param {{i18n: import('../i18n/i18n.js').I18n, about: {name?: string, synthetic?: boolean}, session: object,
 *   on: {password: () => void, language: () => void, signOut: () => void}}} context
 */
export function showAdminHome(host, { i18n, about, session, on }) {
  const role = session.roles[0];
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  const links = WORK[role].map(({ href, key, download }) =>
    el('li', {}, el('a', { class: 'button', href, download: download ?? null }, i18n.t(key))),
  );
  const element = el(
    'main',
    { class: 'signin panel stack admin-home' },
    el('h1', {}, about.name ? i18n.t('session.title', { place: about.name }) : 'GridSight'),
    about.synthetic && el('p', {}, el('span', { class: 'mark' }, i18n.t('synthetic'))),
    el('p', { class: 'quiet' }, session.displayName || session.username),
    el('p', {}, i18n.t(`admin.why.${role}`)),
    el('ul', { class: 'stack' }, ...links),
    el(
      'div',
      { class: 'dialog-acts' },
      button('password.open', on.password),
      button('language.switch', on.language),
      button('session.signOut', on.signOut),
    ),
  );
  fill(host, element);
  return Object.freeze({ destroy: () => element.remove() });
}
