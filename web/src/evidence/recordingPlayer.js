import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { clockWords } from '../i18n/words.js';
import { createRecordingLine } from './recordingLine.js';
import { createWindingBar } from './windingBar.js';

const TICK_MS = 1_000;
const SPEEDS = Object.freeze([1, 2, 4]);
/** Our server's word for a ticket that has ended. */
const TICKET_ENDED = 1008;

/**
 * Plays what a device has recorded: hold, go on, faster, wind. Who looks, and when, stands over the picture. A ticket that
 * ends is renewed with the same reason, from where it stands.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, viewer: string, name: string, span: import('../state/recordings.js').Span,
 *   now: () => number, open: (from: number) => Promise<WebSocket>, ticket: () => Promise<void>,
 *   whyClosed: () => Promise<string | null>}} context open: a line of what is left of the span; ticket: has it renewed
 */
export function createRecordingPlayer(context) {
  const { i18n, span } = context;
  const undo = disposer();
  const player = { context, undo, line: null, told: null, at: span.from, over: false };
  player.parts = playerParts(player);
  player.bar = createWindingBar({ i18n, span, onSeek: (at) => wish(player, { op: 'seek', at: new Date(at).toISOString() }) });
  player.element = el(
    'div',
    { class: 'stack recording' },
    player.parts.picture,
    player.bar.element,
    el('div', { class: 'evidence-acts' }, player.parts.toggle, player.parts.speeds, player.parts.words),
  );
  const { mark } = player.parts;
  const write = () => (mark.textContent = `${context.viewer} ${clockWords(context.now())}`);
  write();
  undo.every(TICK_MS, write);
  undo.add(player.bar.destroy);
  undo.add(() => {
    player.over = true;
    player.line?.destroy();
  });
  begin(player, span.from);
  return Object.freeze({ element: player.element, showKept: player.bar.showKept, destroy: undo.destroy });
}

function playerParts(player) {
  const { i18n, name } = player.context;
  const screen = el('div', { class: 'tile-screen' });
  const mark = el('div', { class: 'tile-mark clip-mark', 'aria-hidden': 'true' });
  const words = el('p', { class: 'caption', role: 'status' });
  const toggle = el('button', { class: 'button primary', type: 'button', on: { click: () => press(player) } });
  const choose = (value) => () => wish(player, { op: 'speed', value });
  const buttons = SPEEDS.map((value) =>
    el('button', { class: 'button', type: 'button', data: { speed: value }, on: { click: choose(value) } }, `${value}×`),
  );
  const speeds = el('div', { class: 'recording-speeds', role: 'group', 'aria-label': i18n.t('recording.speed') }, ...buttons);
  const picture = el('div', { class: 'tile-picture clip-picture', 'aria-label': name }, screen, mark);
  return { screen, mark, words, toggle, speeds, buttons, picture };
}

async function begin(player, from) {
  const { context, parts } = player;
  const video = el('video', { muted: true, autoplay: true, playsinline: true, 'aria-label': context.name });
  video.muted = true;
  player.line?.destroy();
  fill(parts.screen, video);
  show(player, { state: 'OPENING', at: new Date(from).toISOString(), speed: 1, cause: null });
  const socket = await context.open(from);
  if (player.over) {
    socket.close();
    return;
  }
  player.line = createRecordingLine(video, {
    openSocket: () => socket,
    onTold: (told) => show(player, told),
    onEnd: (end) => ended(player, end),
  });
}

function show(player, told) {
  const { parts, bar, context } = player;
  player.told = told;
  player.at = Date.parse(told.at);
  bar.show(player.at);
  parts.picture.dataset.state = told.state;
  const playing = told.state === 'PLAYING' || told.state === 'OPENING';
  const label = context.i18n.t(playing ? 'recording.pause' : 'recording.play');
  if (parts.toggle.textContent !== label) parts.toggle.textContent = label;
  parts.buttons.forEach((button) => button.setAttribute('aria-pressed', String(Number(button.dataset.speed) === told.speed)));
  const words = stateWords(context.i18n, told);
  if (parts.words.textContent !== words) parts.words.textContent = words;
}

function stateWords(i18n, { state, cause }) {
  if (state !== 'FAILED') return i18n.t(`recording.state.${state}`);
  const code = (cause ?? '').replace(/-\d+$/, '');
  const known = i18n.t(`recordingFault.${code}`);
  return known === `recordingFault.${code}` ? i18n.t('recording.failed', { code: cause ?? '—' }) : known;
}

function press(player) {
  const { told, line } = player;
  if (line === null) begin(player, player.at);
  else wish(player, { op: told.state === 'PLAYING' || told.state === 'OPENING' ? 'pause' : 'play' });
}

function wish(player, order) {
  player.line?.send(order);
}

async function ended(player, { code, reason }) {
  const { context, told, parts, at } = player;
  const played = told.state !== 'OPENING';
  player.line?.destroy();
  player.line = null;
  if (code === TICKET_ENDED && played && told.state !== 'PAUSED') {
    await context.ticket().then(
      () => begin(player, at),
      () => show(player, { ...told, state: 'PAUSED' }),
    );
    return;
  }
  show(player, { ...told, state: 'PAUSED' });
  const why = code === 'unplayable' ? context.i18n.t('evidence.unplayable', { format: reason }) : await context.whyClosed();
  if (!player.over) parts.words.textContent = why ?? context.i18n.t('recording.cut');
}
