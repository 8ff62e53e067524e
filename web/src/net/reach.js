import { store } from '../state/store.js';

const AGAIN_MILLIS = 5_000;

/**
 * Whether the server can be reached, told by the calls of the page itself and by the browser's own knowledge of its
 * network. While cut off it knocks every few seconds.
 *
 * @typedef {{cut: boolean, heardAt: number}} Reach heardAt: when the server last answered, milliseconds
 *
 * @param {{events: EventTarget, now: () => number, knock: () => void}} outside knock: any call that `tell` hears of
 * @returns {{get: () => Reach, on: (listener: (now: Reach, before: Reach) => void) => () => void,
 *   tell: (answered: boolean) => void}}
 */
export function createReach({ events, now, knock }) {
  const reach = store(Object.freeze({ cut: false, heardAt: now() }));
  let timer = 0;
  const tell = (answered) => {
    clearTimeout(timer);
    if (!answered) timer = setTimeout(knock, AGAIN_MILLIS);
    reach.set(Object.freeze({ cut: !answered, heardAt: answered ? now() : reach.get().heardAt }));
  };
  events.addEventListener('offline', () => tell(false));
  events.addEventListener('online', () => knock());
  return Object.freeze({ get: reach.get, on: reach.on, tell });
}
