import { closeOutside } from '../dom/closeOutside.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { LOWEST_VOLUME } from './sound.js';

/**
 * The sound button of the top bar: allows sound, sets its volume, mutes it for the shift with a reason that stays
 * visible until sound is on again.
 *
 * @param {{i18n: object, sound: object, storage: Storage, username: string}} context
 */
export function createSoundControl({ i18n, sound, storage, username }) {
  const undo = disposer();
  const key = `gridsight.muted.${username}`;
  const state = { muted: storage.getItem(key) };
  const label = el('summary', { class: 'button plain' });
  const panel = el('div', { class: 'popover floating' });
  const element = el('details', { class: 'drop sound' }, label, panel);
  const setMuted = (reason) => {
    state.muted = reason;
    if (reason === null) {
      storage.removeItem(key);
    } else {
      storage.setItem(key, reason);
    }
    draw();
  };
  const draw = () => {
    fill(label, labelText(i18n, sound, state.muted));
    fill(panel, state.muted === null ? muteForm(i18n, sound, setMuted) : mutedNote(i18n, state.muted, setMuted));
  };
  const allow = async () => {
    await sound.allow();
    fill(label, labelText(i18n, sound, state.muted));
  };
  undo.listen(document, 'pointerdown', allow, { once: true });
  undo.listen(document, 'keydown', allow, { once: true });
  undo.add(closeOutside(element));
  draw();
  return Object.freeze({ element, isMuted: () => state.muted !== null, destroy: undo.destroy });
}

function labelText(i18n, sound, muted) {
  if (muted !== null) {
    return i18n.t('sound.mutedWhy', { reason: muted });
  }
  return i18n.t(sound.isAllowed() ? 'sound.on' : 'sound.blocked');
}

function muteForm(i18n, sound, setMuted) {
  const reason = el('input', { class: 'input', type: 'text', required: true, maxlength: '60', id: 'mute-reason' });
  const volume = el('input', {
    type: 'range',
    min: String(LOWEST_VOLUME),
    max: '1',
    step: '0.1',
    value: String(sound.volume()),
    id: 'sound-volume',
    on: {
      change: async (event) => {
        sound.setVolume(Number(event.target.value));
        await sound.allow();
        sound.play(2);
      },
    },
  });
  const submit = (event) => {
    event.preventDefault();
    setMuted(reason.value.trim());
  };
  return el(
    'form',
    { class: 'stack', on: { submit } },
    el('div', { class: 'field' }, el('label', { for: 'sound-volume' }, i18n.t('sound.volume')), volume),
    el('div', { class: 'field' }, el('label', { for: 'mute-reason' }, i18n.t('sound.muteReason')), reason),
    el('button', { class: 'button', type: 'submit' }, i18n.t('sound.mute')),
  );
}

function mutedNote(i18n, reason, setMuted) {
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, i18n.t('sound.mutedNote', { reason })),
    el(
      'button',
      { class: 'button primary', type: 'button', on: { click: () => setMuted(null) } },
      i18n.t('sound.unmute'),
    ),
  );
}
