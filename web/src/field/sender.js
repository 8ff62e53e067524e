import { refusal } from '../net/problem.js';

const PATIENCE_MS = 30_000;

/**
 * Carries one entry of the outbox to the server, under the name of the person who made it and nobody else's: before
 * every call the server is asked who is signed in on this device.
 *
 * @param {{api: object, whoAmI: () => Promise<object | null>, upload: (photo: object) => Promise<void>, shelf: object,
 *   clock: {device: () => number}}} context
 * @returns {(entry: import('../state/outbox.js').Entry) => Promise<object | null>}
 */
export function createSender({ api, whoAmI, upload, shelf, clock }) {
  return async (entry) => {
    const session = await whoAmI();
    if (session?.username !== entry.user) throw refusal(401, null);
    if (entry.kind !== 'PHOTO') {
      const options = { key: entry.key, headers: sentAt(clock), timeoutMs: PATIENCE_MS, expectSignedOut: true };
      return api.create(entry.path, entry.body, options);
    }
    const photo = await shelf.photo(entry.photoId);
    if (photo) await upload(photo);
    return null;
  };
}

/** @param {{device: () => number}} clock @returns {object} the device's clock now, by which the server sets right what it told */
export function sentAt(clock) {
  return { 'Sent-At': new Date(clock.device()).toISOString() };
}
