import { el } from '../dom/el.js';
import { clockWords, isoDay } from '../i18n/words.js';

/**
 * One line: a right that was given, and what was seen by it.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, view: import('../rooms/viewRegister.js').View}} context
 */
export function registerRow({ i18n, view }) {
  const cell = (name, ...what) => el('td', { class: name, role: 'cell' }, ...what);
  const who = view.person && view.person !== view.who ? `${view.person} (${view.who})` : view.who;
  return el(
    'tr',
    { role: 'row' },
    cell('name', view.cameraName || view.cameraId, el('span', { class: 'caption mono' }, view.cameraId)),
    cell('since', stamp(view.since)),
    cell('until', untilWords(i18n, view)),
    cell('person', who, el('span', { class: 'caption' }, view.unit)),
    cell('purpose', i18n.t(`views.purpose.${view.purpose}`)),
    cell('why', view.why),
    cell('what', ...whatWords(i18n, view)),
  );
}

function untilWords(i18n, { watched, until }) {
  if (until === null) return i18n.t('views.watching');
  return watched ? stamp(until) : '—';
}

function whatWords(i18n, { watched, what }) {
  if (!watched) return [i18n.t('views.notWatched')];
  return what.map(({ kind, of }) => el('span', { class: 'register-what' }, i18n.t(`views.kind.${kind}`), spanOf(kind, of)));
}

/** Of a recording its span; of a clip the beginning of its number, which its page shows too. */
function spanOf(kind, of) {
  if (!of) return '';
  if (kind !== 'PLAYBACK') return el('span', { class: 'caption mono' }, ` ${of.slice(0, 8)}`);
  return el('span', { class: 'caption' }, ` ${of.split('/').map(stamp).join(' – ')}`);
}

function stamp(time) {
  const at = Date.parse(time);
  return Number.isFinite(at) ? `${isoDay(new Date(at))} ${clockWords(at)}` : '—';
}
