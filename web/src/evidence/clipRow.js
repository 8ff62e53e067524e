import { el } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { lengthWords, stateWords } from './clipWords.js';

/**
 * A line of the list.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, clip: import('../rooms/evidence.js').Clip, current: boolean,
 *   now: () => number, onOpen: (clip: object) => void}} context
 */
export function clipRow({ i18n, clip, current, now, onOpen }) {
  const open = el(
    'button',
    { class: 'admin-open', type: 'button', 'aria-pressed': String(current), on: { click: () => onOpen(clip) } },
    clip.cameraName,
  );
  const cell = (name, ...what) => el('td', { class: name, role: 'cell' }, ...what);
  const held = clip.holds.some((hold) => hold.releasedAt === null);
  const waits = clip.exports.some((wish) => wish.state === 'REQUESTED');
  return el(
    'tr',
    { class: current ? 'current' : null, role: 'row' },
    cell('name', open),
    cell('case', clip.incidentNumber),
    cell('seen', momentWords(i18n, Date.parse(clip.begunAt), now())),
    cell('length', lengthWords(clip.durationSeconds)),
    cell(
      'state',
      stateWords(i18n, clip),
      held && el('span', { class: 'mark' }, i18n.t('evidence.held')),
      waits && el('span', { class: 'mark' }, i18n.t('evidence.waits')),
    ),
  );
}
