import { el } from '../dom/el.js';
import { createAiming, goalOf } from './aiming.js';
import { createGroundLens } from './groundLens.js';
import { createPtzPad } from './ptzPad.js';

/** Arrows and zoom over the picture of a camera that turns. */
export function showPad(tile, onFault) {
  const { context, parts, state } = tile;
  if (context.camera.kind !== 'PTZ' || state.pad) return;
  const { i18n, room, camera } = context;
  const turn = (order) => room.turn(camera.id, { ticket: state.ticket.ticket, ...order });
  state.pad = createPtzPad({ i18n, turn, onFault });
  parts.element.firstElementChild.append(state.pad.element);
}

/** The order to turn to the place of the incident. */
export function showAiming({ context, parts, state }) {
  const goal = goalOf(context);
  if (goal === null) return;
  const { i18n, camera, room } = context;
  state.aiming = createAiming({ i18n, camera, goal, room, ticket: () => state.ticket?.ticket ?? null });
  parts.element.append(state.aiming.element);
}

/** A camera without a calibration, and one whose calibration cannot be read, is a plain picture. */
export async function showLens({ context, parts, state }) {
  const { i18n, camera, ground: source } = context;
  if (!source || state.lensAsked) return;
  state.lensAsked = true;
  const calibration = await source.calibration(camera.id).catch(() => null);
  if (!calibration || state.over) return;
  const host = parts.element.firstElementChild;
  state.lens = createGroundLens({ i18n, camera, calibration, source, host });
}

/** Where sound comes with the pictures, it is off until somebody wants to listen. */
export function showHearing({ context, parts, state }) {
  const { i18n } = context;
  const { format } = state.live.player.progress();
  if (!format?.includes('mp4a') || state.hearing) return;
  const words = () => i18n.t(state.heard ? 'tile.mute' : 'tile.hear');
  const button = el('button', { class: 'button plain', type: 'button', 'aria-pressed': 'false' }, words());
  button.addEventListener('click', () => {
    state.heard = !state.heard;
    state.live.video.muted = !state.heard;
    button.setAttribute('aria-pressed', String(state.heard));
    button.textContent = words();
  });
  state.hearing = button;
  parts.left.before(button);
}
