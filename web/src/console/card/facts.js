import { el, fill, keyCap } from '../../dom/el.js';
import { momentWords } from '../../i18n/words.js';

/**
 * What is known of the matter: text, place, people sent, times. Empty facts are left out, unknown ones say so.
 *
 * @param {{i18n: object, names: object, now: () => number, onFind: (incident: object) => void,
 *   onOpen: (id: string) => void}} context
 */
export function createFacts(context) {
  const element = el('div', { class: 'card-facts' });
  return Object.freeze({
    element,
    show(incident) {
      const rows = factRows(context, incident).filter(([, value]) => value);
      fill(
        element,
        hasText(incident) && el('p', { class: 'card-text' }, incident.description),
        flagNotes(context, incident),
        el(
          'dl',
          { class: 'facts' },
          ...rows.flatMap(([key, value]) => [el('dt', {}, context.i18n.t(key)), el('dd', {}, value)]),
        ),
      );
    },
  });
}

function factRows(context, incident) {
  const { i18n, names, now } = context;
  const moment = (iso) => iso && momentWords(i18n, Date.parse(iso), now());
  return [
    ['fact.place', placeFact(context, incident)],
    [
      'fact.grid',
      incident.gridName &&
        [incident.villageName, incident.gridName]
          .filter((name, i, all) => name && !all[i + 1]?.startsWith(name))
          .join(' '),
    ],
    ['fact.sent', sentFact(i18n, incident)],
    ['fact.dueAt', moment(incident.dueAt)],
    ['fact.occurredAt', moment(incident.occurredAt)],
    ['fact.receivedAt', moment(incident.receivedAt)],
    ['fact.source', incident.source && names.source(incident.source)],
    ['fact.category', incident.category && names.category(incident.category)],
    ['fact.scale', incident.scale && names.scale(incident.scale)],
    [
      'fact.mergedInto',
      incident.mergedInto && link(i18n.t('fact.openTarget'), () => context.onOpen(incident.mergedInto)),
    ],
    ['fact.caseCode', incident.caseCode && caseCodeFact(i18n, incident.caseCode)],
  ];
}

function placeFact({ i18n, onFind }, incident) {
  if (incident.lng === null) {
    return incident.address;
  }
  const point = `${incident.lng.toFixed(5)}, ${incident.lat.toFixed(5)}`;
  return el(
    'span',
    { class: 'place-fact' },
    incident.address && el('span', {}, incident.address),
    el('span', { class: 'mono quiet' }, point),
    el(
      'button',
      { class: 'button', type: 'button', on: { click: () => onFind(incident) } },
      i18n.t('fact.find'),
      keyCap('f'),
    ),
  );
}

function sentFact(i18n, incident) {
  const workers = incident.workers.map((worker) =>
    worker.lead ? i18n.t('fact.lead', { name: worker.name }) : worker.name,
  );
  return [incident.unitName, ...workers].filter(Boolean).join(i18n.t('list.comma'));
}

function caseCodeFact(i18n, code) {
  return el(
    'a',
    { class: 'mono', href: `/progress/${encodeURIComponent(code)}`, target: '_blank', rel: 'noopener' },
    code,
  );
}

function link(text, act) {
  return el('button', { class: 'button', type: 'button', on: { click: act } }, text);
}

function flagNotes({ i18n }, incident) {
  const flags = incident.locationFlags ?? [];
  return flags.length > 0 && el('div', { class: 'notice' }, ...flags.map((flag) => el('p', {}, flagText(i18n, flag))));
}

function flagText(i18n, flag) {
  const key = `locationFlag.${flag}`;
  const text = i18n.t(key);
  return text === key ? i18n.t('locationFlag.other', { flag }) : text;
}

/** A text that only repeats the title is not shown twice. */
function hasText({ title, description }) {
  return Boolean(description) && description !== title;
}
