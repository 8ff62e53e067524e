import { refusal, silence } from '../net/problem.js';
import { isTold } from '../state/outbox.js';

const PATIENCE_MS = 30_000;

/**
 * Carries one entry of the outbox to the server, under the name of the person who made it and nobody else's: the server
 * is asked who is signed in on this device, and every call names the person whom it expects there. What does not answer
 * with the thing itself was not our server: it counts as no answer.
 *
 * @param {{api: object, whoAmI: () => Promise<object | null>, upload: (photo: object) => Promise<void>, shelf: object}} context
 * @returns {(entry: import('../state/outbox.js').Entry) => Promise<object | null>}
 */
export function createSender({ api, whoAmI, upload, shelf }) {
  return async (entry) => {
    const session = await whoAmI();
    if (session?.username !== entry.user) throw refusal(401, null);
    if (entry.kind !== 'PHOTO') {
      const options = { key: entry.key, timeoutMs: PATIENCE_MS, expectSignedOut: true };
      const answer = await api.create(entry.path, entry.body, options);
      if (!isTold(answer)) throw silence('offline');
      return answer;
    }
    const photo = await shelf.photo(entry.photoId);
    if (photo) await upload(photo);
    return null;
  };
}
