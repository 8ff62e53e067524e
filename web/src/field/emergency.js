import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';

const ASK_MS = 60_000;
const SEND_MS = 15_000;

/**
 * Positions go by themselves only while a leader has declared an emergency, and the worker sees why and until when. It
 * ends here at the time it was declared for, with or without a network.
 *
 * @param {{i18n: object, rooms: object, clock: object, duty: object}} desk
 */
export function createEmergency(desk) {
  const undo = disposer();
  const state = { ...desk, current: null, watch: null, sentAt: 0, over: false };
  state.element = el('p', { class: 'field-emergency notice', role: 'status', hidden: true });
  const ask = () => readCurrent(state);
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
  if (navigator.onLine && document.visibilityState === 'visible' && state.session.workerId) {
    state.current = await state.rooms.field.emergency().catch(() => state.current);
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

function send(state, { coords }) {
  const now = state.clock.now();
  if (!isOn(state)) return follow(state);
  if (now - state.sentAt < SEND_MS || !navigator.onLine) return;
  state.sentAt = now;
  const fix = { lng: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, at: now };
  state.rooms.field.sendPosition(fix).catch(() => {});
}

function stop(state) {
  if (state.watch !== null) navigator.geolocation.clearWatch(state.watch);
  state.watch = null;
}
