import { problemSentence } from '../console/words.js';
import { el, fill } from '../dom/el.js';
import { accuracyWords, momentWords } from '../i18n/words.js';

const FEWEST = 4;

/**
 * What the pairs come to, in words, and what can be done with them: save, undo, withdraw.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, now: () => number, onUndo: () => void, onMirrored: () => void,
 *   save: () => Promise<void>, remove: () => Promise<void>, reload: () => void}} context
 */
export function createActs(context) {
  const { i18n } = context;
  const button = (key, look, click) => el('button', { class: look, type: 'button', on: { click } }, i18n.t(key));
  const mirrored = el('input', { type: 'checkbox', on: { change: context.onMirrored } });
  const parts = {
    verdict: el('div', { class: 'calibration-verdict', role: 'status' }),
    kept: el('p', { class: 'caption' }),
    note: el('div', { role: 'alert' }),
    save: button('calibration.save', 'button primary', () => busy(parts, context.save)),
    undo: button('calibration.undo', 'button', context.onUndo),
    remove: button('calibration.remove', 'button', () => confirmed(context, parts)),
  };
  const acts = { context, parts, mirrored, view: null, kept: null };
  const check = el('label', { class: 'check' }, mirrored, i18n.t('calibration.mirrored'));
  parts.acts = el('div', { class: 'form-acts' }, parts.save, parts.undo, parts.remove, check);
  return Object.freeze({
    element: el('section', { class: 'calibration-acts' }, parts.verdict, parts.acts, parts.note, parts.kept),
    isMirrored: () => mirrored.checked,
    show: ({ kept }) => showKept(acts, kept),
    draw: (view) => draw(acts, view),
    saved: (kept) => fill(parts.note, i18n.t('calibration.saved', residuals(kept))),
    removed: () => fill(parts.note, i18n.t('calibration.removed')),
    fail: (problem, act) => fail(acts, problem, act),
  });
}

async function busy(parts, run) {
  parts.note.replaceChildren();
  parts.save.disabled = true;
  await run();
  parts.save.disabled = false;
}

/** Asked in place: what was clicked with care should not go by one slip. */
function confirmed({ i18n, remove }, { note }) {
  const yes = el('button', { class: 'button primary', type: 'button', on: { click: remove } }, i18n.t('calibration.remove'));
  const no = el('button', { class: 'button', type: 'button', on: { click: () => note.replaceChildren() } }, i18n.t('calibration.keep'));
  fill(note, el('p', {}, i18n.t('calibration.sure')), el('div', { class: 'form-acts' }, yes, no));
  no.focus();
}

function showKept(acts, kept) {
  const { context, parts, mirrored } = acts;
  const { i18n, now } = context;
  acts.kept = kept;
  parts.note.replaceChildren();
  mirrored.checked = Boolean(kept?.mirrored);
  parts.kept.textContent = kept
    ? i18n.t('calibration.kept', { by: kept.updatedBy, at: momentWords(i18n, Date.parse(kept.updatedAt), now()) })
    : '';
}

function draw({ context, parts, kept }, { state, trial, whole }) {
  const { i18n } = context;
  const fit = trial?.calibration ?? null;
  parts.save.disabled = fit === null || (state.past.length === 0 && !kept?.stale);
  parts.undo.disabled = state.past.length === 0;
  parts.remove.hidden = kept === null;
  const lines = [];
  if (kept?.stale) lines.push(el('p', { class: 'notice' }, i18n.t('calibration.isStale', { why: i18n.name(kept.stale) })));
  if (whole < FEWEST) lines.push(el('p', {}, i18n.t('calibration.more', { n: FEWEST - whole })));
  else if (fit) lines.push(el('p', {}, el('strong', {}, i18n.t('calibration.fit', residuals(fit)))));
  for (const warning of fit?.warnings ?? []) lines.push(el('p', {}, i18n.name(warning)));
  for (const fault of (trial?.faults ?? []).filter(({ field }) => !field.startsWith('pairs['))) {
    lines.push(el('p', { class: 'notice fault' }, i18n.name(fault)));
  }
  if (trial && !fit && lines.length === 0) lines.push(el('p', { class: 'notice fault' }, i18n.t('calibration.faulty')));
  fill(parts.verdict, ...lines);
}

function residuals({ residualMetres: { rms, max } }) {
  const words = (metres) => (metres < 0.1 ? '< 0.1 m' : accuracyWords(metres));
  return { rms: words(rms), max: words(max) };
}

function fail({ context, parts }, problem, act) {
  const { i18n, reload } = context;
  const again = el('button', { class: 'button', type: 'button', on: { click: reload } }, i18n.t('calibration.reload'));
  const faults = (problem.errors ?? []).map(({ message }) => el('p', {}, message));
  fill(parts.note, el('p', {}, problemSentence(i18n, problem, i18n.t(act))), ...faults, problem.status === 409 && again);
}
