import { el, fill } from '../dom/el.js';
import { mayManage } from '../state/cameraAdminUrl.js';
import { mayCalibrate } from '../state/watchers.js';
import { createCameraForm } from './cameraForm.js';
import { createCeilingBox } from './ceilingBox.js';
import { createDiagnosisPanel } from './diagnosisPanel.js';
import { retryNotice } from './listFrame.js';
import { createMaskPanel } from './maskPanel.js';

const PARTS = Object.freeze({ settings: createCameraForm, masks: createMaskPanel, diagnosis: createDiagnosisPanel });

/**
 * One camera: what is kept of it, its masks, what its last session tells.
 *
 * @param {object} context of the page, with `view`, `drafts` by camera, and `changed`: a camera was saved
 */
export function createCameraPanel(context) {
  const { i18n, view, register } = context;
  const known = register.rows().find((row) => row.id === view.id);
  const fresh = view.part === 'new';
  const title = fresh ? i18n.t('camAdmin.new') : known?.name || view.id;
  const body = el('div', { class: 'stack' });
  const element = el(
    'div',
    { class: 'stack' },
    el('h2', { tabindex: '-1' }, title),
    !fresh && el('p', { class: 'quiet mono' }, view.id),
    !fresh && partLinks(context),
    !fresh && calibrationLink(context, known),
    body,
    !fresh && view.part === 'settings' && createCeilingBox({ ...context, id: view.id }),
  );
  const panel = { context, body, part: null, over: false };
  return Object.freeze({
    element,
    /** Once it stands in the page: a map wants to know its size. */
    start: (said) => (fresh ? open(panel, createCameraForm, null) : read(panel, said)),
    setTheme: () => panel.part?.setTheme?.(),
    destroy() {
      panel.over = true;
      panel.part?.destroy();
    },
  });
}

function partLinks({ i18n, view, go, session }) {
  const parts = mayManage(session) ? ['settings', 'masks', 'diagnosis'] : ['settings', 'diagnosis'];
  const link = (part) => {
    const click = () => {
      go({ part });
      document.querySelector('.admin-parts [aria-pressed=true]')?.focus();
    };
    const props = { class: 'button', type: 'button', 'aria-pressed': String(part === view.part), on: { click } };
    return el('button', props, i18n.t(`camAdmin.part.${part}`));
  };
  const group = { class: 'admin-parts', role: 'group', 'aria-label': i18n.t('camAdmin.parts') };
  return el('div', group, ...parts.map(link));
}

/** A turning picture has no fixed ground. */
function calibrationLink({ i18n, session }, camera) {
  if (!mayCalibrate(session) || camera?.kind !== 'FIXED') return null;
  const href = `/cameras/calibration?camera=${encodeURIComponent(camera.id)}`;
  return el('p', {}, el('a', { class: 'page-link', href }, i18n.t('camAdmin.calibrate')));
}

async function read(panel, said = '') {
  const { context, body } = panel;
  const { i18n, room, view } = context;
  const late = setTimeout(() => !panel.part && fill(body, el('p', { class: 'quiet' }, i18n.t('form.working'))), 300);
  try {
    const details = await room.details(view.id);
    if (!panel.over) open(panel, PARTS[view.part], details, said);
  } catch (problem) {
    if (!panel.over) fill(body, retryNotice(i18n, problem, () => read(panel)));
  } finally {
    clearTimeout(late);
  }
}

function open(panel, create, details, said = '') {
  const { context, body } = panel;
  panel.part?.destroy();
  panel.part = create({
    ...context,
    details,
    said,
    /** @param {string} id @param {string} words what was done */
    async saved(id, words) {
      context.drafts.delete(draftKey(context.view));
      await context.changed(id, words);
      if (!panel.over) await read(panel, words);
    },
    draft: {
      get: () => context.drafts.get(draftKey(context.view)) ?? null,
      set: (values) => context.drafts.set(draftKey(context.view), values),
      drop: () => context.drafts.delete(draftKey(context.view)),
    },
    reread: (words = '') => read(panel, words),
  });
  fill(body, panel.part.element);
  panel.part.start?.();
  // what was pressed is gone with the form it stood in
  if (said) body.querySelector('.acts .primary')?.focus();
}

function draftKey({ id, part }) {
  return `${part} ${id ?? ''}`;
}
