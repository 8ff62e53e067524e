import { el, fill } from '../dom/el.js';
import { clockWords, momentWords, spanWords } from '../i18n/words.js';
import { retryNotice } from './listFrame.js';

/**
 * What the last session of a camera tells, step by step, and what the last look at its picture found.
 *
 * @param {object} context of the panel
 */
export function createDiagnosisPanel(context) {
  const { i18n } = context;
  const session = el('div', { class: 'stack' });
  const health = el('div', { class: 'stack' });
  const panel = { context, session, health, over: false };
  const again = el(
    'button',
    { class: 'button', type: 'button', on: { click: () => read(panel) } },
    i18n.t('camAdmin.diagnosis.again'),
  );
  return Object.freeze({
    element: el(
      'div',
      { class: 'stack' },
      el('h3', {}, i18n.t('camAdmin.diagnosis.session')),
      session,
      el('h3', {}, i18n.t('camAdmin.diagnosis.picture')),
      health,
      el('div', {}, again),
    ),
    start: () => read(panel),
    destroy: () => void (panel.over = true),
  });
}

async function read(panel) {
  const { context, session, health } = panel;
  const { room, details } = context;
  await Promise.all([
    show(panel, session, room.diagnosis(details.id), sessionWords),
    show(panel, health, room.health(details.id), healthWords),
  ]);
}

async function show(panel, part, asked, words) {
  const { i18n } = panel.context;
  try {
    const found = await asked;
    if (!panel.over) fill(part, ...words(panel.context, found));
  } catch (problem) {
    if (!panel.over) fill(part, retryNotice(i18n, problem, () => read(panel)));
  }
}

function sessionWords({ i18n, now }, { steps, advice, cause, notes = [] }) {
  if (steps.length === 0) return [el('p', { class: 'quiet' }, i18n.t('camAdmin.diagnosis.none'))];
  const line = ({ step, at, ok }) =>
    el(
      'li',
      { class: ok ? null : 'failed' },
      el('span', { class: 'mono' }, clockWords(Date.parse(at))),
      el('span', {}, i18n.t(ok ? `camAdmin.step.${step}` : `step.${step}`)),
      el('strong', {}, i18n.t(ok ? 'camAdmin.diagnosis.ok' : 'camAdmin.diagnosis.failed')),
    );
  const began = momentWords(i18n, Date.parse(steps[0].at), now());
  return [
    el('p', { class: 'caption' }, i18n.t('camAdmin.diagnosis.began', { time: began })),
    el('ol', { class: 'admin-steps' }, ...steps.map(line)),
    advice && el('p', { class: 'notice fault' }, i18n.name(advice)),
    cause && el('p', { class: 'caption mono' }, cause),
    ...notes.map((note) => el('p', { class: 'caption' }, note)),
  ];
}

function healthWords({ i18n, now }, { checkedAt, picturedAt, fault, since, incidentId, clockDriftSeconds }) {
  if (!checkedAt && !fault) return [el('p', { class: 'quiet' }, i18n.t('camAdmin.diagnosis.unchecked'))];
  const time = (at) => momentWords(i18n, Date.parse(at), now());
  const told = (key, at) => at && el('p', { class: 'caption' }, i18n.t(key, { time: time(at) }));
  const drift = typeof clockDriftSeconds === 'number' && spanWords(i18n, Math.abs(clockDriftSeconds));
  const found = fault && { fault: i18n.t(`camAdmin.fault.${fault}`), time: time(since) };
  return [
    el('p', {}, found ? i18n.t('camAdmin.diagnosis.found', found) : i18n.t('camAdmin.diagnosis.good')),
    told('camAdmin.diagnosis.checked', checkedAt),
    told('camAdmin.diagnosis.pictured', picturedAt),
    drift && el('p', { class: 'caption' }, i18n.t('camAdmin.diagnosis.drift', { span: drift })),
    incidentId &&
      el('p', {}, el('a', { href: `/?sel=i:${encodeURIComponent(incidentId)}` }, i18n.t('camAdmin.openIncident'))),
  ];
}
