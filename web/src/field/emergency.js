import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { atServerTime, fixOf } from './finder.js';

const ASK_MS = 60_000;
const SEND_MS = 15_000;

/**
 * Positions go by themselves only while a leader has declared an emergency, and the worker sees why and until when. It
 * ends here at the time it was declared for, with or without a network. A page that nobody sees, and that has not asked
 * of late whether the emergency still runs, asks before it sends.
 *
 * @param {{i18n: object, rooms: object, clock: object, duty: object}} desk
 */
export function createEmergency(desk) {
  const undo = disposer();
  const state = { ...desk, current: null, heardAt: -Infinity, watch: null, sentAt: -Infinity, over: false };
  state.element = el('p', { class: 'field-emergency notice', role: 'status', hidden: true });
  const ask = () => (document.visibilityState === 'visible' ? readCurrent(state) : follow(state));
  undo.every(ASK_MS, ask);
  undo.listen(window, 'online', ask);
  undo.listen(document, 'visibilitychange', ask);
  undo.add(desk.duty.onDuty.on(() => follow(state)));
  undo.add(() => {
    state.over = true;
    stop(state);
  });
  ask();
  return Object.freeze({ element: state.element, destroy: undo.destroy });
}

async function readCurrent(state) {
  if (navigator.onLine && state.session.workerId) {
    const asked = state.clock.device();
    try {
      state.current = await state.rooms.field.emergency();
      state.heardAt = asked;
    } catch (problem) {
      if (!problem?.kind) throw problem;
    }
  }
  if (!state.over) follow(state);
}

function isOn({ current, clock, duty }) {
  return current !== null && Date.parse(current.endsAt) > clock.now() && duty.onDuty.get();
}

function follow(state) {
  const { element, i18n, current, clock } = state;
  const on = isOn(state);
  element.hidden = !on;
  if (!on) return stop(state);
  const until = momentWords(i18n, Date.parse(current.endsAt), clock.now());
  const words = i18n.t('field.emergency', { by: current.declaredBy, reason: current.reason, until });
  if (element.textContent !== words) fill(element, words);
  state.watch ??= navigator.geolocation?.watchPosition((found) => send(state, found), () => {}, {
    enableHighAccuracy: true,
    maximumAge: SEND_MS,
  });
}

async function send(state, position) {
  const { clock, rooms } = state;
  const now = clock.device();
  if (!isOn(state)) return follow(state);
  if (now - state.sentAt < SEND_MS || !navigator.onLine) return;
  state.sentAt = now;
  if (isOld(state)) await readCurrent(state);
  if (state.over || isOld(state) || !isOn(state)) return;
  await rooms.field.sendPosition(atServerTime(fixOf(position, now), clock)).catch(() => {});
}

/** What is known of the emergency may have changed since. */
function isOld({ clock, heardAt }) {
  return clock.device() - heardAt > ASK_MS;
}

function stop(state) {
  if (state.watch !== null) navigator.geolocation.clearWatch(state.watch);
  state.watch = null;
}
