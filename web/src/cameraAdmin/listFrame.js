import { el, fill } from '../dom/el.js';

const STEP = 300;

/**
 * A list with its tools on the left and, beside it, what belongs to the chosen line. On a phone lines stand as blocks.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, name: string, label: string, columns: readonly string[],
 *   tools: readonly (Node|null|false)[], above?: readonly Node[]}} look name: also the class of the table
 */
export function createListFrame({ i18n, name, label, columns, tools, above = [] }) {
  const rows = el('tbody', { role: 'rowgroup' });
  const count = el('p', { class: 'caption', role: 'status' });
  const more = el('button', { class: 'button', type: 'button', hidden: true }, i18n.t('camAdmin.more'));
  const side = el('section', { class: 'admin-side', 'aria-label': i18n.t('camAdmin.chosen') });
  const head = columns.map((text) => el('th', { scope: 'col', role: 'columnheader' }, text));
  const table = el(
    'table',
    { class: `grid-table admin-table ${name}`, role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
    rows,
  );
  const list = el(
    'section',
    { class: 'admin-list', 'aria-label': label },
    ...above,
    el('div', { class: 'admin-tools' }, ...tools),
    count,
    el('div', { class: 'admin-scroll', tabindex: '0', role: 'region', 'aria-label': label }, table, more),
  );
  const frame = { limit: STEP, items: [], draw: null };
  const fillRows = () => {
    fill(rows, ...frame.items.slice(0, frame.limit).map(frame.draw));
    more.hidden = frame.items.length <= frame.limit;
  };
  more.addEventListener('click', () => {
    frame.limit += STEP;
    fillRows();
  });
  return Object.freeze({
    element: el('div', { class: 'admin-split' }, list, side),
    side,
    /** @param {readonly object[]} items @param {(item: object) => HTMLElement} draw @param {string} words above the list */
    show(items, draw, words) {
      Object.assign(frame, { items, draw });
      fillRows();
      if (count.textContent !== words) count.textContent = words;
    },
    /** A link opens a line that may lie far down. */
    revealCurrent: () => rows.querySelector('.current')?.scrollIntoView({ block: 'nearest' }),
    /** Puts somebody into what has just been opened; on a phone it lies below the list. */
    enterSide() {
      side.querySelector('h2')?.focus();
      side.scrollIntoView({ block: 'nearest' });
    },
  });
}

/**
 * @param {{current: boolean, title: string, onOpen: () => void,
 *   cells: readonly (readonly [string, string|Node|null])[]}} line the first cell opens the line; each has its class
 * @returns {HTMLElement}
 */
export function listRow({ current, title, onOpen, cells }) {
  const open = el(
    'button',
    { class: 'admin-open', type: 'button', 'aria-pressed': String(current), on: { click: onOpen } },
    title,
  );
  const [first, ...others] = cells;
  const look = ([name, what]) => (what === '—' ? `${name} unknown` : name);
  const cell = (one, ...before) => el('td', { class: look(one), role: 'cell' }, ...before, one[1]);
  return el(
    'tr',
    { class: current ? 'current' : null, role: 'row' },
    cell(first, open),
    ...others.map((one) => cell(one)),
  );
}

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, label: string, value: string, onInput: (text: string) => void}} look
 * @returns {HTMLInputElement}
 */
export function searchBox({ i18n, label, value, onInput }) {
  const text = i18n.t(label);
  const box = el(
    'input',
    { class: 'input', type: 'search', value, placeholder: text, 'aria-label': text, autocomplete: 'off' },
  );
  box.addEventListener('input', () => onInput(box.value));
  return box;
}

/**
 * @param {readonly (readonly [string, string, number])[]} options key, words and how many; those of none are left out
 * @param {string|null} chosen
 * @param {(key: string|null) => void} onChoose null: no narrowing
 * @returns {HTMLElement[]} one chip each
 */
export function filterChips(options, chosen, onChoose) {
  return options
    .filter(([key, , count]) => count > 0 || key === chosen)
    .map(([key, words, count]) => {
      const click = () => onChoose(key === chosen ? null : key);
      const props = { class: 'chip', type: 'button', 'aria-pressed': String(key === chosen), on: { click } };
      return el('button', props, words, el('span', { class: 'admin-count' }, String(count)));
    });
}

/** @param {import('../i18n/i18n.js').I18n} i18n @param {object} problem @returns {string} why a list or figure is not there */
export function whyNot(i18n, problem) {
  return problem.kind === 'silent' || !problem.detail ? i18n.t('camAdmin.noAnswer') : problem.detail;
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {object} problem
 * @param {() => void} retry
 * @returns {HTMLElement}
 */
export function retryNotice(i18n, problem, retry) {
  const again = el('button', { class: 'button', type: 'button', on: { click: retry } }, i18n.t('retry'));
  return el(
    'div',
    { class: 'notice fault stack', role: 'alert' },
    el('p', {}, whyNot(i18n, problem)),
    el('div', {}, again),
  );
}
