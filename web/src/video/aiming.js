import { el } from '../dom/el.js';
import { problemSentence } from '../console/words.js';

/**
 * Where the head of a tile's camera should turn to by one click: the incident or the place it was opened for.
 *
 * @param {{camera: {kind?: string}, purpose: import('../rooms/cameras.js').Purpose, place?: {lng: number, lat: number}}} context
 * @returns {{incidentId: string} | {location: object} | null} null: it cannot turn, or there is nothing to turn to
 */
export function goalOf({ camera, purpose, place }) {
  if (camera.kind !== 'PTZ') return null;
  if (purpose.incidentId) return { incidentId: purpose.incidentId };
  return place ? { location: { type: 'Point', coordinates: [place.lng, place.lat] } } : null;
}

/**
 * The button under a tile that turns the camera there, and what came of it in words.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, camera: {id: string}, goal: object,
 *   room: ReturnType<typeof import('../rooms/cameras.js').createCamerasRoom>, ticket: () => string | null}} context
 */
export function createAiming({ i18n, camera, goal, room, ticket }) {
  const name = i18n.t(goal.incidentId ? 'aim.incident' : 'aim.place');
  const words = el('span', { class: 'caption', role: 'status' });
  const button = el('button', { class: 'button', type: 'button' }, name);
  const run = async () => {
    if (ticket() === null || button.disabled) return;
    button.disabled = true;
    words.textContent = i18n.t('aim.turning');
    try {
      const aimed = await room.aim(camera.id, { ticket: ticket(), ...goal });
      words.textContent = i18n.t(`aim.${aimed.how}`, { bearing: aimed.bearing, name: presetName(i18n, aimed.preset) });
    } catch (problem) {
      words.textContent = problemSentence(i18n, problem, name);
    }
    button.disabled = false;
  };
  button.addEventListener('click', run);
  return Object.freeze({ element: el('div', { class: 'tile-aim' }, button, words), run });
}

function presetName(i18n, preset) {
  return preset ? preset.name || i18n.t('preset.number', { n: preset.number }) : '';
}
