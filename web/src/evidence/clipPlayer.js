import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { clockWords } from '../i18n/words.js';
import { createAskForm } from './askForm.js';

const TICK_MS = 1_000;

/**
 * Plays the original in the page after a reason was given: a line in the view register. Who looks, and when, stands over the
 * picture as on live tiles.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, clip: import('../rooms/evidence.js').Clip,
 *   room: object, now: () => number}} context
 */
export function createClipPlayer(context) {
  const { i18n, clip, room } = context;
  const undo = disposer();
  const words = el('p', { class: 'caption', role: 'status' });
  const host = el('div', { class: 'clip-player' });
  const ask = createAskForm({
    i18n,
    act: i18n.t('evidence.play'),
    send: i18n.t('evidence.playSend'),
    fields: [{ name: 'reason', label: i18n.t('evidence.playReason') }],
    async onSend({ reason }) {
      const { ticket } = await room.ticket(clip, reason);
      show(context, undo, { host, words }, ticket);
      ask.hidden = true;
    },
  });
  const why = whyNot(i18n, clip);
  fill(host, ...(why ? [el('p', { class: 'notice' }, why), clip.state === 'SAVED' && toExport(i18n, host)] : [ask]));
  undo.add(() => host.querySelector('video')?.pause());
  return Object.freeze({ element: el('div', { class: 'stack' }, host, words), destroy: undo.destroy });
}

/** Who may not play the original asks for a masked copy: the form for it stands below. */
function toExport(i18n, host) {
  const click = () => host.closest('.clip-panel').querySelector('.evidence-export > .ask > .button:not([hidden])')?.click();
  return el('p', {}, el('button', { class: 'button', type: 'button', on: { click } }, i18n.t('evidence.askMasked')));
}

function whyNot(i18n, clip) {
  if (clip.state === 'DELETED') return i18n.t('evidence.gone');
  if (clip.state === 'RECORDING') return i18n.t('evidence.notYet');
  if (clip.state === 'FAILED') return i18n.t('evidence.nothing');
  return clip.playable ? null : i18n.t('evidence.maskedWhy');
}

function show({ i18n, session, clip, now }, undo, { host, words }, ticket) {
  const src = `/media/clips/${clip.id}/clip.mp4?ticket=${encodeURIComponent(ticket)}`;
  const video = el('video', { controls: true, autoplay: true, playsinline: true, controlslist: 'nodownload', src });
  video.disablePictureInPicture = true;
  video.setAttribute('aria-label', clip.cameraName);
  const mark = el('div', { class: 'tile-mark clip-mark', 'aria-hidden': 'true' });
  const write = () => (mark.textContent = `${session.displayName ?? session.username} ${clockWords(now())}`);
  write();
  undo.every(TICK_MS, write);
  undo.listen(video, 'error', () => {
    words.textContent = i18n.t('evidence.unplayable', { format: clip.mime });
  });
  host.prepend(el('div', { class: 'tile-picture clip-picture' }, el('div', { class: 'tile-screen' }, video), mark));
}
