import { createConnection } from '../live/connection.js';
import { openSocket } from '../session/browser.js';
import { store } from '../state/store.js';

const SENT_KEPT = 8;

/**
 * The worker's own orders: the last ones read, for times without a network, and live while there is one. A change on
 * the stream is only a knock: the list itself is read from the server.
 *
 * @typedef {{items: object[], at: number | null, fresh: boolean}} OrderList at: when the server told them
 *
 * @param {{rooms: object, reader: object, shelf: object, user: string, clock: object, session: object}} desk
 */
export function createOrders(desk) {
  const state = {
    ...desk,
    list: store(Object.freeze({ items: [], at: null, fresh: false })),
    done: store(Object.freeze([])),
    line: null,
    busy: false,
    again: false,
    over: false,
  };
  const refresh = () => read(state);
  const reconnect = () => connect(state, refresh);
  const cut = () => disconnect(state);
  window.addEventListener('online', reconnect);
  window.addEventListener('offline', cut);
  showKept(state).then(refresh);
  reconnect();
  return Object.freeze({
    list: state.list,
    /** The last things that arrived, newest first. */
    done: state.done,
    refresh,
    sent(entry, answer) {
      remember(state, entry, answer);
      if (entry.kind !== 'PHOTO') refresh();
    },
    destroy() {
      state.over = true;
      window.removeEventListener('online', reconnect);
      window.removeEventListener('offline', cut);
      cut();
    },
  });
}

async function showKept(state) {
  const [kept, done] = await Promise.all([state.reader.kept('orders'), state.shelf.note(state.user, 'done')]);
  if (kept && state.list.get().at === null) state.list.set(Object.freeze({ ...kept, fresh: false }));
  if (done && state.done.get().length === 0) state.done.set(Object.freeze(done));
}

async function read(state) {
  if (!state.session.workerId || state.over) return;
  if (state.busy) {
    state.again = true;
    return;
  }
  state.busy = true;
  const told = () => state.rooms.field.orders().catch((problem) => heard(state, problem));
  const ask = async () => ({ items: await told(), at: state.clock.now() });
  try {
    const found = await state.reader.read('orders', ask, state.clock.now());
    if (found && !state.over) state.list.set(Object.freeze({ ...found.value, fresh: found.fresh }));
  } finally {
    state.busy = false;
  }
  if (state.again) {
    state.again = false;
    await read(state);
  }
}

/** A session that is over is said once, by the outbox, and nothing is asked again and again. */
function heard(state, problem) {
  if (problem.status === 401) {
    disconnect(state);
    state.outbox.signedOut();
  }
  throw problem;
}

function connect(state, refresh) {
  if (state.line !== null || !navigator.onLine || !state.session.workerId || state.over) return;
  state.line = createConnection({
    streams: ['tasks'],
    snapshot: state.rooms.field.snapshot,
    openSocket,
    now: state.clock.device,
    onSnapshot: refresh,
    onChanges: refresh,
    onPositions: () => {},
    onStatus: () => {},
    onTime: (time) => state.clock.hear(time),
    onProblem: (problem) => problem.status === 401 && disconnect(state),
  });
}

function disconnect(state) {
  state.line?.destroy();
  state.line = null;
}

/** A photo is no news of its own. */
function remember(state, entry, answer) {
  if (entry.kind === 'PHOTO') return;
  const { kind, number, title, body } = entry;
  const step = kind === 'DECLINE' ? 'return' : (body.action ?? body.state ?? null);
  const told = { kind, step, caseId: entry.caseId, at: state.clock.now() };
  const fact = { ...told, number: answer?.number ?? number ?? null, title: body.title ?? title ?? '' };
  state.done.set(Object.freeze([fact, ...state.done.get()].slice(0, SENT_KEPT)));
  if (!state.over) state.shelf.keep(state.user, 'done', state.done.get());
}
