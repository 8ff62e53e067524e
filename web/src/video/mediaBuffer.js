/** Further behind the newest picture than this, seconds, the player jumps; it never plays faster to catch up. */
const BEHIND_MOST = 1.2;
/** Where it jumps to, seconds before the newest picture: less than one fragment would stall at once. */
const LEAD = 0.12;
/** Seconds of played pictures that stay in memory. */
const KEPT = 6;
const WAITING_MOST = 24 * 1024 * 1024;

/**
 * Feeds fragments of one camera to Media Source Extensions and keeps the picture at the live edge.
 *
 * @param {HTMLVideoElement} video
 * @param {(code: 'buffer-full' | 'not-decoded') => void} onFault told once; nothing is fed afterwards
 */
export function createMediaBuffer(video, onFault) {
  const feed = { video, onFault, media: new MediaSource(), buffer: null, waiting: [], bytes: 0, over: false };
  const address = URL.createObjectURL(feed.media);
  const broken = () => fail(feed, 'not-decoded');
  video.src = address;
  video.addEventListener('error', broken);
  feed.media.addEventListener('sourceopen', () => pump(feed), { once: true });
  return Object.freeze({
    /** The format of the fragments that follow; its first fragment is an init segment. */
    format: (mime) => wait(feed, { mime }),
    append: (bytes) => wait(feed, { bytes }),
    destroy() {
      feed.over = true;
      feed.waiting.length = 0;
      video.removeEventListener('error', broken);
      video.removeAttribute('src');
      video.load();
      URL.revokeObjectURL(address);
    },
  });
}

/** @param {string} mime as the server names it @returns {boolean} */
export function plays(mime) {
  return globalThis.MediaSource?.isTypeSupported(mime) ?? false;
}

function wait(feed, item) {
  if (feed.over) return;
  feed.waiting.push(item);
  feed.bytes += item.bytes?.byteLength ?? 0;
  if (feed.bytes > WAITING_MOST) {
    fail(feed, 'buffer-full');
    return;
  }
  pump(feed);
}

function pump(feed) {
  const { media, waiting } = feed;
  while (!feed.over && media.readyState === 'open' && waiting.length > 0 && !feed.buffer?.updating) {
    const { mime, bytes } = waiting.shift();
    feed.bytes -= bytes?.byteLength ?? 0;
    try {
      if (mime) useFormat(feed, mime);
      else feed.buffer?.appendBuffer(bytes);
    } catch {
      fail(feed, 'not-decoded');
    }
  }
}

function useFormat(feed, mime) {
  if (feed.buffer) {
    feed.buffer.changeType(mime);
    return;
  }
  const buffer = feed.media.addSourceBuffer(mime);
  buffer.mode = 'segments';
  buffer.addEventListener('updateend', () => settle(feed));
  buffer.addEventListener('error', () => fail(feed, 'not-decoded'));
  feed.buffer = buffer;
}

function settle(feed) {
  // the next fragment may have been given before this is told: what can be done now is done after it
  if (feed.over || feed.buffer.updating) return;
  follow(feed.video, feed.buffer.buffered);
  if (feed.waiting.length === 0) trim(feed);
  pump(feed);
}

/** Goes to the newest picture when it is too far away, in whichever direction; a jump of the camera's clock may make holes. */
function follow(video, buffered) {
  if (buffered.length === 0) return;
  const [start, end] = [buffered.start(buffered.length - 1), buffered.end(buffered.length - 1)];
  const away = video.currentTime < start || video.currentTime > end || end - video.currentTime > BEHIND_MOST;
  if (away) video.currentTime = Math.max(start, end - LEAD);
  // refused while the tab is hidden; the next fragment tries again
  if (video.paused) video.play().catch(() => {});
}

function trim({ buffer, video }) {
  const { buffered } = buffer;
  const until = video.currentTime - KEPT;
  if (buffered.length > 0 && until - buffered.start(0) > KEPT) buffer.remove(buffered.start(0), until);
}

function fail(feed, code) {
  if (feed.over) return;
  feed.over = true;
  feed.waiting.length = 0;
  feed.onFault(code);
}
