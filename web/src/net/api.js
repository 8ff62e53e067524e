import { Problem, refusal, silence } from './problem.js';

const TIMEOUT_MS = 15_000;
const SAFE = Object.freeze(['GET', 'HEAD']);

/**
 * Speaks HTTP to our server: session cookie, CSRF header, idempotency keys, one error type.
 *
 * @param {{fetch: typeof fetch, cookies: () => string, language?: () => string, onSignedOut?: () => void,
 *   onReach?: (answered: boolean) => void, person?: string}} outside person: the server refuses when
 *   somebody else is signed in; onReach: every answer, and every call the network did not carry
 */
export function createApi(outside) {
  const call = (method, path, options) => request(outside, method, path, options);
  return Object.freeze({
    /** With `picture: true` the answer is a Blob. */
    get: (path, options) => call('GET', path, options),
    /** Creates something: carries an idempotency key, so that a repeated call makes nothing twice. */
    create: (path, body, options = {}) => call('POST', path, { ...options, body, key: options.key ?? newKey() }),
    post: (path, body, options) => call('POST', path, { ...options, body }),
    put: (path, body, options) => call('PUT', path, { ...options, body }),
    patch: (path, body, options) => call('PATCH', path, { ...options, body }),
    remove: (path, options) => call('DELETE', path, options),
  });
}

/** @returns {string} a fresh idempotency key */
export function newKey() {
  return globalThis.crypto.randomUUID?.() ?? randomHex();
}

/** Pages over plain http on another host have no randomUUID. */
function randomHex() {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function request(outside, method, path, options = {}) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort('timeout'), options.timeoutMs ?? TIMEOUT_MS);
  const cancel = () => limit.abort('cancelled');
  options.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const response = await outside.fetch(path, init(outside, method, options, limit.signal));
    const body = response.ok && options.picture ? await response.blob() : await bodyOf(response);
    outside.onReach?.(true);
    if (!response.ok) {
      throw refused(outside, response.status, body, options);
    }
    return body;
  } catch (error) {
    throw error instanceof Problem ? error : silenceOf(limit.signal, outside);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', cancel);
  }
}

function init(outside, method, options, signal) {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (outside.language) {
    headers['Accept-Language'] = outside.language();
  }
  if (!SAFE.includes(method)) {
    headers['X-XSRF-TOKEN'] = cookie(outside.cookies(), 'XSRF-TOKEN');
    // what this device takes for now: by it the server sees how far the clock is off
    headers['Sent-At'] = new Date().toISOString();
  }
  if (outside.person) {
    headers['Expected-User'] = encodeURIComponent(outside.person);
  }
  if (options.key) {
    headers['Idempotency-Key'] = options.key;
  }
  const json = options.body !== undefined && !(options.body instanceof FormData);
  if (json) {
    headers['Content-Type'] = 'application/json';
  }
  const body = json ? JSON.stringify(options.body) : options.body;
  return { method, headers, body, signal, credentials: 'same-origin', cache: 'no-store' };
}

function refused(outside, status, body, options) {
  if (status === 401 && !options.expectSignedOut) {
    outside.onSignedOut?.();
  }
  return refusal(status, body);
}

async function bodyOf(response) {
  const text = await response.text();
  const type = response.headers.get('Content-Type') ?? '';
  // a page instead of an answer comes from something between us and the server
  if (response.ok && text !== '' && type.includes('html')) throw silence('offline');
  if (text === '' || !type.includes('json')) {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    if (response.ok) throw silence('offline');
    return null;
  }
}

function silenceOf(signal, { onReach }) {
  if (signal.aborted && signal.reason !== 'timeout') {
    return new Problem({ kind: 'cancelled', status: 0, code: 'net.cancelled', detail: '' });
  }
  // a slow answer is no cut
  if (!signal.aborted) onReach?.(false);
  return silence(signal.aborted ? 'timeout' : 'offline');
}

/** @param {string} all the cookie line @param {string} name @returns {string} its value, or empty */
export function cookie(all, name) {
  const found = all.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
