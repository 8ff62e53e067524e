import { waitBefore } from './follow.js';

/**
 * Only the status of cameras, for a page that needs nothing else of the live map. After a cut all is told again, so
 * nothing has to be remembered.
 *
 * @param {{openSocket: () => WebSocket, onItems: (items: [string, string][]) => void}} outside
 */
export function createStatusLine({ openSocket, onItems }) {
  const line = { socket: null, timer: 0, tries: 0, ended: false };
  const open = () => {
    const socket = openSocket();
    line.socket = socket;
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ op: 'subscribe', streams: [], cameras: true }));
    });
    socket.addEventListener('message', ({ data }) => {
      const frame = typeof data === 'string' && !line.ended ? JSON.parse(data) : {};
      line.tries = 0;
      if (frame.op === 'cameras') onItems(frame.items);
    });
    socket.addEventListener('close', () => {
      if (!line.ended) line.timer = setTimeout(open, waitBefore(line.tries++, Math.random()));
    });
  };
  open();
  return Object.freeze({
    destroy() {
      line.ended = true;
      clearTimeout(line.timer);
      line.socket.close(1000);
    },
  });
}
