import { disposer } from '../dom/disposer.js';

const EVERY_MS = 45_000;
const CHANNEL = 'gridsight-field';

/**
 * When the page tries to send: the network is back, the page is seen again, time has passed, another page of this
 * device has news. The browser's own background sync comes on top where there is one.
 *
 * @param {{onWake: (eager: boolean) => void, onNews: () => void}} on eager: something has changed, waiting is over
 * @returns {{tell: () => void, destroy: () => void}} tell: other pages of this device read again
 */
export function createTriggers({ onWake, onNews }) {
  const undo = disposer();
  const channel = new BroadcastChannel(CHANNEL);
  undo.listen(channel, 'message', onNews);
  const eagerly = () => onWake(true);
  undo.listen(window, 'online', eagerly);
  undo.listen(window, 'pageshow', eagerly);
  undo.listen(document, 'visibilitychange', () => document.visibilityState === 'visible' && onWake(true));
  if (navigator.serviceWorker) undo.listen(navigator.serviceWorker, 'message', eagerly);
  // not all devices of a town in the same second
  undo.every(EVERY_MS + Math.random() * EVERY_MS, () => onWake(false));
  undo.add(() => channel.close());
  return Object.freeze({
    tell() {
      channel.postMessage('changed');
      askForSync();
    },
    destroy: undo.destroy,
  });
}

async function askForSync() {
  const worker = await navigator.serviceWorker?.getRegistration('/field');
  await worker?.sync?.register('outbox').catch(() => {});
}
