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
  if (step.action === 'amend') {
    return i18n.t(`history.amend.${step.event}`, { fields: fieldWords(i18n, step.details) });
  }
  return OWN_WORDS.includes(step.action) ? i18n.t(`history.${step.action}`, step.details ?? {}) : names.move(step.action);
}

function fieldWords(i18n, { changed, kept, stayed }) {
  const fields = (kept ?? changed ?? stayed ?? '').split(',').filter(Boolean);
  return fields.map((field) => i18n.t(`field.${field}`)).join(i18n.t('list.comma'));
}

/** A device's clock is told where it was off, because times that people remember will not fit. */
function deviceWords(i18n, { clockSkewSeconds, deviceTime } = {}) {
  const skew = Number(clockSkewSeconds ?? 0);
  if (skew !== 0) {
    return i18n.t(skew > 0 ? 'history.clockSlow' : 'history.clockFast', { span: spanWords(i18n, Math.abs(skew)) });
  }
  return deviceTime ? i18n.t('history.deviceTime') : null;
}

/**
 * The ordered course of the matter, newest first.
 *
 * @param {{i18n: object, names: object, now: () => number, onPhoto: (photoId: string) => void}} context A step may carry its
 *   `photos`
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

function row({ i18n, names, now, onPhoto }, step) {
  const who = step.actorName || step.actor;
  const left = step.clockLeftSeconds;
  const clock =
    left === null || left === undefined
      ? null
      : i18n.t(left < 0 ? 'clock.overdue' : 'history.left', { span: spanWords(i18n, Math.abs(left)) });
  const device = deviceWords(i18n, step.details ?? {});
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
      device && el('p', { class: 'caption' }, device),
      step.photos && photosButton(i18n, step.photos, onPhoto),
    ),
  );
}

function photosButton(i18n, photos, onPhoto) {
  const act = () => onPhoto(photos[0].photoId);
  return el('button', { class: 'button plain', type: 'button', on: { click: act } }, i18n.t('photos.count', { n: photos.length }));
}
