import { countdown, isOverdue, timeLeft } from '../state/clocks.js';
import { capital, spanWords } from '../i18n/words.js';

/**
 * Names of codes in the reader's language.
 *
 * @param {object} codes /api/codes
 * @param {import("../i18n/i18n.js").I18n} i18n
 */
export function createNames(codes, i18n) {
  const index = (list) => new Map((list ?? []).map((entry) => [entry.code ?? entry.action ?? entry.id, entry]));
  const lists = {
    kind: index(codes.kinds),
    category: index(codes.disputeCategories),
    source: index(codes.sources),
    scale: index(codes.scales),
    level: index(codes.levels),
    status: index(codes.statuses),
    reason: index(codes.reasons),
    role: index(codes.roles),
    move: index(codes.moves),
    unit: index(codes.units),
    partySide: index(codes.partySides),
    idKind: index(codes.idKinds),
    riskCategory: index(codes.riskCategories),
  };
  const name = (list) => (code) =>
    code === null || code === undefined ? '—' : i18n.name(lists[list].get(code)) || String(code);
  return Object.freeze(
    Object.fromEntries(Object.keys(lists).map((list) => [list, (code) => capital(name(list)(code))])),
  );
}

/**
 * @param {import("../i18n/i18n.js").I18n} i18n
 * @param {import("../state/incidents.js").Incident} incident
 * @param {number} now
 * @returns {string} the clock of a card in words, or a sentence why there is none
 */
export function clockSentence(i18n, incident, now) {
  const left = timeLeft(incident, now);
  if (left === null) {
    return '';
  }
  if (incident.paused) {
    return i18n.t('clock.paused');
  }
  if (isOverdue(incident, now)) {
    return i18n.t('clock.overdue', { span: spanWords(i18n, -left / 1000) });
  }
  const time = left > 86_400_000 ? spanWords(i18n, left / 1000) : countdown(left);
  return incident.limitSeconds
    ? i18n.t('clock.leftOf', { time, limit: spanWords(i18n, incident.limitSeconds) })
    : i18n.t('clock.left', { time });
}

/** @param {object} incident @returns {string} letters for what stands beside the state */
export function flagLetters(incident) {
  return [
    incident.paused ? '‖' : '',
    incident.extended ? '+' : '',
    incident.escalation > 0 ? `↑${incident.escalation}` : '',
    incident.reopens > 0 ? `↺${incident.reopens}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** @param {import("../i18n/i18n.js").I18n} i18n @param {object} incident @returns {string} the same in words */
export function flagWords(i18n, incident) {
  const words = [
    incident.paused && i18n.t('flag.paused'),
    incident.extended && i18n.t('flag.extended'),
    incident.escalation > 0 && i18n.t('flag.escalated', { n: incident.escalation }),
    incident.returns > 0 && i18n.t('flag.returned', { n: incident.returns }),
    incident.reopens > 0 && i18n.t('flag.reopened', { n: incident.reopens }),
    incident.unreached > 0 && i18n.t('flag.unreached', { n: incident.unreached }),
  ];
  return words.filter(Boolean).join(i18n.t('list.comma'));
}

/**
 * What to say when a call failed: what the server said, or that it said nothing; always that the text is kept.
 *
 * @param {import("../i18n/i18n.js").I18n} i18n
 * @param {import("../net/problem.js").Problem} problem
 * @param {string} act the verb that did not happen
 */
export function problemSentence(i18n, problem, act) {
  if (problem.kind === 'silent') {
    return i18n.t('problem.silent', { act, code: problem.code });
  }
  if (problem.status === 403) {
    return problem.detail || i18n.t('problem.forbidden', { act });
  }
  return i18n.t('problem.refused', { act, detail: problem.detail || problem.code });
}
