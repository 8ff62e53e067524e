import { problemSentence } from '../console/words.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { clockWords, spanWords } from '../i18n/words.js';
import { codingName, phaseOf, renewalAt, retryAfter, wordOf } from '../state/pictures.js';
import { keepingUnder } from './keeping.js';
import { createPlayer } from './player.js';
import { createStills } from './stills.js';
import { tileParts } from './tileParts.js';
import { createTileReason } from './tileReason.js';
import { showAiming, showHearing, showLens, showPad } from './tileTools.js';

const TICK_MS = 1_000;
/** Stills because the server is busy: the moving picture is tried again after this. */
const STILLS_MS = 60_000;
const STILL_STEP = 160;
const STILL_MOST = 1_920;
const STILLS = Object.freeze(['unplayable', 'stills']);
/** Phases after which a new try makes sense without anybody asking. */
const TRY_AGAIN = Object.freeze(['cut', 'late']);

/** Phases in which a picture is missing that may yet come. */
const WAITING = Object.freeze(['opening', 'late', 'still']);

/**
 * One camera's picture with what belongs beside it by law and by sense: who looks and when, how old the picture is, and,
 * when none comes, which step failed. It renews its ticket with the same purpose while it is on the screen.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, camera: {id: string, name: string, kind?: string},
 *   purpose: import('../rooms/cameras.js').Purpose, viewer: string,
 *   room: ReturnType<typeof import('../rooms/cameras.js').createCamerasRoom>,
 *   openSocket: (path: string) => WebSocket, now: () => number, ground?: import('./groundSource.js').GroundSource,
 *   place?: {lng: number, lat: number}, aimAtOnce?: boolean,
 *   on: {close?: () => void, open?: () => void}}} context place: what a turning camera may be turned to
 */
export function createCameraTile(context) {
  const undo = disposer();
  const tile = {
    context,
    parts: tileParts(context),
    state: { ticket: null, renewAt: 0, live: null, next: null, phase: 'opening', tries: 0, timer: 0, over: false, asking: false, unplayable: null, small: false, failed: null, heard: false },
  };
  tile.reason = reasonOf(tile);
  undo.every(TICK_MS, () => tick(tile));
  undo.add(() => {
    tile.state.over = true;
    clearTimeout(tile.state.timer);
    tile.reason.destroy();
    tile.state.pad?.destroy();
    tile.state.lens?.destroy();
    [tile.state.live, tile.state.next].forEach((run) => run?.destroy());
  });
  showAiming(tile);
  tile.parts.element.append(keepingUnder(context, () => tile.state.ticket?.ticket ?? null));
  begin(tile);
  return Object.freeze({ element: tile.parts.element, camera: context.camera, destroy: undo.destroy });
}

async function begin(tile) {
  const { context, state } = tile;
  clearTimeout(state.timer);
  if (state.over || state.asking) return;
  state.asking = true;
  try {
    if (isOver(tile)) {
      state.ticket = await context.room.ticket(context.camera.id, context.purpose);
      state.renewAt = renewalAt(state.ticket, context.now());
      state.small = state.tried ? state.small : Boolean(context.small && state.ticket.subStream);
      state.tried = true;
      if (context.aimAtOnce && !state.aimed) state.aiming?.run();
      state.aimed = true;
    }
    if (!state.over) play(tile);
  } catch (problem) {
    if (!state.over && problem.kind !== 'cancelled') say(tile, [openFault(context, problem)]);
  } finally {
    state.asking = false;
  }
}

/** Whether a new ticket is due, or none is there. */
function isOver({ context, state }) {
  return state.ticket === null || context.now() >= state.renewAt;
}

const wantsSub = ({ unplayable, small }) => unplayable !== null || small;

/** A second player starts behind the first, which goes when the new one has a picture: a renewed ticket is not seen. */
function play(tile) {
  const { context, parts, state } = tile;
  state.next?.destroy();
  const video = el('video', { muted: true, autoplay: true, playsinline: true, 'aria-label': context.camera.name });
  video.muted = true;
  parts.screen.append(video);
  const player = createPlayer(video, {
    openSocket: () => context.openSocket(`${state.ticket.liveUrl}&reasons=1${wantsSub(state) ? '&stream=sub' : ''}`),
    now: context.now,
    onProgress: () => !state.over && shown(tile),
  });
  const run = Object.freeze({
    player,
    video,
    destroy() {
      player.destroy();
      video.remove();
    },
  });
  if (state.live === null) state.live = run;
  else state.next = run;
}

function shown(tile) {
  const { context, state } = tile;
  const outlived = state.live.player.progress().end !== null;
  if (state.next && (outlived || state.next.player.progress().pictures > 0)) {
    state.live.destroy();
    Object.assign(state, { live: state.next, next: null });
    state.live.video.muted = !state.heard;
  }
  const phase = phaseOf(state.live.player.progress(), context.now());
  if (phase !== state.phase) enter(tile, phase);
  tellFailure(tile);
  showFoot(tile);
}

/** What the server says by itself, before anybody has waited long enough to ask. */
function tellFailure(tile) {
  const { reason, state } = tile;
  const { failed, format } = state.live?.player.progress() ?? { failed: null, format: null };
  if (failed === state.failed || (failed && !WAITING.includes(state.phase))) return;
  state.failed = failed;
  // a sub-stream that does not come is no reason to show nothing
  if (failed && format === null && wantsSub(state)) enter(tile, 'unplayable');
  else if (failed) reason.pushed(failed);
}

function enter(tile, phase) {
  const { context, parts, state } = tile;
  state.phase = phase;
  parts.element.dataset.phase = phase;
  if (phase === 'live') {
    state.tries = 0;
    tile.reason.forget();
    parts.screen.querySelector('.tile-snapshot')?.remove();
    say(tile, []);
    showPad(tile, (problem) => say(tile, [problemSentence(context.i18n, problem, context.i18n.t('ptz.label'))]));
    showLens(tile);
    showHearing(tile);
    return;
  }
  if (phase === 'unplayable' && (state.small || state.unplayable === null)) playOther(tile);
  else if (STILLS.includes(phase)) showSnapshots(tile);
  else if (phase !== 'opening' && phase !== 'still' && !isAnew(tile)) explain(tile);
  if (TRY_AGAIN.includes(phase)) again(tile);
}

/** The server has another stream for us now, such as one with masks. */
function isAnew({ state }) {
  return state.live?.player.progress().end?.code === 'anew';
}

function again(tile) {
  const { state } = tile;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => restart(tile), isAnew(tile) ? 0 : retryAfter(state.tries));
  state.tries += 1;
}

function restart(tile) {
  const { state } = tile;
  const { format, end } = state.live?.player.progress() ?? { format: null, end: null };
  // a door that did not open at all: the ticket may be worthless; one new ticket will tell, each is a line in the register
  const worthless = state.phase === 'refused' || (end !== null && format === null && state.tries <= 1);
  [state.live, state.next].forEach((run) => run?.destroy());
  Object.assign(state, { live: null, next: null, ticket: worthless ? null : state.ticket });
  begin(tile);
}

async function explain(tile) {
  const { end, format } = tile.state.live?.player.progress() ?? { end: null, format: null };
  if (end && format === null && (await isForbidden(tile))) return;
  tile.reason.tell(end);
}

function reasonOf(tile) {
  const { context, parts, state } = tile;
  return createTileReason({
    i18n: context.i18n,
    diagnosis: () => context.room.diagnosis(context.camera.id),
    isVain: () => !state.over && state.phase !== 'live' && !STILLS.includes(state.phase),
    isLate: () => state.phase === 'late',
    isSilent: () => parts.words.hidden,
    say: (lines) => say(tile, lines),
    retry: () => retryButton(tile),
  });
}

/** What this browser cannot play, such as H.265, has perhaps a sub-stream beside it that it can; and a tile that asked for the small one gets the main one. */
function playOther(tile) {
  const { state } = tile;
  if (state.small) state.small = false;
  else state.unplayable = codingName(state.live.player.progress().end.reason);
  Object.assign(state, { phase: 'opening', failed: null });
  [state.live, state.next].forEach((run) => run?.destroy());
  Object.assign(state, { live: null, next: null });
  begin(tile);
}

/** A browser hears nothing of why a socket does not open. Where trying again is in vain the tile says so and stops. */
async function isForbidden(tile) {
  const { context, parts, state } = tile;
  const problem = await context.room.knock(state.ticket).catch((reason) => reason);
  if (problem?.code !== 'camera.masked' || state.over) return false;
  clearTimeout(state.timer);
  // or it would tell of its end again and again
  state.live?.destroy();
  state.phase = 'refused';
  parts.element.dataset.phase = 'refused';
  parts.state.textContent = context.i18n.t('tile.refused');
  say(tile, [problem.detail, retryButton(tile)]);
  return true;
}

/** Single pictures instead of a stream, and the reason with them: the browser cannot play it, or the server is busy. */
function showSnapshots(tile) {
  const { context, parts, state } = tile;
  const { i18n, now } = context;
  const format = state.unplayable;
  const until = state.phase === 'stills' ? now() + STILLS_MS : Infinity;
  const next = () => {
    if (state.over || !STILLS.includes(state.phase)) return null;
    if (!isOver(tile) && now() < until) return `${state.ticket.snapshotUrl}&width=${stillWidth(parts.screen)}&at=${now()}`;
    restart(tile);
    return null;
  };
  const why = i18n.t(state.phase === 'stills' ? 'tile.stillsWhy' : 'tile.unplayable', { format });
  say(tile, [why]);
  if (state.phase === 'unplayable') sayNotes(tile, why);
  // nobody plays it: the server need not send it
  state.live.destroy();
  fill(parts.screen, createStills(context.camera.name, next));
}

/** As wide as it is shown, in steps, so that many screens ask for the same small picture. */
function stillWidth({ clientWidth }) {
  const wanted = Math.ceil((clientWidth * devicePixelRatio) / STILL_STEP) * STILL_STEP;
  return Math.min(Math.max(wanted, STILL_STEP), STILL_MOST);
}

/** Such as a device that sent its main stream again where the sub-stream was asked for. */
async function sayNotes(tile, why) {
  const { context, state } = tile;
  const { notes = [], advice } = await context.room.diagnosis(context.camera.id).catch(() => ({}));
  if (!state.over && state.phase === 'unplayable') say(tile, [why, ...notes, context.i18n.name(advice)]);
}

function retryButton(tile) {
  const click = () => {
    tile.state.tries = 0;
    restart(tile);
  };
  return el('button', { class: 'button', type: 'button', on: { click } }, tile.context.i18n.t('retry'));
}

function tick(tile) {
  const { context, parts, state } = tile;
  parts.mark.textContent = `${context.viewer} ${clockWords(context.now())}`;
  const steady = state.phase === 'live' || state.phase === 'still';
  if (steady && state.next === null && isOver(tile)) begin(tile);
}

function showFoot({ context, parts, state }) {
  if (state.live === null) return;
  const { i18n, now } = context;
  const { arrived } = state.live.player.progress();
  const age = arrived === null ? null : spanWords(i18n, (now() - arrived) / 1000);
  const word = wordOf(state.phase, parts.words.hidden);
  const sub = state.phase === 'live' && wantsSub(state);
  parts.state.textContent = i18n.t(`tile.${word}`, { age: age ?? '—' }) + (sub ? ` · ${i18n.t('tile.sub')}` : '');
  parts.left.textContent = i18n.t('tile.left', { span: spanWords(i18n, (state.renewAt - now()) / 1000) });
}

function say({ parts, state }, lines) {
  const present = lines.filter(Boolean);
  const said = present.map((line) => line.textContent ?? line).join();
  // what stands there stays: somebody may be about to press its button
  if (said === state.said) return;
  state.said = said;
  parts.words.hidden = present.length === 0;
  fill(parts.words, ...present.map((line) => (typeof line === 'string' ? el('p', {}, line) : line)));
}

const openFault = ({ i18n }, problem) => problemSentence(i18n, problem, i18n.t('tile.open'));
