import { disposer } from '../dom/disposer.js';
import { el, fill, keyCap } from '../dom/el.js';
import { createRequestKeys } from '../net/requestKeys.js';
import { shortNumber } from '../state/incidents.js';
import { minutesUnanswered, nextProposal, unansweredOrders } from '../state/unanswered.js';
import { problemSentence } from './words.js';

const SHOWN = 2;
const READ_AGAIN_MS = 60_000;

/**
 * Below the list, so that no row moves: who does not answer, and who could go instead, one key away. Nobody else's work is taken from him
 * without a person saying so.
 *
 * @param {{i18n: object, now: () => number, world: object, announcer: object, toasts: object,
 *   workers: (id: string) => Promise<object[]>, replace: (id: string, body: object, key: string) => Promise<object>,
 *   onOpen: (id: string) => void}} context
 */
export function createUnansweredStrip(context) {
  const undo = disposer();
  const element = el('section', { class: 'unanswered', 'aria-label': context.i18n.t('unanswered.label'), hidden: true });
  const state = { list: [], next: new Map(), told: new Set(), busy: false, drawn: '', keyOf: createRequestKeys() };
  const strip = { context, element, state };
  const update = () => refresh(strip);
  undo.add(context.world.tasks.on(update), context.world.incidents.on(update));
  undo.every(10_000, update);
  update();
  return Object.freeze({ element, takeNext: () => state.list[0] && replace(strip, state.list[0]), destroy: undo.destroy });
}

function refresh(strip) {
  const { context, state } = strip;
  const { tasks, incidents } = context.world;
  state.list = unansweredOrders(tasks.get().byId.values(), incidents.get().byId);
  state.list.slice(0, SHOWN).forEach((entry) => readNext(strip, entry));
  draw(strip);
}

async function readNext(strip, { order, incident }) {
  const { context, state } = strip;
  const known = state.next.get(order.id);
  if (known && context.now() - known.at < READ_AGAIN_MS) {
    return;
  }
  state.next.set(order.id, { worker: known?.worker ?? null, at: context.now() });
  const near = await context.workers(incident.id).catch(() => []);
  state.next.set(order.id, { worker: nextProposal(near, incident), at: context.now() });
  draw(strip);
}

function draw(strip) {
  const { context, element, state } = strip;
  const { i18n } = context;
  const rows = state.list.slice(0, SHOWN).map((entry, i) => rowOf(strip, entry, i === 0));
  const more = state.list.length - rows.length;
  const drawn = JSON.stringify([rows.map((row) => row.words), more, state.busy]);
  if (drawn === state.drawn) {
    return;
  }
  state.drawn = drawn;
  element.hidden = rows.length === 0;
  const rest = more > 0 && el('p', { class: 'caption' }, i18n.t('unanswered.more', { n: more }));
  fill(element, ...rows.map((row) => row.element), rest);
  for (const [i, { order }] of state.list.slice(0, SHOWN).entries()) {
    if (!state.told.has(order.id)) {
      state.told.add(order.id);
      context.announcer.polite(rows[i].words);
    }
  }
}

function rowOf(strip, entry, first) {
  const { context, state } = strip;
  const { i18n, now, onOpen } = context;
  const next = state.next.get(entry.order.id)?.worker ?? null;
  const words = i18n.t(next ? 'unanswered.next' : 'unanswered.nobody', {
    number: shortNumber(entry.incident),
    worker: entry.order.workerId,
    n: minutesUnanswered(entry.order, now()),
    next: next?.workerId,
  });
  const open = el(
    'button',
    { class: 'button plain', type: 'button', on: { click: () => onOpen(entry.incident.id) } },
    i18n.t('unanswered.open', { number: shortNumber(entry.incident) }),
  );
  const send =
    next &&
    el(
      'button',
      { class: 'button', type: 'button', disabled: state.busy, on: { click: () => replace(strip, entry) } },
      i18n.t('unanswered.replace', { next: next.workerId }),
      first && keyCap('y'),
    );
  const acts = el('div', { class: 'unanswered-acts' }, send, open);
  return { words, element: el('div', { class: 'unanswered-row' }, el('p', {}, words), acts) };
}

async function replace(strip, { order, incident }) {
  const { context, state } = strip;
  const { i18n, toasts } = context;
  const next = state.next.get(order.id)?.worker;
  if (state.busy || !next) {
    return;
  }
  state.busy = true;
  draw(strip);
  const seen = Number.isInteger(next.load) ? [{ workerId: next.workerId, load: next.load }] : [];
  const body = { workerId: next.workerId, version: order.version, seen };
  try {
    await context.replace(order.id, body, state.keyOf([order.id, body]));
    toasts.say(i18n.t('unanswered.done', { number: shortNumber(incident), next: next.workerId, worker: order.workerId }));
  } catch (problem) {
    state.next.delete(order.id);
    toasts.say(problemSentence(i18n, problem, i18n.t('unanswered.verb')));
  }
  state.busy = false;
  refresh(strip);
}
