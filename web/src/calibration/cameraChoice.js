import { el, fill } from '../dom/el.js';

/**
 * Which camera is calibrated; cameras that turn cannot be, and the page says why.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, cameras: readonly object[], room: object, wanted: string | null,
 *   isDirty: () => boolean, onChoose: (camera: object) => void}} context
 */
export function createCameraChoice(context) {
  const { i18n, cameras, room, wanted } = context;
  const fixed = cameras.filter((camera) => camera.kind !== 'PTZ');
  const select = el('select', { class: 'select', id: 'calibration-camera' });
  const note = el('p', { class: 'caption', role: 'status' });
  const chosen = fixed.some(({ id }) => id === wanted) ? wanted : '';
  const choice = { context, fixed, select, note, chosen, done: new Map() };
  select.addEventListener('change', () => asked(choice, select.value));
  draw(choice);
  const label = el('label', { class: 'label', for: select.id }, i18n.t('calibration.camera'));
  return Object.freeze({
    element: el('div', { class: 'calibration-choice' }, label, select, note),
    /** @param {boolean} turns the camera of the link cannot be calibrated */
    async begin(turns) {
      const empty = fixed.length === 0;
      note.textContent = i18n.t(turns ? 'calibration.turns' : empty ? 'calibration.none' : 'calibration.fixedOnly');
      const list = await room.calibrations().catch(() => []);
      list.forEach((item) => choice.done.set(item.cameraId, item.stale ? 'stale' : 'done'));
      draw(choice);
    },
    mark(id, is) {
      choice.done.set(id, is ? 'done' : undefined);
      draw(choice);
    },
  });
}

function draw({ context, fixed, select, done, chosen }) {
  const { i18n } = context;
  const options = fixed.map((camera) => {
    const state = done.get(camera.id);
    return el('option', { value: camera.id }, state ? `${camera.name} · ${i18n.t(`calibration.${state}`)}` : camera.name);
  });
  fill(select, el('option', { value: '' }, i18n.t('calibration.choose')), ...options);
  select.value = chosen;
}

/** Pairs that are not saved are not dropped by a slip. */
function asked(choice, next) {
  const { context, select, note, chosen } = choice;
  const { i18n, isDirty } = context;
  if (chosen === '' || !isDirty()) {
    take(choice, next);
    return;
  }
  select.value = chosen;
  const drop = el('button', { class: 'button', type: 'button', on: { click: () => take(choice, next) } });
  drop.textContent = i18n.t('calibration.drop');
  fill(note, i18n.t('calibration.unsaved'), drop);
}

function take(choice, id) {
  const camera = choice.fixed.find((one) => one.id === id);
  choice.note.replaceChildren();
  if (camera) choice.chosen = id;
  choice.select.value = choice.chosen;
  if (camera) choice.context.onChoose(camera);
}
