import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { pictureGround } from '../geo/pictureGround.js';
import { pageHead } from '../session/pageHead.js';
import * as pairs from '../state/pairs.js';
import { writeQuery } from '../state/query.js';
import { bordersInPicture } from '../state/pictureThings.js';
import { createActs } from './acts.js';
import { createCameraChoice } from './cameraChoice.js';
import { createMapSide } from './mapSide.js';
import { createPairTable } from './pairTable.js';
import { createPicturePane } from './picturePane.js';
import { createTrial } from './trial.js';

/**
 * Calibrates a fixed camera: the same spots clicked in its picture and on the map, until the grid borders lie where they
 * should.
 *
 * @param {HTMLElement} host
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, place: object, baseMap: object, grids: object,
 *   cameras: readonly object[], wanted: string | null, mayLook: boolean, now: () => number, cone: Function,
 *   room: ReturnType<typeof import('../rooms/cameras.js').createCamerasRoom>, on: object}} context
 */
export function createCalibrationPage(host, context) {
  const undo = disposer();
  const page = { context, undo, camera: null, kept: null, frame: null, size: null, state: pairs.NO_PAIRS, trial: null };
  page.change = (next) => change(page, next);
  page.parts = partsOf(page);
  layOut(host, page);
  undo.add(...Object.values(page.parts).map((part) => part.destroy ?? (() => {})));
  undo.listen(host, 'keydown', (event) => answerKey(page, event));
  page.parts.map.start();
  redraw(page);
  const first = context.cameras.find(({ id, kind }) => id === context.wanted && kind !== 'PTZ');
  page.parts.choice.begin(context.wanted !== null && !first);
  if (first) choose(page, first);
  return Object.freeze({ setTheme: () => redraw(page), destroy: undo.destroy });
}

function partsOf(page) {
  const { context } = page;
  const nudge = (index, by) => page.change(pairs.nudged(page.state, index, by, page.frame ?? { width: 0, height: 0 }));
  return {
    choice: createCameraChoice({
      ...context,
      isDirty: () => page.state.past.length > 0,
      onChoose: (camera) => choose(page, camera),
    }),
    picture: createPicturePane({
      ...context,
      onPixel: (pixel) => page.change(pairs.withPixel(page.state, pixel)),
      onMove: (pixel) => page.parts.map.point(pixel && page.ground ? page.ground.placeOf(pixel) : null),
      spotAt: (pixel) => page.ground?.placeOf(pixel) ?? null,
      onSize: (size) => fitTo(page, size),
    }),
    table: createPairTable({
      i18n: context.i18n,
      onChoose: (index) => show(page, pairs.choosing(page.state, index)),
      onNudge: nudge,
      onPart: (index, part) => page.change(pairs.withPart(page.state, index, part)),
      onRemove: (index) => page.change(pairs.without(page.state, index)),
      onAdd: () => page.change(pairs.withPart(page.state, page.state.pairs.length, { x: null, y: null, lng: null, lat: null })),
    }),
    acts: createActs({
      ...context,
      onUndo: () => page.change(pairs.undone(page.state)),
      onMirrored: () => tryNow(page),
      save: () => save(page),
      remove: () => remove(page),
      reload: () => choose(page, page.camera),
    }),
    map: createMapSide({ ...context, onPlace: (place) => placed(page, place) }),
    trial: createTrial({ run: (body) => context.room.tryCalibration(page.camera.id, body), onAnswer: (answer) => tried(page, answer) }),
  };
}

/** Who may not look clicks no spots, and moves the place of the chosen one. */
function placed(page, place) {
  const { context, camera, state } = page;
  if (!camera) return;
  const moving = !context.mayLook && state.chosen !== null;
  page.change(moving ? pairs.withPart(state, state.chosen, { lng: place.lng, lat: place.lat }) : pairs.withPlace(state, place));
}

function layOut(host, { context, parts }) {
  const { i18n, place } = context;
  fill(
    host,
    el(
      'div',
      { class: 'page calibration-page' },
      pageHead(
        { ...context, title: i18n.t('calibration.title'), home: i18n.t('calibration.console'), synthetic: place.synthetic },
        el('a', { class: 'page-link', href: '/cameras' }, i18n.t('menu.cameras')),
      ),
      el(
        'main',
        { class: 'calibration-work' },
        parts.choice.element,
        parts.picture.element,
        parts.table.element,
        parts.acts.element,
      ),
      parts.map.element,
    ),
  );
}

async function choose(page, camera) {
  const { context, parts } = page;
  Object.assign(page, { camera, kept: null, frame: null, size: null, trial: null, ground: null });
  history.replaceState(null, '', `${location.pathname}${writeQuery([['camera', camera.id]])}`);
  parts.map.show(camera);
  parts.acts.show({ camera, kept: null });
  show(page, pairs.NO_PAIRS);
  try {
    const known = (await context.room.calibrations()).some(({ cameraId }) => cameraId === camera.id);
    const kept = known ? await context.room.calibration(camera.id) : null;
    if (page.camera !== camera) return;
    take(page, kept);
    parts.picture.show(camera, page.frame);
  } catch (problem) {
    parts.acts.fail(problem, 'calibration.read');
  }
}

/** What the database has is the start of everything else. */
function take(page, kept) {
  page.kept = kept;
  page.frame = kept ? { width: kept.pictureWidth, height: kept.pictureHeight } : null;
  page.parts.acts.show({ camera: page.camera, kept });
  show(page, pairs.pairsOf(kept?.pairs ?? []));
  if (page.size) fitTo(page, page.size);
  else tryNow(page);
}

/** A picture of another size than the one that was calibrated: the same spots lie elsewhere. */
function fitTo(page, size) {
  page.size = size;
  const { frame, state } = page;
  page.frame = size;
  const other = frame && (frame.width !== size.width || frame.height !== size.height);
  if (other && state.past.length === 0) page.state = pairs.pairsOf(pairs.resized(state.pairs, frame, size));
  show(page, page.state);
  tryNow(page);
}

function change(page, next) {
  if (next === page.state) return;
  show(page, next);
  tryNow(page);
}

function show(page, state) {
  page.state = state;
  redraw(page);
}

function tryNow(page) {
  const { parts, state, frame } = page;
  const whole = pairs.complete(state);
  if (whole.length < 4 || !frame || !page.camera) {
    parts.trial.cancel();
    tried(page, null);
    return;
  }
  parts.trial.ask(bodyOf(page, whole));
}

function bodyOf({ frame, parts }, whole) {
  return {
    pictureWidth: frame.width,
    pictureHeight: frame.height,
    pairs: whole.map(({ x, y, lng, lat }) => ({ x, y, lng, lat })),
    mirrored: parts.acts.isMirrored(),
  };
}

function tried(page, answer) {
  page.trial = answer;
  page.ground = answer?.calibration ? pictureGround(answer.calibration) : null;
  page.borders = page.ground ? bordersInPicture(page.ground, page.context.grids?.features ?? []) : [];
  redraw(page);
}

function redraw({ context, parts, camera, state, trial, ground, borders }) {
  // without a camera there is nothing to pair or to save
  parts.table.element.hidden = camera === null;
  parts.acts.element.hidden = camera === null;
  const whole = pairs.complete(state);
  const calibration = trial?.calibration ?? null;
  const facts = new Map(whole.map(({ index }, i) => [index, calibration?.pairs[i] ?? null]));
  const faults = faultsByPair(trial, whole, context.i18n);
  parts.table.draw(state, facts, faults);
  parts.picture.draw({ state, ground, borders: borders ?? [], faults });
  parts.map.draw({ state, faults, footprint: calibration?.ground.footprint ?? null });
  parts.acts.draw({ state, trial, whole: whole.length });
}

/** The server counts the pairs it was sent; the page those that stand in the table. */
function faultsByPair(trial, whole, i18n) {
  const found = new Map();
  for (const fault of trial?.faults ?? []) {
    const index = /^pairs\[(\d+)\]/.exec(fault.field)?.[1];
    if (index !== undefined && whole[index]) found.set(whole[index].index, i18n.name(fault));
  }
  return found;
}

async function save(page) {
  const { context, parts, camera, kept } = page;
  const body = { ...bodyOf(page, pairs.complete(page.state)), version: kept?.version ?? null };
  try {
    const saved = await context.room.saveCalibration(camera.id, body);
    if (page.camera !== camera) return;
    take(page, saved);
    parts.choice.mark(camera.id, true);
    parts.acts.saved(saved);
  } catch (problem) {
    parts.acts.fail(problem, 'calibration.save');
  }
}

async function remove(page) {
  const { context, parts, camera, kept } = page;
  try {
    await context.room.removeCalibration(camera.id, kept.version);
    if (page.camera !== camera) return;
    take(page, null);
    parts.choice.mark(camera.id, false);
    parts.acts.removed();
  } catch (problem) {
    parts.acts.fail(problem, 'calibration.remove');
  }
}

function answerKey(page, event) {
  const typing = event.target.closest('input, textarea, select');
  if (typing || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  page.change(pairs.undone(page.state));
}
