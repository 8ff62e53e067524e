import { lineField } from '../console/card/fields.js';
import { problemSentence } from '../console/words.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { placeIn } from '../dom/placeIn.js';
import { fitBox, pixelAt } from '../geo/fitBox.js';
import { accuracyWords, clockWords } from '../i18n/words.js';
import { createPictureLayer, wipe } from '../layers/onPicture.js';
import { drawSpots } from '../layers/spots.js';
import { readPalette } from '../map/palette.js';
import { hasPixel } from '../state/pairs.js';
import { createLoupe } from './loupe.js';

const NOTHING = Object.freeze({ incidents: [], riskPoints: [] });

/**
 * A still picture of the camera, asked for with a reason and on record, to click spots in; the map lies over it as soon
 * as the pairs allow. Whoever may not look at pictures still sees the spots.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, mayLook: boolean, now: () => number,
 *   onPixel: (pixel: {x: number, y: number}) => void, onMove: (pixel: object | null) => void,
 *   spotAt: (pixel: {x: number, y: number}) => object | null, onSize: (size: object) => void}} context
 */
export function createPicturePane(context) {
  const undo = disposer();
  const { i18n } = context;
  const image = el('img', { class: 'calibration-still', alt: i18n.t('calibration.picture'), hidden: true });
  const canvas = el('canvas', { class: 'lens-canvas', 'aria-hidden': 'true' });
  const cover = el('div', { class: 'calibration-cover' });
  const foot = el('p', { class: 'caption', role: 'status' });
  const stage = el('div', { class: 'calibration-stage' }, image, canvas);
  const under = el('p', { class: 'caption', role: 'status' });
  const parts = { image, canvas, stage, cover, foot, under, layer: createPictureLayer() };
  const pane = { context, undo, ...parts, camera: null, size: null, ticket: null, last: null, frame: 0 };
  pane.loupe = createLoupe(stage, image);
  stage.append(cover);
  undo.listen(stage, 'click', (event) => clicked(pane, event));
  undo.listen(stage, 'pointermove', (event) => moved(pane, event));
  undo.listen(stage, 'pointerleave', () => left(pane));
  undo.listen(image, 'load', () => loaded(pane));
  undo.listen(image, 'error', () => failed(pane));
  const observer = new ResizeObserver(() => paint(pane));
  observer.observe(stage);
  undo.add(() => observer.disconnect());
  fill(cover, el('p', {}, i18n.t('calibration.first')));
  return Object.freeze({
    element: el('section', { class: 'calibration-picture', 'aria-label': i18n.t('calibration.picture') }, stage, foot, under),
    /** @param {object} camera @param {object | null} size of the picture its pairs are of */
    show: (camera, size) => begin(pane, camera, size),
    draw(what) {
      pane.last = what;
      paint(pane);
    },
    destroy: undo.destroy,
  });
}

function begin(pane, camera, size) {
  const { context, image, cover, foot } = pane;
  Object.assign(pane, { camera, size, ticket: null });
  image.hidden = true;
  image.removeAttribute('src');
  foot.textContent = '';
  cover.hidden = false;
  if (context.mayLook) ask(pane);
  else {
    fill(cover, el('p', {}, context.i18n.t(size ? 'calibration.blind' : 'calibration.blindNone')));
    cover.classList.toggle('beside', Boolean(size));
  }
  paint(pane);
}

function ask(pane) {
  const { i18n } = pane.context;
  const reason = lineField({ name: 'reason', label: i18n.t('why.reason'), required: true });
  const fault = el('p', { role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    const text = reason.read();
    reason.fault(text === '' ? i18n.t('field.needed') : null);
    if (text === '') reason.focus();
    else await open(pane, text, fault);
  };
  const button = el('button', { class: 'button primary', type: 'submit' }, i18n.t('why.open'));
  const form = { class: 'stack why', novalidate: true, on: { submit } };
  fill(pane.cover, el('form', form, el('p', {}, i18n.t('calibration.why')), reason.element, button, fault));
}

async function open(pane, reason, fault) {
  const { context, camera } = pane;
  const { i18n, room } = context;
  try {
    const ticket = await room.ticket(camera.id, { purpose: 'MAINTENANCE', reason });
    if (pane.camera !== camera) return;
    Object.assign(pane, { ticket, reason });
    fetchStill(pane);
  } catch (problem) {
    fill(fault, problemSentence(i18n, problem, i18n.t('tile.open')));
  }
}

function fetchStill({ context, image, cover, ticket }) {
  fill(cover, el('p', { role: 'status' }, context.i18n.t('tile.opening')));
  image.src = `${ticket.snapshotUrl}&at=${context.now()}`;
}

function loaded(pane) {
  const { context, image, cover, foot } = pane;
  image.hidden = false;
  cover.hidden = true;
  pane.size = { width: image.naturalWidth, height: image.naturalHeight };
  const again = el('button', { class: 'button plain', type: 'button', on: { click: () => open(pane, pane.reason, foot) } });
  again.textContent = context.i18n.t('calibration.again');
  fill(foot, context.i18n.t('calibration.still', { time: clockWords(context.now()), ...pane.size }), ' ', again);
  context.onSize(pane.size);
}

async function failed(pane) {
  const { context, camera, cover, image } = pane;
  if (!image.hasAttribute('src')) return;
  const { i18n, room } = context;
  const { failedStep, advice } = await room.diagnosis(camera.id).catch(() => ({}));
  if (pane.camera !== camera) return;
  const step = failedStep && i18n.t('tile.failed', { step: i18n.t(`step.${failedStep}`) });
  const retry = el('button', { class: 'button', type: 'button', on: { click: () => fetchStill(pane) } }, i18n.t('retry'));
  cover.hidden = false;
  fill(cover, el('p', {}, step ?? i18n.t('tile.none')), advice && el('p', {}, i18n.name(advice)), retry);
}

function pixelOf({ stage, size }, event) {
  return size && pixelAt(placeIn(stage, event), fitBox(inner(stage), size), size);
}

function inner({ clientWidth: width, clientHeight: height }) {
  return { width, height };
}

function clicked(pane, event) {
  if (pane.cover.contains(event.target) || pane.image.hidden) return;
  const pixel = pixelOf(pane, event);
  if (pixel) pane.context.onPixel({ x: Math.round(pixel.x * 10) / 10, y: Math.round(pixel.y * 10) / 10 });
}

function moved(pane, event) {
  cancelAnimationFrame(pane.frame);
  pane.frame = requestAnimationFrame(() => {
    const pixel = pane.image.hidden ? null : pixelOf(pane, event);
    pane.loupe.show(pixel, pixel && pixel.x > pane.size.width / 2);
    pane.context.onMove(pixel);
    say(pane, pixel && pane.context.spotAt(pixel));
  });
}

function left(pane) {
  cancelAnimationFrame(pane.frame);
  pane.loupe.show(null);
  pane.context.onMove(null);
  say(pane, null);
}

function say({ context, under }, spot) {
  const { i18n } = context;
  const words = spot && {
    GROUND: () =>
      i18n.t('lens.place', {
        place: `${spot.lng.toFixed(6)}, ${spot.lat.toFixed(6)}`,
        accuracy: accuracyWords(spot.accuracyMetres),
      }),
    SKY: () => i18n.t('lens.SKY'),
    FAR: () => i18n.t('lens.FAR'),
  }[spot.outcome]();
  under.textContent = words ?? '';
}

function paint({ context, stage, canvas, size, last, layer }) {
  const box = inner(stage);
  const pen = wipe(canvas, box);
  if (!size || !last) return;
  const palette = readPalette(stage);
  const rect = fitBox(box, size);
  const { state, ground, borders, faults } = last;
  const { lang: language } = context.i18n;
  if (ground) layer(pen, { rect, size: ground, borders, things: NOTHING, palette, language });
  const spots = state.pairs.flatMap((pair, i) =>
    hasPixel(pair)
      ? [
          {
            x: rect.x + (pair.x * rect.width) / size.width,
            y: rect.y + (pair.y * rect.height) / size.height,
            label: faults.has(i) ? `${i + 1} !` : String(i + 1),
            chosen: state.chosen === i,
          },
        ]
      : [],
  );
  drawSpots(pen, spots, palette);
}
