import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';

/**
 * The program tokens of an account, each with a button that withdraws it. It fills itself.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, account: import('../rooms/accounts.js').Account}} context
 * @returns {HTMLElement}
 */
export function tokenList(context) {
  const wait = el('p', { class: 'quiet' }, context.i18n.t('form.working'));
  const element = el('div', { class: 'stack', role: 'status' }, wait);
  read(context, element);
  return element;
}

async function read(context, element) {
  const { i18n, room, account } = context;
  try {
    const tokens = await room.tokens(account);
    const empty = el('p', { class: 'quiet' }, i18n.t('accounts.noTokens'));
    fill(element, tokens.length === 0 ? empty : table(context, element, tokens));
  } catch (problem) {
    fill(element, el('p', { class: 'notice fault', role: 'alert' }, problem.detail || i18n.t('form.silent')));
  }
}

function table(context, element, tokens) {
  const { i18n } = context;
  const columns = ['name', 'expires', 'lastUsed', 'withdraw'];
  const head = columns.map((key) => el('th', { scope: 'col' }, i18n.t(`accounts.token.${key}`)));
  return el(
    'div',
    { class: 'scroll', tabindex: '0' },
    el(
      'table',
      { class: 'grid-table' },
      el('thead', {}, el('tr', {}, ...head)),
      el('tbody', {}, ...tokens.map((token) => row(context, element, token))),
    ),
  );
}

function row(context, element, token) {
  const { i18n, room } = context;
  const time = (at) => (at ? momentWords(i18n, Date.parse(at), Date.now()) : '—');
  const withdraw = async () => {
    await room.withdrawToken(token.id).catch(() => {});
    await read(context, element);
  };
  const label = i18n.t('accounts.token.withdrawOne', { name: token.name });
  const button = el('button', { class: 'button', type: 'button', 'aria-label': label, on: { click: withdraw } });
  button.textContent = i18n.t('accounts.token.withdraw');
  const cells = [token.name, time(token.expires), time(token.lastUsed), button];
  return el('tr', {}, ...cells.map((cell) => el('td', {}, cell)));
}
