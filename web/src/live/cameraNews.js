import { askedAs, merged, outdated, withStatus } from '../state/cameraStatus.js';

/** News of thousands that sign in together are gathered, and not every screen asks in the same moment. */
const GATHER_MS = 1_000;
const SPREAD_MS = 2_000;
const PAUSE_MS = 5_000;
const AFTER_FAILURE_MS = 30_000;

/**
 * Keeps a list of cameras in step with the stream: status and places as they are told, and what is new or was changed is
 * asked for, many together and never again and again.
 *
 * @param {{cameras: ReturnType<typeof import('../state/store.js').store>,
 *   status: ReturnType<typeof import('../state/store.js').store>,
 *   load: (ids: readonly string[]|null) => Promise<readonly object[]>, ready?: Promise<unknown>}} context
 *   `ready`: the first list has come, or will not
 */
export function createCameraNews({ cameras, status, load, ready = Promise.resolve() }) {
  const news = { timer: 0, asking: false, open: false, ended: false, asked: new Map() };
  const wanted = () => outdated(cameras.get(), status.get(), news.asked);
  const soon = (pause) => {
    const due = news.open && !news.ended && !news.asking && !news.timer && wanted().length > 0;
    if (due) news.timer = setTimeout(ask, pause + Math.random() * SPREAD_MS);
  };
  const ask = async () => {
    const ids = wanted();
    const told = status.get();
    news.timer = 0;
    news.asking = true;
    let pause = PAUSE_MS;
    try {
      const fresh = await load(askedAs(ids));
      for (const id of ids) news.asked.set(id, told.get(id).version);
      if (!news.ended) cameras.set(merged(cameras.get(), fresh));
    } catch {
      pause = AFTER_FAILURE_MS;
    }
    news.asking = false;
    soon(pause);
  };
  const show = () => {
    cameras.set(withStatus(cameras.get(), status.get()));
    soon(GATHER_MS);
  };
  const undo = [status.on(show), cameras.on(show)];
  const begin = () => {
    news.open = true;
    show();
  };
  ready.then(begin, begin);
  return Object.freeze({
    destroy() {
      news.ended = true;
      clearTimeout(news.timer);
      undo.forEach((stop) => stop());
    },
  });
}
