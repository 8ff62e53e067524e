import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { clockWords, momentWords } from '../i18n/words.js';
import { writeAdmin } from '../state/cameraAdminUrl.js';
import { percentWords, rateState, sortedFaults } from '../state/healthFigures.js';
import { retryNotice } from './listFrame.js';

const READ_EVERY_MS = 30_000;

/**
 * How many cameras answer and give a good picture, against what is wanted, and what is wrong since when.
 *
 * @param {object} context of the page
 */
export function createHealthTab(context) {
  const undo = disposer();
  const element = el('div', { class: 'admin-health stack' });
  const tab = { context, element, over: false };
  undo.every(READ_EVERY_MS, () => !document.hidden && read(tab));
  undo.add(() => (tab.over = true));
  read(tab);
  return Object.freeze({ element, show() {}, reached: () => read(tab), destroy: undo.destroy });
}

async function read(tab) {
  const { context, element } = tab;
  try {
    const figures = await context.room.figures();
    if (!tab.over) keepFocus(element, () => fill(element, ...figureParts(context, figures)));
  } catch (problem) {
    const shown = element.querySelector('.admin-figures');
    if (!tab.over && !shown) fill(element, retryNotice(context.i18n, problem, () => read(tab)));
  }
}

/** Figures change in place; whoever stands on a link stays on it. */
function keepFocus(element, change) {
  const href = element.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  change();
  if (href) element.querySelector(`a[href="${CSS.escape(href)}"]`)?.focus();
}

function figureParts(context, figures) {
  const { i18n } = context;
  const faults = sortedFaults(figures.faults);
  return [
    el(
      'p',
      { class: 'caption', role: 'status' },
      i18n.t('camAdmin.asOf', { time: clockWords(Date.parse(figures.asOf)) }),
    ),
    el(
      'ul',
      { class: 'admin-figures' },
      ...rateCards(context, figures),
      ...countCards(context, figures, faults.length),
    ),
    el('h2', {}, i18n.t('camAdmin.health.list')),
    faults.length === 0
      ? el('p', { class: 'quiet' }, i18n.t('camAdmin.health.noFaults'))
      : faultTable(context, faults),
  ];
}

/** Each figure with what it is a share of, and how that stands to what is wanted. */
function rateCards(context, { cameras, online, onlineRate, good, goodRate, unchecked = 0, targets, neverSeen }) {
  const { i18n } = context;
  const against = (rate, target) =>
    i18n.t(`camAdmin.health.${rateState(rate, target)}`, { target: percentWords(target) });
  const share = (n, all) => i18n.t('camAdmin.health.of', { n, all });
  const waiting = unchecked > 0 && i18n.t('camAdmin.health.unchecked', { n: unchecked });
  return [
    card(context, 'online', percentWords(onlineRate), 'OFFLINE', [
      share(online, cameras - neverSeen),
      against(onlineRate, targets.online),
    ]),
    card(context, 'good', percentWords(goodRate), 'FAULT', [
      share(good, online - unchecked),
      against(goodRate, targets.good),
      waiting,
    ]),
  ];
}

function countCards(context, { neverSeen }, faults) {
  const count = (n) => context.i18n.t('camAdmin.number', { n });
  const words = (key) => [context.i18n.t(key)];
  return [
    card(context, 'never', count(neverSeen), 'NEVER_CONNECTED', words('camAdmin.health.neverWhy')),
    card(context, 'faults', count(faults), 'FAULT', words('camAdmin.health.faultsWhy')),
  ];
}

/** Every figure opens its list, for those who have that list. */
function card({ i18n, tabs }, key, value, show, lines) {
  const href = tabs.includes('cameras') ? writeAdmin({ tab: 'cameras', show }) : null;
  return el(
    'li',
    { class: 'admin-figure' },
    el('span', { class: 'quiet' }, i18n.t(`camAdmin.health.${key}`)),
    href ? el('a', { class: 'figure', href }, value) : el('span', { class: 'figure' }, value),
    ...lines.filter(Boolean).map((line) => el('span', { class: 'caption' }, line)),
  );
}

function faultTable({ i18n, tabs, now }, faults) {
  const columns = ['name', 'fault', 'since', 'incident'];
  const head = columns.map((key) => el('th', { scope: 'col', role: 'columnheader' }, i18n.t(`camAdmin.column.${key}`)));
  const cell = (look, what) => el('td', { class: look, role: 'cell' }, what);
  const row = ({ cameraId, name, fault, since, incidentId }) => {
    const href = writeAdmin({ id: cameraId, part: 'diagnosis' });
    const camera = tabs.includes('cameras') ? el('a', { href }, name) : name;
    const to = `/?sel=i:${encodeURIComponent(incidentId)}`;
    const incident = incidentId
      ? el('a', { href: to }, i18n.t('camAdmin.openIncident'))
      : i18n.t('camAdmin.noIncident');
    return el(
      'tr',
      { role: 'row' },
      cell('name', camera),
      cell('fault', i18n.t(`camAdmin.fault.${fault}`)),
      cell('seen', momentWords(i18n, Date.parse(since), now())),
      cell('incident', incident),
    );
  };
  return el(
    'div',
    { class: 'admin-scroll', tabindex: '0', role: 'region', 'aria-label': i18n.t('camAdmin.health.list') },
    el(
      'table',
      { class: 'grid-table admin-table admin-faults', role: 'table' },
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
      el('tbody', { role: 'rowgroup' }, ...faults.map(row)),
    ),
  );
}
