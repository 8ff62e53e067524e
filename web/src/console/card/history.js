import { el } from '../../dom/el.js';
import { momentWords, spanWords } from '../../i18n/words.js';
import { statusRing } from '../../map/symbols.js';
import { createSection } from './section.js';

/** Steps that are no moves of the table. */
const OWN_WORDS = Object.freeze(['report', 'escalate', 'parties', 'note', 'decline', 'replace']);

/** What the one sent has said to an order. */
const ANSWERS = Object.freeze(['ORDER_ACCEPTED', 'ON_THE_WAY']);

function title(i18n, names, step) {
  if (ANSWERS.includes(step.event)) {
    return i18n.t(`history.${step.event}`);
  }
  return OWN_WORDS.includes(step.action) ? i18n.t(`history.${step.action}`, step.details ?? {}) : names.move(step.action);
}

/**
 * The ordered course of the matter, newest first.
 *
 * @param {{i18n: object, names: object, now: () => number}} context
 */
export function createHistory(context) {
  return createSection({
    i18n: context.i18n,
    title: context.i18n.t('history.title'),
    empty: null,
    draw: (steps) => [el('ol', { class: 'history' }, ...[...steps].reverse().map((step) => row(context, step)))],
  });
}

/** What the reporter said, or how often nobody answered. */
function outcomeWords(i18n, details) {
  const { outcome, attempt } = details ?? {};
  if (!outcome) {
    return null;
  }
  return attempt ? i18n.t('flag.unreached', { n: Number(attempt) }) : i18n.t(`outcome.${outcome}`, { n: 3 });
}

function row({ i18n, names, now }, step) {
  const who = step.actorName || step.actor;
  const left = step.clockLeftSeconds;
  const clock =
    left === null || left === undefined
      ? null
      : i18n.t(left < 0 ? 'clock.overdue' : 'history.left', { span: spanWords(i18n, Math.abs(left)) });
  const reason = step.reasonCode ? names.reason(step.reasonCode) : outcomeWords(i18n, step.details);
  return el(
    'li',
    {},
    statusRing(step.to ?? step.from ?? 'REPORTED'),
    el(
      'div',
      {},
      el(
        'p',
        {},
        el('strong', {}, title(i18n, names, step)),
        ' ',
        i18n.t('history.by', { who, time: momentWords(i18n, Date.parse(step.at), now()) }),
      ),
      (reason || step.note) &&
        el('p', { class: 'card-text' }, [reason, step.note].filter(Boolean).join(i18n.t('list.colon'))),
      clock && el('p', { class: 'caption' }, clock),
    ),
  );
}
