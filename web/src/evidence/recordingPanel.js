import { problemSentence } from '../console/words.js';
import { el, fill } from '../dom/el.js';
import { textField } from '../forms/fields.js';
import { momentWords } from '../i18n/words.js';
import { localTime, spanAround, spanFault } from '../state/recordings.js';
import { createRecordingPlayer } from './recordingPlayer.js';

/**
 * What a device itself has recorded around the time of an incident: a span is chosen, a reason given, and it plays here.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, room: object, camera: {id: string, name: string,
 *   source?: string}, incident: {id: string, number: string, occurredAt: string}, now: () => number,
 *   openMedia: (path: string) => WebSocket, onKept: (clip: object) => void}} context
 */
export function createRecordingPanel(context) {
  const { i18n, camera, incident, now } = context;
  const stage = el('div', { class: 'stack' });
  const panel = { context, stage, player: null, over: false };
  const head = [
    el('h2', { tabindex: '-1' }, `${camera.name} · ${i18n.t('recording.title')}`),
    el('p', { class: 'quiet' }, i18n.t('recording.of', { number: incident.number, time: momentWords(i18n, Date.parse(incident.occurredAt), now()) })),
  ];
  const body = camera.source === 'rtsp' ? el('p', { class: 'notice' }, i18n.t('recording.gbOnly')) : chooser(panel);
  return Object.freeze({
    element: el('div', { class: 'stack recording-panel' }, ...head, stage, body),
    destroy() {
      panel.over = true;
      panel.player?.destroy();
    },
  });
}

function chooser(panel) {
  const { i18n, incident, now } = panel.context;
  const usual = spanAround(Date.parse(incident.occurredAt), now());
  const time = (name) =>
    textField({ name, label: i18n.t(`recording.${name}`), type: 'datetime-local', value: localTime(usual[name]) });
  const [from, to] = [time('from'), time('to')];
  [from, to].forEach(({ input }) => input.setAttribute('step', '1'));
  const reason = textField({ name: 'reason', label: i18n.t('evidence.playReason') });
  const outcome = el('p', { class: 'outcome fault', role: 'alert' });
  const submit = el('button', { class: 'button primary', type: 'submit' }, i18n.t('recording.open'));
  const keep = el('button', { class: 'button', type: 'submit', value: 'keep' }, i18n.t('recording.keep'));
  const form = el(
    'form',
    { class: 'stack', novalidate: true },
    el('div', { class: 'pair' }, from.element, to.element),
    reason.element,
    outcome,
    el('div', { class: 'evidence-acts' }, submit, keep),
    el('p', { class: 'caption' }, i18n.t('recording.keepHint')),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const span = { from: Date.parse(from.read()), to: Date.parse(to.read()) };
    const fault = spanFault(span, now());
    to.fault(fault && i18n.t(fault));
    reason.fault(reason.read() === '' ? i18n.t('evidence.needed') : null);
    if (fault || reason.read() === '' || submit.disabled) return;
    submit.disabled = true;
    outcome.textContent = '';
    const act = event.submitter === keep ? keepSpan : play;
    try {
      await act(panel, span, reason.read());
    } catch (problem) {
      outcome.textContent = problemSentence(i18n, problem, i18n.t('recording.open'));
    }
    submit.disabled = false;
  });
  return form;
}

const iso = (at) => new Date(at).toISOString();

async function play(panel, span, reason) {
  const { context, stage } = panel;
  const { i18n, session, room, camera, incident, now, openMedia } = context;
  const of = { cameraId: camera.id, incidentId: incident.id };
  const state = { ticket: (await room.ticket(of, reason)).ticket };
  const address = (from) => room.recordingOf(camera.id, { ticket: state.ticket, from: iso(from), to: iso(span.to) });
  if (panel.over) return;
  panel.player?.destroy();
  panel.player = createRecordingPlayer({
    i18n,
    viewer: session.displayName ?? session.username,
    name: camera.name,
    span,
    now,
    open: async (from) => openMedia(address(Math.min(from, span.to - 1000))),
    ticket: async () => (state.ticket = (await room.ticket(of, reason)).ticket),
    // a browser hears nothing of why a socket does not open
    whyClosed: async () => (await room.knock(address(span.from)))?.detail ?? null,
  });
  const known = el('p', { class: 'caption', role: 'status' }, i18n.t('recording.asking'));
  fill(stage, panel.player.element, known);
  tellKept(panel, span, known);
}

/** What the device has of the span; it plays whether the device answers or not. */
async function tellKept({ context, player }, span, known) {
  const { i18n, room, camera } = context;
  try {
    const { items } = await room.recordings(camera.id, { from: iso(span.from), to: iso(span.to) });
    const kept = items.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
    player.showKept(kept);
    known.textContent = i18n.t(kept.length === 0 ? 'recording.noneKept' : 'recording.kept', { n: kept.length });
  } catch (problem) {
    known.textContent = problemSentence(i18n, problem, i18n.t('recording.title'));
  }
}

async function keepSpan({ context }, span, reason) {
  const { room, camera, incident, onKept } = context;
  const { ticket } = await room.ticket({ cameraId: camera.id, incidentId: incident.id }, reason);
  const wish = { ticket, incidentId: incident.id, source: 'DEVICE', from: iso(span.from), to: iso(span.to) };
  onKept(await room.keep(camera.id, wish));
}
