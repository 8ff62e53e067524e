import { el, fill } from '../../dom/el.js';
import { problemSentence } from '../words.js';

/**
 * The directions stored in the camera itself: read when somebody asks, for a device may take seconds; turned to, forgotten,
 * and the present view stored. Every order needs a ticket, which is on record.
 *
 * @param {{i18n: import('../../i18n/i18n.js').I18n, camera: {id: string},
 *   room: ReturnType<typeof import('../../rooms/cameras.js').createCamerasRoom>, changed: () => Promise<void>}} context
 *   changed: what is known of the head may be another now
 */
export function createDevicePresets(context) {
  const { i18n } = context;
  const list = el('div', {});
  const note = el('p', { role: 'status', hidden: true });
  const part = { context, list, note };
  const reader = button(i18n.t('preset.readDevice'), () => read(part));
  const title = el('h4', {}, i18n.t('preset.inDevice'));
  return Object.freeze({
    element: el('div', { class: 'stack device-presets' }, title, list, el('div', { class: 'form-acts' }, reader), note),
    store: (number, view) => store(part, number, view),
  });
}

function button(text, click, label = text) {
  return el('button', { class: 'button', type: 'button', 'aria-label': label, on: { click } }, text);
}

async function read(part) {
  const { context, list } = part;
  say(part, context.i18n.t('form.working'));
  await attempt(part, async () => {
    const items = await context.room.devicePresets(context.camera.id);
    const rows = el('ul', { class: 'plain-list' }, ...items.map((preset) => row(part, preset)));
    fill(list, items.length > 0 ? rows : el('p', { class: 'quiet' }, context.i18n.t('preset.noneInDevice')));
    say(part, null);
  });
}

function row(part, { number, name, bearing }) {
  const { i18n } = part.context;
  const known = typeof bearing === 'number';
  const words = known
    ? i18n.t('preset.deviceRow', { number, name, bearing: Math.round(bearing) })
    : i18n.t('preset.deviceRowBare', { number, name });
  const { room, camera } = part.context;
  const call = () => attempt(part, () => withTicket(part, (ticket) => room.callPreset(camera.id, number, ticket)));
  const forget = el('button', { class: 'button plain', type: 'button' }, i18n.t('preset.forget'));
  // the second click within the same row is the confirmation
  forget.addEventListener('click', () => {
    if (forget.dataset.sure) remove(part, number);
    else {
      forget.dataset.sure = 'yes';
      forget.textContent = i18n.t('preset.forgetSure', { number });
    }
  });
  return el(
    'li',
    { class: 'near-incident' },
    el('span', { class: 'pick-text' }, words),
    button(i18n.t('preset.call'), call, i18n.t('preset.callOne', { number })),
    forget,
  );
}

async function remove(part, number) {
  await attempt(part, async () => {
    await part.context.room.forgetPreset(part.context.camera.id, number);
    await part.context.changed();
    await read(part);
  });
}

/** @returns {Promise<object | null>} the problem, to be shown at its fields */
async function store(part, number, view) {
  const { room, camera, changed } = part.context;
  return attempt(part, async () => {
    await withTicket(part, (ticket) => room.storePreset(camera.id, number, { ...view, ticket }));
    await changed();
    await read(part);
    say(part, part.context.i18n.t('preset.stored', { number }));
  });
}

async function withTicket({ context: { room, camera, i18n } }, order) {
  const { ticket } = await room.ticket(camera.id, { purpose: 'MAINTENANCE', reason: i18n.t('preset.reason') });
  return order(ticket);
}

async function attempt(part, task) {
  try {
    await task();
    return null;
  } catch (problem) {
    const { i18n } = part.context;
    say(part, problemSentence(i18n, problem, i18n.t('preset.inDevice')));
    return problem;
  }
}

function say({ note }, words) {
  note.hidden = words === null;
  note.textContent = words ?? '';
}
