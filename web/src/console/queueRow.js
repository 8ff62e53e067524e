import { agoWords, shortSpan } from '../i18n/words.js';
import { fill, el } from '../dom/el.js';
import { isOverdue, timeLeft } from '../state/clocks.js';
import { kindGlyph, levelShape, statusRing } from '../map/symbols.js';
import { shortNumber } from '../state/incidents.js';
import { flagLetters, flagWords } from './words.js';

/**
 * Draws one row of the queue: level, number, title and clock above; state, kind, grid and flags below.
 *
 * @param {{i18n: import("../i18n/i18n.js").I18n, names: object, now: () => number}} context
 * @returns {(row: HTMLElement, incident: import("../state/incidents.js").Incident) => void}
 */
export function queueRow(context) {
  return (row, incident) => {
    fill(row, topLine(context, incident), bottomLine(context, incident));
    row.setAttribute('aria-label', spoken(context, incident));
    row.title = incident.title;
  };
}

function topLine({ i18n, now }, incident) {
  return el(
    'span',
    { class: 'row-top' },
    el('span', { class: 'row-level' }, incident.level && levelShape(incident.level, { language: i18n.lang })),
    el('span', { class: 'row-number mono' }, shortNumber(incident)),
    el('span', { class: 'row-title' }, incident.title),
    clock(i18n, incident, now()),
  );
}

function clock(i18n, incident, now) {
  const over = isOverdue(incident, now);
  return el('span', { class: over ? 'row-clock over' : 'row-clock' }, clockText(i18n, incident, now));
}

function bottomLine({ i18n, names }, incident) {
  const flags = flagLetters(incident);
  return el(
    'span',
    { class: 'row-bottom' },
    el('span', { class: 'row-level' }, statusRing(incident.status)),
    el('span', { class: 'nowrap' }, names.status(incident.status)),
    el('span', { class: 'row-kind' }, kindGlyph(incident.kind, 16), names.kind(incident.kind)),
    el('span', { class: 'row-grid' }, incident.gridName ?? i18n.t('incident.noGrid')),
    flags && el('span', { class: 'row-flags', title: flagWords(i18n, incident) }, flags),
  );
}

/** @returns {string} what stands at the right end: time left, time over, or the age when no clock runs */
export function clockText(i18n, incident, now) {
  const left = timeLeft(incident, now);
  if (left === null) {
    return shortSpan(i18n, (now - incident.occurred) / 1000);
  }
  if (incident.paused) {
    return '‖';
  }
  const span = shortSpan(i18n, Math.abs(left) / 1000);
  return isOverdue(incident, now) ? i18n.t('row.overdue', { span }) : i18n.t('row.left', { span });
}

function spoken({ i18n, names, now }, incident) {
  return i18n.t('row.spoken', {
    number: shortNumber(incident),
    level: incident.level ? names.level(incident.level) : i18n.t('level.none'),
    kind: names.kind(incident.kind),
    title: incident.title,
    status: names.status(incident.status),
    grid: incident.gridName ?? i18n.t('incident.noGrid'),
    clock: clockText(i18n, incident, now()),
    ago: agoWords(i18n, incident.occurred, now()),
  });
}
