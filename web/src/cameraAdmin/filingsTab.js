import { el, fill } from '../dom/el.js';
import { isoDay } from '../i18n/words.js';
import { mayManage } from '../state/cameraAdminUrl.js';
import { FILING_STATES, filingCounts, shownFilings } from '../state/filings.js';
import { createFilingPanel } from './filingPanel.js';
import { createListFrame, filterChips, listRow, retryNotice, searchBox } from './listFrame.js';

const COLUMNS = ['name', 'filingState', 'daysLeft', 'dueOn', 'filedOn', 'filingNumber', 'policeOffice'];

/**
 * The filing register: which camera has to be filed with the police, until when, and what was filed.
 *
 * @param {object} context of the page, with `view` and `go`
 */
export function createFilingsTab(context) {
  const { i18n, go } = context;
  const search = searchBox({
    i18n,
    label: 'camAdmin.searchFiling',
    value: context.view.q,
    onInput: (q) => go({ q }, 'replace'),
  });
  const download = el(
    'a',
    { class: 'button', href: '/api/cameras/filings/export', download: true },
    i18n.t('camAdmin.export'),
  );
  const chips = el('div', { class: 'admin-chips', role: 'group', 'aria-label': i18n.t('camAdmin.narrow') });
  const frame = createListFrame({
    i18n,
    name: 'admin-filings',
    label: i18n.t('camAdmin.tab.filings'),
    columns: COLUMNS.map((name) => i18n.t(`camAdmin.column.${name}`)),
    tools: [search, download, chips],
    above: [el('p', { class: 'quiet' }, i18n.t('camAdmin.filing.law'))],
  });
  const tab = { context, frame, chips, search, view: context.view, filings: null, shownId: undefined, over: false };
  read(tab);
  return Object.freeze({
    element: frame.element,
    show(view) {
      tab.view = view;
      if (search.value !== view.q) search.value = view.q;
      draw(tab);
    },
    reached: () => read(tab),
    destroy: () => void (tab.over = true),
  });
}

async function read(tab, said = '') {
  const { context, frame } = tab;
  try {
    tab.filings = await context.room.filings();
    if (tab.over) return;
    if (said) tab.shownId = undefined;
    draw(tab, said);
  } catch (problem) {
    if (!tab.over) fill(frame.side, retryNotice(context.i18n, problem, () => read(tab)));
  }
}

function draw(tab, said = '') {
  const { context, frame, chips, view, filings } = tab;
  if (filings === null) return;
  const { i18n, go } = context;
  const counts = filingCounts(filings);
  const options = FILING_STATES.map((state) => [state, i18n.t(`camAdmin.filing.${state}`), counts[state]]);
  const focused = chips.contains(document.activeElement) ? [...chips.children].indexOf(document.activeElement) : -1;
  fill(chips, ...filterChips(options, view.show, (show) => go({ show }, 'replace')));
  chips.children[focused]?.focus();
  const shown = shownFilings(filings, view);
  const words = shown.length === filings.length ? 'camAdmin.count' : 'camAdmin.countOf';
  frame.show(shown, (filing) => row(tab, filing), i18n.t(words, { n: shown.length, all: filings.length }));
  if (tab.shownId !== view.id) showPanel(tab, said);
}

function row(tab, filing) {
  const { i18n, go } = tab.context;
  const { cameraId, name, state, daysLeft, dueOn, filedOn, filingNumber, policeOffice } = filing;
  const onOpen = () => {
    go({ id: cameraId });
    tab.frame.enterSide();
  };
  return listRow({
    current: cameraId === tab.view.id,
    title: name || cameraId,
    onOpen,
    cells: [
      ['name', null],
      ['state', i18n.t(`camAdmin.filing.${state}`)],
      ['days', daysWords(i18n, state, daysLeft)],
      ['due', dueOn ?? '—'],
      ['filed', filedOn ?? '—'],
      ['number-of', filingNumber ?? '—'],
      ['office', policeOffice ?? '—'],
    ],
  });
}

function daysWords(i18n, state, daysLeft) {
  if (state === 'FILED' || daysLeft === null || daysLeft === undefined) return '—';
  if (daysLeft < 0) return i18n.t('camAdmin.filing.overdueBy', { n: -daysLeft });
  return i18n.t('camAdmin.filing.left', { n: daysLeft });
}

function showPanel(tab, said) {
  const { context, frame, view, filings } = tab;
  const { i18n, session, now } = context;
  tab.shownId = view.id;
  const filing = filings.find((one) => one.cameraId === view.id);
  if (!filing) {
    const words = mayManage(session) ? 'camAdmin.filing.choose' : 'camAdmin.filing.chooseOnly';
    fill(frame.side, el('p', { class: 'quiet' }, i18n.t(words)));
    return;
  }
  const today = isoDay(new Date(now()));
  const saved = (words) => read(tab, words);
  fill(frame.side, createFilingPanel({ ...context, filing, today, said, saved, may: mayManage(session) }));
  if (said) frame.enterSide();
}
