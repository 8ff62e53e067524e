import { cookie } from '../net/api.js';
import { refusal, silence } from '../net/problem.js';

const DOOR = '/api/uploads';
const PIECE = 256 * 1024;
const PATIENCE_MS = 60_000;

/** What the server says of a piece that came twice, in bits or too late: the next try asks where to go on. */
const PASSING = Object.freeze(['photo.wrong-offset', 'photo.checksum', 'photo.cut', 'photo.not-found']);

/**
 * Sends photos by tus 1.0. How much has arrived is never guessed: the photo's own id makes a repeated creation the same
 * upload, and its answer says where the server stands, so a cut, a kill or a new session goes on there.
 *
 * @param {{fetch: typeof fetch, cookies: () => string, language: () => string, person: string}} outside
 * @returns {(photo: {id: string, caseId: string, step: string, takenAt: string, place: {lng: number, lat: number} | null,
 *   blob: Blob}) => Promise<void>}
 */
export function createUploader(outside) {
  return async (photo) => {
    const begun = await create(outside, photo);
    const url = begun.headers.get('Location');
    let offset = offsetOf(begun);
    while (offset < photo.blob.size) {
      const reached = await sendPiece(outside, { url, offset, piece: photo.blob.slice(offset, offset + PIECE) });
      if (reached <= offset) throw silence('offline');
      offset = reached;
    }
  };
}

async function create(outside, photo) {
  const headers = { 'Upload-Length': String(photo.blob.size), 'Upload-Metadata': metadata(photo) };
  return call(outside, 'POST', DOOR, headers);
}

function metadata({ id, caseId, step, takenAt, place }) {
  const facts = { photoId: id, incidentId: caseId, step, takenAt, lon: place?.lng, lat: place?.lat };
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name} ${btoa(String(value))}`)
    .join(',');
}

async function sendPiece(outside, { url, offset, piece }) {
  const headers = { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' };
  const digest = await globalThis.crypto.subtle?.digest('SHA-256', await piece.arrayBuffer());
  if (digest) headers['Upload-Checksum'] = `sha256 ${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  return offsetOf(await call(outside, 'PATCH', url, headers, piece).catch(passing));
}

/** @param {{code: string}} problem */
function passing(problem) {
  throw PASSING.includes(problem.code) ? silence('offline') : problem;
}

function offsetOf(response) {
  const offset = Number(response.headers.get('Upload-Offset'));
  // an answer that says nothing of the upload comes from something between us and the server
  if (!response.headers.has('Upload-Offset') || !Number.isSafeInteger(offset)) throw silence('offline');
  return offset;
}

async function call(outside, method, url, headers, body) {
  const all = {
    ...headers,
    'Tus-Resumable': '1.0.0',
    'Expected-User': encodeURIComponent(outside.person),
    'Sent-At': new Date().toISOString(),
    'Accept-Language': outside.language(),
    'X-XSRF-TOKEN': cookie(outside.cookies(), 'XSRF-TOKEN'),
  };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const init = { method, headers: all, body, signal, credentials: 'same-origin', cache: 'no-store' };
  const response = await outside.fetch(url, init).catch(() => {
    throw silence('offline');
  });
  if (!response.ok) throw refusal(response.status, await response.json().catch(() => null));
  return response;
}
