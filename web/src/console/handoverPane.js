import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { shortNumber } from '../state/incidents.js';
import { handover } from '../state/handover.js';
import { minutesUnanswered } from '../state/unanswered.js';
import { cardTop } from './cardTop.js';
import { deskTable } from './deskTimes.js';
import { createHandoverNote } from './handoverNote.js';
import { clockText } from './queueRow.js';

const MOST = 30;

/**
 * The sheet that one shift gives the next: what is open, what waits, what is out of order, how the desk did, and the notes.
 * It stands as of the moment it was opened; printed, it follows the list on a page of its own.
 *
 * @param {{i18n: object, names: object, now: () => number, session: object, place: object, world: object, cameras: object,
 *   desk: object, drafts: object, dispatch: object, print: () => void, onClose: () => void}} context
 */
export function createHandoverPane(context) {
  const { i18n, now, session, place } = context;
  const title = el('h2', { tabindex: '-1', class: 'card-title' }, i18n.t('handover.title', { place: place.name }));
  const note = createHandoverNote(context);
  const body = el('div', { class: 'stack' });
  fill(body, ...sections(context));
  const by = session.displayName || session.username;
  const element = el(
    'article',
    { class: 'card-body handover stack' },
    cardTop(i18n, title, context.onClose),
    el(
      'p',
      { class: 'quiet' },
      i18n.t('handover.asOf', { time: momentWords(i18n, now(), now()), name: by }),
      ' ',
      place.synthetic && el('span', { class: 'mark' }, i18n.t('synthetic')),
    ),
    note.element,
    body,
    el(
      'div',
      { class: 'form-acts' },
      el('button', { class: 'button primary', type: 'button', on: { click: context.print } }, i18n.t('handover.print')),
    ),
  );
  return Object.freeze({ element, focus: () => title.focus() });
}

function sections(context) {
  const { i18n, now, world, cameras, desk } = context;
  const found = handover({
    incidents: world.incidents.get().byId,
    tasks: world.tasks.get().byId.values(),
    cameras: cameras.get(),
    now: now(),
  });
  const ofCases = (name) => section(i18n, name, found[name], (incident) => caseWords(context, incident));
  return [
    ofCases('red'),
    ofCases('overdue'),
    section(i18n, 'unanswered', found.unanswered, ({ order, incident }) =>
      i18n.t('handover.noAnswer', {
        number: shortNumber(incident),
        worker: order.workerId,
        n: minutesUnanswered(order, now()),
      }),
    ),
    ofCases('paused'),
    ofCases('open'),
    section(i18n, 'cameras', found.cameras, (camera) => camera.name ?? camera.id),
    el('section', { class: 'desk-times-body' }, el('h3', {}, i18n.t('handover.desk')), ...deskTable(i18n, desk.get())),
  ];
}

function caseWords({ i18n, names, now }, incident) {
  return [
    `${shortNumber(incident)} ${incident.title}`,
    incident.level && names.level(incident.level),
    names.status(incident.status),
    incident.gridName,
    clockText(i18n, incident, now()),
  ]
    .filter(Boolean)
    .join(i18n.t('list.comma'));
}

function section(i18n, name, items, words) {
  const rest = items.length - MOST;
  return el(
    'section',
    {},
    el('h3', {}, i18n.t(`handover.${name}`, { n: items.length })),
    items.length === 0 && el('p', { class: 'quiet' }, i18n.t('handover.none')),
    el('ul', { class: 'plain-list' }, ...items.slice(0, MOST).map((item) => el('li', {}, words(item)))),
    rest > 0 && el('p', { class: 'caption' }, i18n.t('handover.rest', { n: rest })),
  );
}
