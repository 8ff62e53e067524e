import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { shortNumber } from '../state/incidents.js';
import { worthShowing } from '../state/pictures.js';
import { createCameraTile } from './cameraTile.js';

/** Walking through the list opens card after card; a picture is asked for only where somebody stays. */
const STAY_MS = 400;
const MOST = 2;

/**
 * The pictures beside an incident: of the cameras that see its place, with the incident as their purpose. They begin by
 * themselves when the person wants that, else by a button; each is a line in the view register.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, viewer: string, room: object, openSocket: (path: string) => WebSocket,
 *   now: () => number, ground?: import('./groundSource.js').GroundSource, atOnce: {get: () => boolean, set: (on: boolean) => void},
 *   onCamera: (sight: {cameraId: string}) => void}} context
 */
export function createSights(context) {
  const undo = disposer();
  const tiles = el('div', { class: 'sights' });
  const play = el('button', { class: 'button', type: 'button' }, context.i18n.t('sights.play'));
  const switchBox = el('input', { type: 'checkbox', checked: context.atOnce.get() });
  const element = el(
    'div',
    { class: 'sights-box', hidden: true },
    tiles,
    el('div', { class: 'form-acts' }, play, el('label', { class: 'check' }, switchBox, context.i18n.t('sights.atOnce'))),
  );
  const box = { context, element, tiles, play, running: [], offer: null, timer: 0 };
  undo.listen(play, 'click', () => start(box));
  undo.listen(switchBox, 'change', () => context.atOnce.set(switchBox.checked));
  undo.add(() => clear(box));
  return Object.freeze({
    element,
    /** @param {object} incident @param {object[]} ranked cameras, best first */
    show: (incident, ranked) => show(box, incident, ranked),
    play: () => box.offer !== null && (start(box), true),
    clear: () => clear(box),
    destroy: undo.destroy,
  });
}

function show(box, incident, ranked) {
  clear(box);
  const cameras = worthShowing(ranked, MOST);
  if (cameras.length === 0) return;
  box.element.hidden = false;
  box.play.hidden = false;
  box.offer = { incident, cameras };
  if (box.context.atOnce.get()) box.timer = setTimeout(() => start(box), STAY_MS);
}

function start(box) {
  const { context, offer } = box;
  if (offer === null) return;
  clearTimeout(box.timer);
  box.offer = null;
  box.play.hidden = true;
  const { id } = offer.incident;
  const reason = context.i18n.t('sights.reason', { number: shortNumber(offer.incident) });
  const purpose = Object.freeze({ purpose: 'INCIDENT', incidentId: id, reason });
  box.running = offer.cameras.map((sight) => tileOf(context, sight, purpose));
  fill(box.tiles, ...box.running.map((tile) => tile.element));
}

function tileOf(context, sight, purpose) {
  const { i18n, viewer, room, openSocket, now, ground, onCamera } = context;
  const camera = { id: sight.cameraId, name: sight.name, kind: sight.ptz ? 'PTZ' : 'FIXED' };
  const on = { open: () => onCamera(sight) };
  return createCameraTile({ i18n, camera, purpose, viewer, room, openSocket, now, ground, on });
}

function clear(box) {
  clearTimeout(box.timer);
  box.running.splice(0).forEach((tile) => tile.destroy());
  box.tiles.replaceChildren();
  box.offer = null;
  box.element.hidden = true;
}
