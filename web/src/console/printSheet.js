import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { levelShape } from '../map/symbols.js';
import { shortNumber } from '../state/incidents.js';
import { clockText } from './queueRow.js';

const MOST = 500;

/**
 * The list on paper. It is made when somebody prints and gone afterwards, because the list on the screen holds only the
 * rows in sight. An open card follows it on a page of its own.
 *
 * @param {{i18n: object, names: object, place: object, session: object, queue: object, filter: object,
 *   now: () => number, window: Window}} context
 */
export function createPrintSheet(context) {
  const undo = disposer();
  const element = el('section', { class: 'print-sheet' });
  undo.listen(context.window, 'beforeprint', () => fill(element, ...sheet(context)));
  undo.listen(context.window, 'afterprint', () => fill(element));
  return Object.freeze({ element, destroy: undo.destroy });
}

function sheet(context) {
  const { i18n, place, session, queue, now } = context;
  const { rows } = queue.get();
  const shown = rows.slice(0, MOST);
  const by = session.displayName || session.username;
  const day = new Date(now()).toLocaleDateString('sv');
  const asOf = `${day} ${new Date(now()).toTimeString().slice(0, 8)}`;
  const head = ['number', 'level', 'kind', 'title', 'grid', 'status', 'occurred', 'clock'];
  return [
    el(
      'h1',
      {},
      i18n.t('print.title', { place: place.name }),
      place.synthetic && el('span', { class: 'mark' }, i18n.t('synthetic')),
    ),
    el('p', {}, i18n.t('print.filter', { filter: filterWords(context) })),
    el('p', {}, i18n.t('print.asOf', { time: asOf, name: by, n: rows.length })),
    shown.length < rows.length && el('p', {}, i18n.t('print.first', { n: MOST })),
    el(
      'table',
      { class: 'grid-table' },
      el('thead', {}, el('tr', {}, ...head.map((name) => el('th', {}, i18n.t(`print.col.${name}`))))),
      el('tbody', {}, ...shown.map((incident) => row(context, incident))),
    ),
  ];
}

function row({ i18n, names, now }, incident) {
  const level = incident.level && [levelShape(incident.level, { size: 14, language: i18n.lang }), names.level(incident.level)];
  const cells = [
    shortNumber(incident),
    level || '',
    names.kind(incident.kind),
    incident.title,
    incident.gridName ?? i18n.t('incident.noGrid'),
    names.status(incident.status),
    momentWords(i18n, incident.occurred, now()),
    clockText(i18n, incident, now()),
  ];
  return el('tr', {}, ...cells.map((cell) => el('td', {}, cell)));
}

function filterWords({ i18n, names, filter }) {
  const now = filter.get();
  const words = [
    ...now.groups.map((group) => i18n.t(`group.${group}`)),
    ...now.levels.map(names.level),
    ...now.kinds.map(names.kind),
    now.category,
    now.grid,
    now.overdue && i18n.t('filter.overdue'),
    now.mine && i18n.t('filter.mine'),
    now.text && `“${now.text}”`,
    now.from && `${now.from} –`,
    now.to && `– ${now.to}`,
  ];
  return words.filter(Boolean).join(i18n.t('list.comma'));
}
