import { el } from '../dom/el.js';
import { mayLookAfter } from '../state/watchers.js';
import { createAskForm } from './askForm.js';
import { dayWords } from './clipWords.js';

/**
 * What keeps a clip from being deleted, and the way to set and release it.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, clip: import('../rooms/evidence.js').Clip, room: object,
 *   changed: () => Promise<void>}} context
 */
export function createHoldBox({ i18n, session, clip, room, changed }) {
  const may = mayLookAfter(session) && clip.state !== 'DELETED';
  const reason = [{ name: 'reason', label: i18n.t('evidence.reason') }];
  const set =
    may &&
    createAskForm({
      i18n,
      act: i18n.t('hold.set'),
      send: i18n.t('hold.set'),
      fields: reason,
      async onSend(values) {
        await room.hold(clip.id, values.reason);
        await changed();
      },
    });
  const line = (hold) => {
    const inForce = hold.releasedAt === null;
    const words = inForce
      ? i18n.t('hold.inForce', { name: hold.setByName, day: dayWords(hold.setAt), reason: hold.reason })
      : i18n.t('hold.released', { name: hold.releasedByName, day: dayWords(hold.releasedAt), reason: hold.releaseReason });
    const release =
      may &&
      inForce &&
      createAskForm({
        i18n,
        act: i18n.t('hold.release'),
        send: i18n.t('hold.release'),
        fields: reason,
        async onSend(values) {
          await room.release(clip.id, hold.id, values.reason);
          await changed();
        },
      });
    return el('li', { class: 'stack' }, el('p', {}, words), release);
  };
  const none = clip.holds.length === 0 && el('p', { class: 'caption' }, i18n.t('hold.none'));
  const lines = el('ul', { class: 'plain-list evidence-lines' }, ...clip.holds.map(line));
  return el('section', { class: 'stack evidence-part' }, el('h3', {}, i18n.t('hold.title')), none, lines, set);
}
