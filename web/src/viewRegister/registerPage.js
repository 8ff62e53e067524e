import { problemSentence } from '../console/words.js';
import { el, fill } from '../dom/el.js';
import { pageHead } from '../session/pageHead.js';
import { askedOf, isInOrder, readRegister, writeRegister } from '../state/registerQuery.js';
import { registerForm } from './registerForm.js';
import { registerRow } from './registerRow.js';

const COLUMNS = Object.freeze(['camera', 'since', 'until', 'person', 'purpose', 'why', 'what']);

/**
 * The view register for those who watch the watchers; reading it leaves a record too.
 *
 * @param {HTMLElement} host
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, place: object, now: () => number, on: object,
 *   room: ReturnType<typeof import('../rooms/viewRegister.js').createViewRegisterRoom>}} context
 */
export function createRegisterPage(host, context) {
  const { i18n, place } = context;
  const page = { context, query: readRegister(location.search), items: [], next: null, run: 0 };
  page.parts = pageParts(i18n);
  page.form = registerForm({ i18n, query: page.query, onSearch: (query) => search(page, query) });
  const { parts } = page;
  const words = { title: i18n.t('views.title'), home: i18n.t('views.home'), synthetic: place.synthetic };
  const main = el(
    'main',
    { class: 'admin-list register-body' },
    el('p', { class: 'quiet' }, i18n.t('views.law')),
    page.form.element,
    el('div', { class: 'admin-tools' }, parts.count, el('span', { class: 'spring' }), parts.file),
    parts.scroll,
  );
  fill(host, el('div', { class: 'page register-page' }, pageHead({ ...context, ...words }), main));
  parts.more.addEventListener('click', () => read(page, page.next));
  showFile(page);
  read(page, null);
  return Object.freeze({ destroy: () => (page.run += 1) });
}

function pageParts(i18n) {
  const rows = el('tbody', { role: 'rowgroup' });
  const head = COLUMNS.map((key) => el('th', { scope: 'col', role: 'columnheader' }, i18n.t(`views.column.${key}`)));
  const table = el(
    'table',
    { class: 'grid-table admin-table register-table', role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
    rows,
  );
  const count = el('p', { class: 'caption', role: 'status' });
  const more = el('button', { class: 'button', type: 'button', hidden: true }, i18n.t('views.more'));
  const file = el('a', { class: 'button', download: true }, i18n.t('views.export'));
  const look = { class: 'admin-scroll', tabindex: '0', role: 'region', 'aria-label': i18n.t('views.list'), hidden: true };
  return { rows, count, more, file, scroll: el('div', look, table, more) };
}

function search(page, query) {
  const { i18n } = page.context;
  page.form.fault(isInOrder(query) ? null : i18n.t('views.order'));
  if (!isInOrder(query)) return;
  page.query = query;
  history.replaceState(null, '', location.pathname + writeRegister(query));
  showFile(page);
  read(page, null);
}

function showFile({ context, parts, query }) {
  parts.file.setAttribute('href', context.room.fileOf(askedOf(query)));
}

async function read(page, cursor) {
  const { context, parts } = page;
  const { i18n } = context;
  const asked = askedOf(page.query);
  if (cursor) asked.set('cursor', cursor);
  const run = (page.run += 1);
  try {
    const { items, next } = await context.room.list(asked);
    if (run !== page.run) return;
    Object.assign(page, { items: cursor ? [...page.items, ...items] : items, next });
    draw(page);
  } catch (problem) {
    if (run === page.run) parts.count.textContent = problemSentence(i18n, problem, i18n.t('views.list'));
  }
}

function draw({ context, parts, query, items, next }) {
  const { i18n } = context;
  const none = writeRegister(query) ? 'views.noneFits' : 'views.none';
  const words = items.length === 0 ? i18n.t(none) : i18n.t(next ? 'views.countMore' : 'views.count', { n: items.length });
  parts.count.textContent = words;
  parts.scroll.hidden = items.length === 0;
  fill(parts.rows, ...items.map((view) => registerRow({ ...context, view })));
  parts.more.hidden = next === null;
}
