import { el, fill } from '../dom/el.js';
import { problemSentence } from './words.js';

/**
 * On duty or not, for a worker. On duty the page sends a position only with the worker's own acts, never by itself.
 *
 * @param {{i18n: object, workerId: string, room: object, workers: object, geolocation: Geolocation | null,
 *   now: () => number, say: (sentence: string) => void}} context
 */
export function createDutySwitch(context) {
  const { i18n, room, say } = context;
  const button = el('button', { class: 'menu-item', type: 'button', on: { click: () => toggle() } });
  const note = el('p', { class: 'caption' });
  const state = { onDuty: false };
  const draw = () => {
    fill(button, i18n.t(state.onDuty ? 'duty.leave' : 'duty.come'));
    fill(note, i18n.t(state.onDuty ? 'duty.on' : 'duty.off'), ' ', i18n.t('duty.note'));
  };
  const toggle = async () => {
    try {
      await room.setDuty(!state.onDuty);
      state.onDuty = !state.onDuty;
      say(i18n.t(state.onDuty ? 'duty.nowOn' : 'duty.nowOff'));
      draw();
      sendPosition(context, state);
    } catch (problem) {
      say(problemSentence(i18n, problem, i18n.t('duty.verb')));
    }
  };
  const off = context.workers.on((workers) => {
    state.onDuty = workers.find((worker) => worker.workerId === context.workerId)?.onDuty ?? state.onDuty;
    draw();
  });
  draw();
  return Object.freeze({
    element: el('div', {}, button, note),
    /** Called with the worker's own acts: report, start, handle. */
    afterAct: () => sendPosition(context, state),
    destroy: off,
  });
}

function sendPosition({ geolocation, room, now }, state) {
  if (!state.onDuty || !geolocation) {
    return;
  }
  geolocation.getCurrentPosition(
    ({ coords }) => {
      const position = { lon: coords.longitude, lat: coords.latitude, accuracyMetres: coords.accuracy };
      room.sendPosition({ ...position, at: new Date(now()).toISOString() }).catch(() => {});
    },
    () => {},
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
  );
}
