import { disposer } from '../dom/disposer.js';
import { el } from '../dom/el.js';
import { fitBox, pixelAt } from '../geo/fitBox.js';
import { pictureGround } from '../geo/pictureGround.js';
import { accuracyWords } from '../i18n/words.js';
import { createPictureLayer, wipe } from '../layers/onPicture.js';
import { readPalette } from '../map/palette.js';
import { bordersInPicture, thingsInPicture } from '../state/pictureThings.js';
import { createSpotPicker } from './spotPicker.js';

/**
 * What a calibrated camera's tile can do besides: show the map on its picture, and take a place out of it. Drawn over the
 * picture in this browser only: it hides nothing, and no snapshot carries it.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, camera: {id: string, name: string}, calibration: object,
 *   source: import('./groundSource.js').GroundSource, host: HTMLElement}} context host: the box of the picture
 */
export function createGroundLens(context) {
  const { i18n, camera, calibration, source, host } = context;
  const undo = disposer();
  const canvas = el('canvas', { class: 'lens-canvas', 'aria-hidden': 'true' });
  const words = el('p', { class: 'lens-words', role: 'status', hidden: true });
  const mapButton = toggle(i18n.t('lens.map'), () => setMap(lens, !lens.map));
  const reportButton = source.onReport && toggle(i18n.t('lens.report'), () => setPicking(lens, !lens.picking));
  const bar = el('div', { class: 'lens-bar', role: 'group', 'aria-label': i18n.t('lens.label') }, mapButton, reportButton);
  const lens = {
    context,
    undo,
    parts: { canvas, words, mapButton, reportButton },
    ground: pictureGround(calibration),
    draw: createPictureLayer(),
    map: false,
    picking: false,
    facts: null,
    borders: [],
    frame: 0,
  };
  lens.picker = createSpotPicker({ host, label: i18n.t('lens.pick'), spotAt: (at) => spotAt(lens, at), on: pickerActs(lens) });
  host.append(canvas, lens.picker.element, words, bar);
  const observer = new ResizeObserver(() => redraw(lens));
  observer.observe(host);
  undo.add(
    () => observer.disconnect(),
    () => cancelAnimationFrame(lens.frame),
    lens.picker.destroy,
    () => source.onPoint?.(camera, null, null),
    () => [canvas, words, bar].forEach((part) => part.remove()),
  );
  return Object.freeze({ destroy: undo.destroy });
}

function toggle(text, click) {
  return el('button', { class: 'button', type: 'button', 'aria-pressed': 'false', on: { click } }, text);
}

function pickerActs(lens) {
  const { camera, calibration, source } = lens.context;
  return {
    move(spot) {
      source.onPoint?.(camera, calibration, spot?.outcome === 'GROUND' ? spot : null);
      say(lens, spot);
    },
    enter: () => source.onPoint?.(camera, calibration, null),
    leave() {
      source.onPoint?.(camera, null, null);
      say(lens, null);
    },
    pick(spot) {
      if (!lens.picking || spot?.outcome !== 'GROUND') return;
      setPicking(lens, false);
      source.onReport(spot, camera);
    },
    giveUp: () => setPicking(lens, false),
  };
}

async function setMap(lens, on) {
  const { parts, context, undo } = lens;
  lens.map = on;
  parts.mapButton.setAttribute('aria-pressed', String(on));
  say(lens, null);
  if (!on) {
    redraw(lens);
    return;
  }
  if (lens.facts === null) {
    lens.facts = await context.source.facts().catch(() => null);
    if (lens.facts === null) {
      parts.words.hidden = false;
      parts.words.textContent = context.i18n.t('lens.noMap');
      return;
    }
    lens.borders = bordersInPicture(lens.ground, lens.facts.grids);
    undo.add(lens.facts.incidents.on(() => redraw(lens)), lens.facts.riskPoints.on(() => redraw(lens)));
  }
  redraw(lens);
}

function setPicking(lens, on) {
  lens.picking = on;
  lens.parts.reportButton.setAttribute('aria-pressed', String(on));
  lens.picker.setPicking(on);
  say(lens, null);
}

/** At most once a frame, however many changes come in. */
function redraw(lens) {
  cancelAnimationFrame(lens.frame);
  lens.frame = requestAnimationFrame(() => paint(lens));
}

function paint({ context, parts, ground, map, facts, borders, draw }) {
  const box = { width: context.host.clientWidth, height: context.host.clientHeight };
  const pen = wipe(parts.canvas, box);
  if (!map || !facts) return;
  const values = (store) => store.get().byId.values();
  const things = thingsInPicture(ground, {
    incidents: values(facts.incidents),
    riskPoints: values(facts.riskPoints),
    now: facts.now(),
  });
  const palette = readPalette(context.host);
  draw(pen, { rect: fitBox(box, ground), size: ground, borders, things, palette, language: context.i18n.lang });
}

function spotAt({ context, ground }, at) {
  const box = { width: context.host.clientWidth, height: context.host.clientHeight };
  const pixel = pixelAt(at, fitBox(box, ground), ground);
  return pixel && ground.placeOf(pixel);
}

/** The place under the mouse in words, the doubt with it; without a mouse whether the calibration can be trusted. */
function say(lens, spot) {
  const { context, parts, map, picking } = lens;
  const { i18n, calibration } = context;
  const lines = [];
  if (calibration.stale && (map || picking || spot)) lines.push(i18n.t('lens.stale', { why: i18n.name(calibration.stale) }));
  if (spot && (map || picking)) lines.push(spotWords(i18n, spot));
  else if (picking) lines.push(i18n.t('lens.pick'));
  parts.words.hidden = lines.length === 0;
  parts.words.textContent = lines.join(' ');
}

function spotWords(i18n, spot) {
  if (spot.outcome !== 'GROUND') return i18n.t(`lens.${spot.outcome}`);
  const place = `${spot.lng.toFixed(6)}, ${spot.lat.toFixed(6)}`;
  return i18n.t('lens.place', { place, accuracy: accuracyWords(spot.accuracyMetres) });
}
