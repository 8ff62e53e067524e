import { disposer } from '../dom/disposer.js';
import { createMediaBuffer, plays } from '../video/mediaBuffer.js';

/**
 * One line to what a device has recorded: pictures and where they stand come in, wishes go out.
 *
 * @typedef {{state: 'OPENING' | 'PLAYING' | 'PAUSED' | 'ENDED' | 'FAILED', at: string, speed: number,
 *   cause: string | null}} Told
 *
 * @param {HTMLVideoElement} video
 * @param {{openSocket: () => WebSocket, onTold: (told: Told) => void,
 *   onEnd: (end: {code: number | string, reason: string}) => void}} outside onEnd: told once, not after destroy
 */
export function createRecordingLine(video, { openSocket, onTold, onEnd }) {
  const undo = disposer();
  const socket = openSocket();
  const line = { feed: null, over: false };
  const end = (code, reason = '') => {
    if (line.over) return;
    line.over = true;
    onEnd({ code, reason });
  };
  const text = ({ mime, state, ...more }) => {
    if (state) onTold({ state, ...more });
    if (!mime) return;
    if (!plays(mime)) {
      end('unplayable', mime);
      return;
    }
    line.feed ??= createMediaBuffer(video, (code) => end(code));
    line.feed.format(mime);
  };
  socket.binaryType = 'arraybuffer';
  undo.listen(socket, 'message', ({ data }) => {
    if (line.over) return;
    if (typeof data === 'string') text(JSON.parse(data));
    else line.feed?.append(data);
  });
  undo.listen(socket, 'close', ({ code, reason }) => end(code, reason));
  undo.add(() => leave(socket));
  undo.add(() => line.feed?.destroy());
  return Object.freeze({
    /** @param {{op: 'pause' | 'play' | 'speed' | 'seek', value?: number, at?: string}} wish */
    send: (wish) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(wish)),
    destroy() {
      line.over = true;
      undo.destroy();
    },
  });
}

/** Browsers complain of a socket that is closed before it stands. */
function leave(socket) {
  if (socket.readyState === WebSocket.CONNECTING) socket.addEventListener('open', () => socket.close(1000), { once: true });
  else socket.close(1000);
}
