import { newKey } from '../net/api.js';
import { silence } from '../net/problem.js';
import {
  following,
  isBesideThePoint,
  LONGEST_WAIT,
  meaningOf,
  nextEntry,
  nextTime,
  pauseAfter,
  renewed,
} from '../state/outbox.js';
import { store } from '../state/store.js';

/** Nobody else on this device sends while one page does. */
const LOCK = 'gridsight.field.outbox';

/**
 * What the worker has done and the server does not know yet. Kept on the shelf until the server has answered; sent by
 * one page at a time, in the order of each case. An entry that the server refuses is parked and shown, never dropped.
 *
 * @param {{shelf: object, user: string, send: (entry: object) => Promise<object | null>, locks: LockManager | undefined,
 *   news: {tell: () => void}, now: () => number, isOnline: () => boolean, onSent: (entry: object, answer: object | null) => void}} context
 */
export function createOutbox(context) {
  const box = boxOf(context);
  /** @param {boolean} [eager] do not wait for the pause of what has failed before */
  const wake = (eager = false) => {
    if (eager) box.wokenAt = box.now();
    ask(box);
  };
  const changed = async (work) => {
    await change(box, work);
    wake();
  };
  return Object.freeze({
    entries: box.entries,
    phase: box.phase,
    refresh: () => refresh(box),
    /** @param {object[]} entries @param {string} [draft] note that ends with it */
    add: (entries, draft) =>
      changed(({ outbox, notes }) => {
        entries.forEach((entry) => outbox.add(waiting(box, entry)));
        if (draft) notes.delete([box.user, draft]);
      }),
    put: (entry) => changed(({ outbox }) => outbox.put(entry)),
    /** By the worker's own hand only. @param {object[]} entries @param {{name: string, value: object}} [draft] */
    drop: (entries, draft) => changed((stores) => dropped(box, stores, entries, draft)),
    wake,
    /** Somebody else has learnt that the session is over. */
    signedOut: () => box.phase.set('SIGN_IN'),
    destroy() {
      box.over = true;
      clearTimeout(box.timer);
    },
  });
}

function boxOf(context) {
  return {
    ...context,
    entries: store(Object.freeze([])),
    /** IDLE, SENDING, CUT (no answer) or SIGN_IN (the session is over). */
    phase: store('IDLE'),
    over: false,
    asked: false,
    wokenAt: -Infinity,
    timer: 0,
  };
}

/** What becomes a draft again keeps its photos, under its new id. */
function dropped(box, { outbox, photos, notes }, entries, draft) {
  for (const entry of entries) {
    outbox.delete(entry.order);
    if (entry.photoId && draft) repoint(photos, entry.photoId, draft.value.id);
    else if (entry.photoId) photos.delete(entry.photoId);
  }
  if (draft) notes.put({ user: box.user, ...draft });
}

function repoint(photos, photoId, caseId) {
  const asked = photos.get(photoId);
  asked.onsuccess = () => asked.result && photos.put({ ...asked.result, caseId });
}

function waiting(box, entry) {
  const fresh = { versionOf: null, photoId: null, body: null, path: null, key: null, base: null };
  const untried = { state: 'WAITING', tries: 0, renewals: 0, notBefore: 0, triedAt: -Infinity, problem: null };
  return { ...fresh, ...entry, ...untried, user: box.user };
}

async function change(box, work) {
  await box.shelf.write(['outbox', 'photos', 'notes'], work);
  box.news.tell();
  await refresh(box);
}

async function refresh(box) {
  const entries = await box.shelf.entries(box.user);
  if (!box.over) box.entries.set(Object.freeze(entries));
  return entries;
}

/** One wish at a time waits for the lock; a wish that comes while another sends is not lost. */
async function ask(box) {
  if (box.asked || box.over) return;
  box.asked = true;
  const turn = async () => {
    box.asked = false;
    await sendAll(box);
  };
  try {
    await (box.locks ? box.locks.request(LOCK, turn) : turn());
  } catch (fault) {
    box.asked = false;
    reportError(fault);
  }
  plan(box);
}

async function sendAll(box) {
  for (;;) {
    const entry = nextEntry(await refresh(box), box.now(), box.wokenAt);
    if (entry === null || box.over) return settle(box);
    if (!box.isOnline()) return box.phase.set('CUT');
    box.phase.set('SENDING');
    if (!(await attempt(box, entry))) return;
  }
}

function settle(box) {
  if (box.phase.get() === 'SENDING') box.phase.set('IDLE');
}

/** @returns {Promise<boolean>} whether it makes sense to go on with the next */
async function attempt(box, entry) {
  try {
    const answer = await box.send(entry);
    await succeed(box, entry, answer);
    return true;
  } catch (problem) {
    return fail(box, entry, problem?.kind ? problem : ourFault(problem));
  }
}

/** Told, and tried again after a pause: the entry stays. */
function ourFault(fault) {
  reportError(fault);
  return silence('fault');
}

async function succeed(box, entry, answer) {
  const entries = await box.shelf.entries(box.user);
  await change(box, ({ outbox, photos }) => {
    outbox.delete(entry.order);
    if (entry.photoId) photos.delete(entry.photoId);
    following(entries, entry, answer).forEach((later) => outbox.put(later));
  });
  box.onSent(entry, answer);
}

async function fail(box, entry, problem) {
  const meaning = meaningOf(problem, entry.kind);
  if (meaning === 'SIGN_IN') {
    box.phase.set('SIGN_IN');
    return false;
  }
  if (isBesideThePoint(entry, problem)) {
    await change(box, ({ outbox }) => outbox.put(renewed(entry, problem.body.current.version, newKey())));
    return true;
  }
  const parked = meaning === 'PARK';
  const tries = entry.tries + 1;
  const notBefore = box.now() + (parked ? 0 : pauseAfter(tries, Math.random()));
  const { status, code, detail, errors, body } = problem;
  const told = { status, code, detail, errors: [...errors], current: body.current ?? null };
  const after = { ...entry, tries, notBefore, triedAt: box.now(), state: parked ? 'PARKED' : 'WAITING', problem: told };
  await change(box, ({ outbox }) => outbox.put(after));
  const cut = problem.kind !== 'refused';
  box.phase.set(cut ? 'CUT' : 'SENDING');
  return !cut;
}

/** The page's own alarm clock, beside the network's and the worker's wishes. */
function plan(box) {
  clearTimeout(box.timer);
  const next = nextTime(box.entries.get());
  if (box.over || next === null || box.phase.get() === 'SIGN_IN') return;
  // a clock that was set back makes no pause longer than any is
  const pause = Math.min(LONGEST_WAIT, Math.max(1_000, next - box.now()));
  box.timer = setTimeout(() => ask(box), pause);
}
