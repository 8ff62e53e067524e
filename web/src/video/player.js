import { disposer } from '../dom/disposer.js';
import { createMediaBuffer, plays } from './mediaBuffer.js';

const TICK_MS = 500;
const CODES = new Map([
  [1008, 'refused'],
  [1012, 'anew'],
  [4001, 'stills'],
  [4002, 'no-sub'],
]);

/**
 * Plays one camera over one WebSocket: a text frame names the format, binary frames are its fragments. It never asks again
 * by itself; the tile does. Another text frame says why no picture comes, as soon as the server knows: it is asked for
 * with `reasons=1`.
 *
 * @param {HTMLVideoElement} video
 * @param {{openSocket: () => WebSocket, now: () => number,
 *   onProgress: (progress: import('../state/pictures.js').Progress) => void}} outside
 * @returns {{progress: () => import('../state/pictures.js').Progress, destroy: () => void}}
 */
export function createPlayer(video, outside) {
  const undo = disposer();
  const run = {
    outside,
    progress: Object.freeze({ opened: outside.now(), format: null, arrived: null, pictures: 0, end: null, failed: null }),
    feed: null,
    video,
    over: false,
  };
  const socket = outside.openSocket();
  socket.binaryType = 'arraybuffer';
  undo.listen(socket, 'message', (event) => receive(run, event.data));
  undo.listen(socket, 'close', (event) => finish(run, { code: codeOf(event), reason: event.reason }));
  undo.every(TICK_MS, () => outside.onProgress(run.progress));
  countPictures(run);
  undo.add(() => leave(socket));
  undo.add(() => run.feed?.destroy());
  return Object.freeze({
    progress: () => run.progress,
    destroy() {
      run.over = true;
      undo.destroy();
    },
  });
}

/** Browsers complain of a socket that is closed before it stands. */
function leave(socket) {
  if (socket.readyState === WebSocket.CONNECTING) socket.addEventListener('open', () => socket.close(1000), { once: true });
  else socket.close(1000);
}

function receive(run, data) {
  if (run.over || run.progress.end) return;
  if (typeof data !== 'string') {
    run.feed?.append(data);
    note(run, { arrived: run.outside.now(), failed: null });
    return;
  }
  const { mime, failed } = JSON.parse(data);
  if (failed) note(run, { failed: Object.freeze(failed) });
  if (!mime) return;
  if (!plays(mime)) {
    finish(run, { code: 'unplayable', reason: mime });
    return;
  }
  if (run.progress.format !== null && hears(mime) !== hears(run.progress.format)) {
    // a player takes no further track: it begins anew
    run.feed?.destroy();
    run.feed = null;
  }
  run.feed ??= createMediaBuffer(run.video, (code) => finish(run, { code, reason: '' }));
  run.feed.format(mime);
  note(run, { format: mime });
}

const hears = (mime) => mime.includes('mp4a');

/** Pictures that really stood on the screen, not those that came over the line. */
function countPictures(run) {
  const { video } = run;
  const one = () => {
    if (run.over) return;
    note(run, { pictures: run.progress.pictures + 1 });
    video.requestVideoFrameCallback?.(one);
  };
  if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(one);
  else video.addEventListener('timeupdate', one);
}

function note(run, news) {
  const first = news.pictures === 1 || news.end || news.failed;
  run.progress = Object.freeze({ ...run.progress, ...news });
  if (first) run.outside.onProgress(run.progress);
}

function finish(run, end) {
  if (!run.over && run.progress.end === null) note(run, { end: Object.freeze(end) });
}

/**
 * 1008 is our server's word for "you may not (any longer)", 4001 for "stills only", 4002 for "there is no
 * sub-stream", 1012 for "open it anew"; 1006 is a connection that was cut or never opened.
 */
function codeOf({ code }) {
  return CODES.get(code) ?? 'cut';
}
