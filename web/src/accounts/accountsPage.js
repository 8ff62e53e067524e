import { el, fill } from '../dom/el.js';
import { roleWords } from '../forms/roles.js';
import { momentWords } from '../i18n/words.js';
import { pageHead } from '../session/pageHead.js';
import { accountPanel } from './accountPanel.js';
import { newAccountPanel } from './newAccountPanel.js';

/**
 * Everybody who may sign in, and beside the list what this administrator may do with the chosen one.
 *
 * @param {HTMLElement} host
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, codes: object, place: object,
 *   accounts: import('../rooms/accounts.js').Account[], room: ReturnType<typeof
 *   import('../rooms/accounts.js').createAccountsRoom>, on: {password: () => void, language: () => void,
 *   theme: () => void, signOut: () => void}}} context
 */
export function createAccountsPage(host, context) {
  const { i18n, place } = context;
  const search = el('input', { class: 'input', type: 'search', 'aria-label': i18n.t('accounts.search') });
  search.placeholder = i18n.t('accounts.search');
  const rows = el('tbody', { role: 'rowgroup' });
  const count = el('p', { class: 'caption', role: 'status' });
  const side = el('section', { class: 'accounts-side', 'aria-label': i18n.t('accounts.chosen') });
  const page = { ...context, search, rows, count, side, chosen: null, words: roleWords(i18n, context.codes) };
  const opens = context.session.roles.includes('SYSTEM_ADMIN');
  const fresh = el('button', { class: 'button primary', type: 'button' }, i18n.t('setup.user.new'));
  fresh.addEventListener('click', () => showNew(page));
  search.addEventListener('input', () => drawRows(page));
  const columns = ['username', 'displayName', 'roles', 'scope'].map((name) => i18n.t(`setup.user.${name}`));
  // on a phone the rows stand as blocks, and blocks are no table without their roles
  const head = [...columns, i18n.t('accounts.state')].map((text) =>
    el('th', { scope: 'col', role: 'columnheader' }, text),
  );
  const top = el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head));
  const table = el('table', { class: 'grid-table', role: 'table' }, top, rows);
  const list = el(
    'section',
    { class: 'accounts-list', 'aria-label': i18n.t('accounts.title') },
    el('div', { class: 'accounts-tools' }, search, opens && fresh),
    count,
    el(
      'div',
      { class: 'accounts-scroll', tabindex: '0', role: 'region', 'aria-label': i18n.t('accounts.table') },
      table,
    ),
  );
  const words = { title: i18n.t('accounts.title'), home: i18n.t('accounts.home') };
  const line = pageHead({ ...context, ...words, synthetic: place.synthetic });
  const element = el('main', { class: 'accounts page' }, line, list, side);
  fill(host, element);
  drawRows(page);
  fill(side, el('p', { class: 'quiet' }, i18n.t(opens ? 'accounts.chooseOrNew' : 'accounts.choose')));
  return Object.freeze({ destroy: () => element.remove() });
}

function drawRows(page) {
  const { i18n, rows, count, search, accounts } = page;
  const wanted = search.value.trim().toLowerCase();
  const shown = accounts.filter((one) => `${one.username} ${one.displayName}`.toLowerCase().includes(wanted));
  fill(rows, ...shown.map((account) => row(page, account)));
  count.textContent = i18n.t('accounts.count', { n: shown.length });
}

function row(page, account) {
  const { i18n, chosen, words } = page;
  const current = account.username === chosen;
  const open = el('button', { class: 'accounts-name mono', type: 'button' }, account.username);
  open.setAttribute('aria-pressed', String(current));
  open.addEventListener('click', () => choose(page, account.username));
  const cell = (look, what) => el('td', { class: look, role: 'cell' }, what);
  return el(
    'tr',
    { class: current ? 'current' : null, role: 'row' },
    cell('name', open),
    cell('person', account.displayName),
    cell('roles', words(account.roles)),
    cell('mono scope', account.scope),
    cell('state', stateWords(i18n, account)),
  );
}

function stateWords(i18n, { disabled, lockedUntil }) {
  if (disabled) return i18n.t('accounts.disabled');
  if (!lockedUntil) return i18n.t('accounts.active');
  return i18n.t('accounts.lockedUntil', { time: momentWords(i18n, Date.parse(lockedUntil), Date.now()) });
}

function choose(page, username) {
  page.chosen = username;
  const account = page.accounts.find((one) => one.username === username);
  drawRows(page);
  const told = (said) => reread(page, said);
  fill(page.side, accountPanel({ ...page, account, stateWords: stateWords(page.i18n, account), told }));
  page.side.querySelector('h2').focus();
}

function showNew(page) {
  page.chosen = null;
  drawRows(page);
  fill(page.side, newAccountPanel({ ...page, opened: () => reread(page, null) }));
  page.side.querySelector('h2').focus();
}

/** After a change: the list anew, and what was done said beside the account as it is now. */
async function reread(page, said) {
  page.accounts = await page.room.list();
  if (said === null) drawRows(page);
  else {
    choose(page, page.chosen);
    page.side.querySelector('.said').textContent = said;
  }
}
