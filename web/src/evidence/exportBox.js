import { el } from '../dom/el.js';
import { createAskForm } from './askForm.js';
import { dayWords, sizeWords } from './clipWords.js';

const COUNTED_MS = 1_500;
const DECIDERS = Object.freeze(['LEADER', 'SUPERVISOR']);

/**
 * Copies for outside: asked by one person, approved by another, fetched by the first.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, clip: import('../rooms/evidence.js').Clip, room: object,
 *   changed: () => Promise<void>}} context
 */
export function createExportBox(context) {
  const { i18n, clip, room, changed } = context;
  const ask =
    clip.state === 'SAVED' &&
    createAskForm({
      i18n,
      act: i18n.t('export.ask'),
      send: i18n.t('export.send'),
      fields: [
        { name: 'purpose', label: i18n.t('export.purpose') },
        { name: 'reason', label: i18n.t('evidence.reason') },
      ],
      async onSend(wish) {
        await room.ask(clip.id, wish);
        await changed();
      },
    });
  return el(
    'section',
    { class: 'stack evidence-part evidence-export' },
    el('h3', {}, i18n.t('export.title')),
    el('p', { class: 'caption' }, i18n.t('export.rule')),
    el('ul', { class: 'plain-list evidence-lines' }, ...clip.exports.map((wish) => line(context, wish))),
    ask,
  );
}

function line(context, wish) {
  const { i18n, session } = context;
  const own = wish.requestedBy === session.username;
  const decides = wish.state === 'REQUESTED' && session.roles.some((role) => DECIDERS.includes(role));
  const facts = [
    i18n.t('export.asked', { name: wish.requestedByName, day: dayWords(wish.requestedAt) }),
    i18n.t('export.for', { purpose: wish.purpose, reason: wish.reason }),
    wish.decidedByName && i18n.t('export.decided', { name: wish.decidedByName, comment: wish.comment || '—' }),
    wish.bytes && madeWords(i18n, wish),
    wish.failure && i18n.t('export.failure', { code: wish.failure }),
  ].filter(Boolean);
  return el(
    'li',
    { class: 'stack' },
    el('p', {}, el('strong', {}, i18n.t(`exportState.${wish.state}`))),
    ...facts.map((words) => el('p', {}, words)),
    wish.sha256 && el('p', { class: 'mono evidence-hash' }, `SHA-256 ${wish.sha256}`),
    decides && own && el('p', { class: 'caption' }, i18n.t('export.secondPerson')),
    decides && !own && decision(context, wish),
    wish.state === 'READY' && own && fetching(context, wish),
  );
}

function madeWords(i18n, { bytes, expiresAt, downloads }) {
  return i18n.t('export.made', { size: sizeWords(bytes), day: dayWords(expiresAt), n: downloads });
}

function decision({ i18n, clip, room, changed }, wish) {
  const form = (approve, key, comment) =>
    createAskForm({
      i18n,
      act: i18n.t(key),
      send: i18n.t(key),
      fields: [{ name: 'comment', label: i18n.t(comment), optional: approve }],
      async onSend(values) {
        await room.decide(clip.id, wish.id, { approve, comment: values.comment });
        await changed();
      },
    });
  return el(
    'div',
    { class: 'evidence-acts' },
    form(true, 'export.approve', 'export.comment'),
    form(false, 'export.refuse', 'export.why'),
  );
}

function fetching({ i18n, clip, room, changed }, wish) {
  return createAskForm({
    i18n,
    act: i18n.t('export.fetch'),
    send: i18n.t('export.fetch'),
    fields: [{ name: 'reason', label: i18n.t('evidence.playReason'), value: wish.reason }],
    async onSend({ reason }) {
      const { ticket } = await room.ticket(clip, reason);
      location.assign(`${wish.url}?ticket=${encodeURIComponent(ticket)}`);
      // the server counts it when it is on its way
      setTimeout(() => changed().catch(() => {}), COUNTED_MS);
    },
  });
}
