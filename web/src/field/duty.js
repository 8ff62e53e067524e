import { problemSentence } from '../console/words.js';
import { el, fill } from '../dom/el.js';
import { store } from '../state/store.js';
import { atServerTime } from './finder.js';

/**
 * On duty or not: only whether orders may come. While on duty a position goes with the worker's own acts, never by
 * itself; what went wrong with a position is nobody's fault and not told.
 *
 * @param {{i18n: object, session: object, rooms: object, reader: object, finder: object, clock: object}} desk
 */
export function createDuty(desk) {
  const { i18n, session, rooms, reader, finder, clock } = desk;
  const onDuty = store(false);
  const button = el('button', { class: 'button field-menu-item', type: 'button', on: { click: () => toggle() } });
  const note = el('p', { class: 'caption', role: 'status' });
  const isWorker = Boolean(session.workerId);
  const element = el('div', { class: 'stack', hidden: !isWorker }, button, note);
  const draw = () => {
    fill(button, i18n.t(onDuty.get() ? 'duty.leave' : 'duty.come'));
    fill(note, i18n.t(onDuty.get() ? 'duty.on' : 'duty.off'), ' ', i18n.t('duty.note'));
  };
  const sendPosition = async () => {
    if (!onDuty.get() || !navigator.onLine) return;
    const fix = await finder.once();
    if (fix) await rooms.field.sendPosition(atServerTime(fix, clock)).catch(() => {});
  };
  const toggle = async () => {
    try {
      await rooms.workforce.setDuty(!onDuty.get());
      onDuty.set(!onDuty.get());
      draw();
      sendPosition();
    } catch (problem) {
      fill(note, problemSentence(i18n, problem, i18n.t('duty.verb')));
    }
  };
  const read = async () => {
    const ask = async () => Boolean((await rooms.workforce.me())?.onDuty);
    const found = await reader.read('duty', ask, clock.now());
    onDuty.set(found?.value ?? false);
    draw();
  };
  draw();
  if (isWorker) read();
  return Object.freeze({
    element,
    onDuty,
    /** With the worker's own acts: on duty, report, start, handle. */
    afterAct: sendPosition,
    destroy: () => element.remove(),
  });
}
