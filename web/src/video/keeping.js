import { problemSentence } from '../console/words.js';
import { el, fill } from '../dom/el.js';

const MINUTES = Object.freeze([1, 5, 10, 30]);

/**
 * The line under a tile that was opened for an incident: saves what is seen, or has the device's own recording fetched.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, camera: {id: string}, purpose: import('../rooms/cameras.js').Purpose,
 *   room: ReturnType<typeof import('../rooms/cameras.js').createCamerasRoom>}} context
 * @param {() => string | null} ticket
 * @returns {Node | string} nothing where there is no incident
 */
export function keepingUnder({ i18n, camera, purpose, room }, ticket) {
  const { incidentId } = purpose;
  if (!incidentId) return '';
  const words = el('span', { class: 'caption', role: 'status' });
  const minutes = el(
    'select',
    { class: 'select', 'aria-label': i18n.t('keep.minutes') },
    ...MINUTES.map((n) => el('option', { value: n }, i18n.t('keep.next', { n }))),
  );
  minutes.value = '5';
  const save = async (source, button) => {
    if (ticket() === null || button.disabled) return;
    button.disabled = true;
    words.textContent = i18n.t('keep.asking');
    try {
      const wish = { ticket: ticket(), incidentId, source, minutes: Number(minutes.value) };
      const { id } = await room.keep(camera.id, wish);
      const link = el('a', { href: `/evidence?incidentId=${incidentId}&clip=${id}` }, i18n.t('keep.show'));
      fill(words, i18n.t(`keep.${source}.begun`), ' ', link);
    } catch (problem) {
      words.textContent = problemSentence(i18n, problem, i18n.t('keep.LIVE'));
    }
    button.disabled = false;
  };
  const button = (source) => {
    const title = i18n.t(`keep.${source}.hint`);
    const made = el('button', { class: 'button', type: 'button', title }, i18n.t(`keep.${source}`));
    made.addEventListener('click', () => save(source, made));
    return made;
  };
  const recording = `/evidence?incidentId=${incidentId}&recording=${encodeURIComponent(camera.id)}`;
  const look = el('a', { class: 'button', href: recording }, i18n.t('keep.look'));
  return el('div', { class: 'tile-aim tile-keep' }, button('LIVE'), minutes, button('DEVICE'), look, words);
}
