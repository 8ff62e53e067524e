import { newKey } from './api.js';

/**
 * Idempotency keys for one form: the same request gets the same key again, so that a retry after a lost answer does
 * nothing twice; a changed request gets a new one.
 *
 * @returns {(request: unknown) => string}
 */
export function createRequestKeys() {
  let last = { text: '', key: '' };
  return (request) => {
    const text = JSON.stringify(request);
    if (last.text !== text) {
      last = { text, key: newKey() };
    }
    return last.key;
  };
}
