import { advanced, verdict, waitBefore } from './follow.js';

const ALL_STREAMS = Object.freeze(['incidents', 'riskpoints', 'tasks', 'hotspots']);
const SILENCE_MS = 20_000;
const BATCH_MS = 80;

/**
 * Keeps one page in step with the server: snapshot over HTTP, then changes from the noted place over the socket. A cut
 * is resumed, a hole or a refusal to resume ends in a new snapshot. Nothing is ever shown twice or missed silently.
 *
 * @param {object} outside
 * @param {string[]} [outside.streams] these alone, and nothing of positions and cameras; otherwise everything
 * @param {() => Promise<object>} outside.snapshot reads the snapshot
 * @param {() => WebSocket} outside.openSocket
 * @param {() => number} outside.now our clock in milliseconds
 * @param {(snapshot: object) => void} outside.onSnapshot
 * @param {(changes: object[]) => void} outside.onChanges frames in order, many at a time
 * @param {(frame: object) => void} outside.onPositions
 * @param {(frame: object) => void} [outside.onCameras] status of cameras, latest wins
 * @param {(status: {connected: boolean, lastHeard: number | null}) => void} outside.onStatus
 * @param {(problem: Error) => void} [outside.onProblem] the snapshot could not be read; it is tried again
 * @param {(time: string) => void} [outside.onTime] server time
 * @param {(count: number) => void} [outside.onCaughtUp] changes that came in after a cut
 */
export function createConnection(outside) {
  const state = atStart();
  const timers = { retry: 0, batch: 0, watch: setInterval(() => watch(state, outside, retry), 2_000) };
  const retry = () => {
    state.socket = null;
    tell(state, outside, false);
    clearTimeout(timers.retry);
    if (!state.ended) {
      timers.retry = setTimeout(start, waitBefore(state.tries++, Math.random()));
    }
  };
  const start = async () => {
    try {
      if (state.place === null) {
        await readSnapshot(state, outside);
      }
      if (!state.ended && state.socket === null) {
        open(state, outside, timers, retry);
      }
    } catch (problem) {
      outside.onProblem?.(problem);
      if (problem?.status !== 403) {
        retry();
      }
    }
  };
  start();
  return Object.freeze({
    retryNow() {
      if (state.socket === null && !state.ended) {
        clearTimeout(timers.retry);
        start();
      }
    },
    destroy() {
      state.ended = true;
      clearInterval(timers.watch);
      clearTimeout(timers.retry);
      clearTimeout(timers.batch);
      state.socket?.close(1000);
    },
  });
}

function atStart() {
  return {
    place: null,
    socket: null,
    lastHeard: null,
    tries: 0,
    missed: null,
    waiting: [],
    ended: false,
    wasCut: false,
  };
}

async function readSnapshot(state, outside) {
  const snapshot = await outside.snapshot();
  if (state.ended) {
    return;
  }
  state.place = Object.freeze({ epoch: snapshot.epoch, offset: snapshot.offset });
  heard(state, outside);
  outside.onSnapshot(snapshot);
}

function open(state, outside, timers, retry) {
  const socket = outside.openSocket();
  state.socket = socket;
  state.openedAt = outside.now();
  const mine = () => state.socket === socket && !state.ended;
  socket.addEventListener('open', () => {
    if (mine()) {
      const latest = outside.streams === undefined;
      const streams = outside.streams ?? ALL_STREAMS;
      const wish = { op: 'subscribe', streams, positions: latest, cameras: latest, resume: state.place };
      socket.send(JSON.stringify(wish));
    }
  });
  socket.addEventListener('message', (event) => {
    if (mine() && typeof event.data === 'string') {
      receive(state, outside, timers, JSON.parse(event.data));
    }
  });
  socket.addEventListener('close', () => {
    if (mine()) {
      flush(state, outside, timers);
      state.wasCut = true;
      retry();
    }
  });
}

function receive(state, outside, timers, frame) {
  heard(state, outside);
  const known = {
    subscribed: () => subscribed(state, outside),
    snapshotRequired: () => restart(state),
    change: () => change(state, outside, timers, frame),
    positions: () => outside.onPositions(frame),
    cameras: () => outside.onCameras?.(frame),
    heartbeat: () => heartbeat(state, outside, timers, frame),
  };
  known[frame.op]?.();
}

function subscribed(state, outside) {
  state.tries = 0;
  state.missed = state.wasCut ? 0 : null;
  tell(state, outside, true);
}

/** The place is worthless: forget it; closing the socket leads to a new snapshot. */
function restart(state) {
  state.place = null;
  state.socket.close();
}

function change(state, outside, timers, frame) {
  const meaning = verdict(state.place, frame);
  if (meaning === 'hole') {
    restart(state);
    return;
  }
  if (meaning === 'known') {
    return;
  }
  state.place = advanced(state.place, frame.offset);
  state.missed = state.missed === null ? null : state.missed + 1;
  state.waiting.push(frame);
  timers.batch ||= setTimeout(() => flush(state, outside, timers), BATCH_MS);
}

function heartbeat(state, outside, timers, frame) {
  outside.onTime?.(frame.time);
  flush(state, outside, timers);
  if (state.missed) {
    outside.onCaughtUp?.(state.missed);
  }
  state.missed = null;
  state.wasCut = false;
}

function flush(state, outside, timers) {
  clearTimeout(timers.batch);
  timers.batch = 0;
  if (state.waiting.length > 0) {
    outside.onChanges(state.waiting.splice(0));
  }
}

function heard(state, outside) {
  state.lastHeard = outside.now();
  tell(state, outside, state.socket !== null);
}

function tell(state, outside, connected) {
  outside.onStatus({ connected, lastHeard: state.lastHeard });
}

/** A socket that says nothing for too long is dead even if nobody told us. */
function watch(state, outside, retry) {
  const silent = outside.now() - Math.max(state.lastHeard ?? 0, state.openedAt ?? 0);
  if (state.socket !== null && silent > SILENCE_MS) {
    const dead = state.socket;
    state.socket = null;
    state.wasCut = true;
    dead.close();
    retry();
  }
}
