/**
 * A report that is being written on the phone, and what it becomes when it is sent. Pure; the shelf keeps it.
 *
 * @typedef {{id: string, key: string, kind: string, category: string, text: string, at: string, atEdited: boolean,
 *   place: {lng: number, lat: number, accuracy: number | null, by: 'DEVICE' | 'MAP'} | null, gridCode: string,
 *   photos: string[]}} Draft at: ISO, by the device's clock; the server
 *   is told that clock when it is sent
 */

/** Name of its note on the shelf. */
export const DRAFT_NOTE = 'draft:report:';

const TITLE_LENGTH = 60;
const SOURCE_OF_ROLE = Object.freeze({
  GRID_WORKER: 'GRID_PATROL',
  WINDOW_CLERK: 'WINDOW',
  VILLAGE_CLERK: 'PUBLIC_REPORT',
});

/** @param {{id: string, key: string, kind: string, at: string}} begun @returns {Draft} */
export function newDraft(begun) {
  return { category: '', text: '', atEdited: false, place: null, gridCode: '', photos: [], ...begun };
}

/** @param {Draft} draft @returns {string | null} what is still missing: kind, place */
export function missingIn(draft) {
  if (!draft.kind) return 'kind';
  return draft.place || draft.gridCode ? null : 'place';
}

/**
 * @param {Draft} draft
 * @param {{roles: string[]}} session
 * @param {string} headline when no words were written
 * @returns {object} body of POST /api/incidents
 */
export function reportBody(draft, session, headline) {
  const [first] = draft.text.trim().split('\n');
  const role = session.roles.find((name) => SOURCE_OF_ROLE[name]);
  const place = draft.place
    ? { location: { type: 'Point', coordinates: [draft.place.lng, draft.place.lat] } }
    : { gridCode: draft.gridCode };
  return {
    id: draft.id,
    kind: draft.kind,
    ...(draft.kind === 'DISPUTE' && draft.category ? { category: draft.category } : {}),
    title: [...(first || headline)].slice(0, TITLE_LENGTH).join(''),
    description: draft.text.trim(),
    ...place,
    occurredAt: draft.at,
    source: SOURCE_OF_ROLE[role] ?? 'PUBLIC_REPORT',
  };
}

/**
 * @param {Draft} draft
 * @param {object} body
 * @param {number} at the device's clock
 * @returns {object[]} entries of the outbox: the words, then the photos
 */
export function reportEntries(draft, body, at) {
  const report = { kind: 'REPORT', caseId: draft.id, path: '/api/incidents', body, key: draft.key, at, draft };
  return [report, ...photoEntries(draft.id, draft.photos, at)];
}

/** @param {string} caseId @param {string[]} photos @param {number} at @returns {object[]} */
export function photoEntries(caseId, photos, at) {
  return photos.map((photoId) => ({ kind: 'PHOTO', caseId, photoId, at }));
}
