import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { textField, waysField } from '../forms/fields.js';
import { createStepForm } from '../forms/stepForm.js';
import { Problem } from '../net/problem.js';
import { MOST_SHAPES, hiddenShare, maskRequest, maskWay, sameShapes, shapesOf } from '../state/maskShapes.js';
import { createMaskStage } from './maskStage.js';
import { pictureSize } from './pictureSize.js';

const NO_PICTURE = 'camera.no-picture';
const WAYS = Object.freeze(['NONE', 'ZONES', 'ALL']);

/**
 * The privacy masks of a camera, drawn on a still of now. The still needs a reason, which is on record; without one, or
 * from a camera that gives no picture, they are drawn on an empty frame.
 *
 * @param {object} context of the panel: `details`, `draft`, `saved`, `reread`, `said`
 */
export function createMaskPanel(context) {
  const { i18n, details, draft, said } = context;
  const undo = disposer();
  const shapes = shapesOf(details.masks);
  const kept = draft.get();
  const before = { shapes, way: maskWay({ masked: details.properties.masked, shapes }) };
  const now = kept ?? before;
  const panel = {
    context,
    undo,
    before,
    version: kept?.version ?? details.version,
    way: now.way,
    past: [],
    last: now.shapes,
    over: false,
  };
  panel.stage = createMaskStage({
    i18n,
    shapes: now.shapes,
    most: MOST_SHAPES,
    onChange: (next) => changed(panel, next),
    onSelect: () => refresh(panel),
  });
  panel.parts = partsOf(panel);
  undo.add(panel.stage.destroy, () => (panel.over = true));
  undo.listen(panel.parts.element, 'keydown', (event) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.target.matches('input')) return;
    event.preventDefault();
    back(panel);
  });
  refresh(panel);
  const note = kept && !said ? i18n.t('camAdmin.draftKept') : said;
  if (note) panel.parts.form.say(note);
  return Object.freeze({ element: panel.parts.element, destroy: undo.destroy });
}

function partsOf(panel) {
  const { i18n } = panel.context;
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  const { stage } = panel;
  const tools = {
    add: button('camAdmin.mask.add', () => stage.add()),
    corner: button('camAdmin.mask.addCorner', () => stage.addCorner()),
    remove: button('camAdmin.mask.remove', () => stage.remove()),
    back: button('camAdmin.mask.back', () => back(panel)),
    preview: button('camAdmin.mask.preview', () => preview(panel)),
  };
  const way = waysField({
    name: 'way',
    label: i18n.t('camAdmin.mask.way'),
    options: WAYS.map((key) => [key, i18n.t(`camAdmin.mask.way.${key}`)]),
    value: panel.way,
    onChange(value) {
      panel.way = value;
      keep(panel);
      refresh(panel);
    },
  });
  const still = el('div', { class: 'stack' }, stillForm(panel).element);
  const words = el('p', { class: 'caption', role: 'status' });
  const none = el('p', { class: 'mask-none' }, i18n.t('camAdmin.mask.noneYet'));
  const frame = el(
    'div',
    { class: 'mask-frame' },
    stage.element,
    none,
    el('p', { class: 'mask-hidden' }, i18n.t('camAdmin.mask.allHidden')),
  );
  const editor = el(
    'div',
    { class: 'stack' },
    el(
      'div',
      { class: 'admin-tools', role: 'group', 'aria-label': i18n.t('camAdmin.mask.tools') },
      ...Object.values(tools),
    ),
    el('p', { class: 'caption' }, i18n.t('camAdmin.mask.keys')),
  );
  const form = saveForm(panel, way, (fields) => [fields.way, frame, words, editor]);
  const element = el('div', { class: 'stack' }, still, form.element);
  return { element, frame, none, words, editor, tools, way, form };
}

/** A picture only for a reason: the ticket of its line in the register is asked first. */
function stillForm(panel) {
  const { i18n, room, details, go } = panel.context;
  const reason = textField({
    name: 'reason',
    label: i18n.t('camAdmin.mask.reason'),
    hint: i18n.t('camAdmin.mask.reasonHint'),
  });
  const run = async ({ reason: text }) => {
    const picture = await room.still(details.id, text).catch((problem) => {
      throw withoutPicture(i18n, problem);
    });
    if (panel.over) return '';
    const address = URL.createObjectURL(picture);
    panel.undo.add(() => URL.revokeObjectURL(address));
    panel.stage.setPicture(address, await pictureSize(address));
    panel.parts.none.hidden = true;
    return i18n.t('camAdmin.mask.pictureCame');
  };
  const check = ({ reason: text }) => (text ? {} : { reason: i18n.t('camAdmin.needed') });
  const click = () => go({ part: 'diagnosis' });
  const explain = ({ code }) =>
    code === NO_PICTURE &&
    el(
      'div',
      { class: 'acts' },
      el('button', { class: 'button', type: 'button', on: { click } }, i18n.t('camAdmin.mask.why')),
    );
  return createStepForm({
    i18n,
    fields: [reason],
    acts: [{ label: i18n.t('camAdmin.mask.take'), check, run, explain }],
  });
}

/** The server names its end point; here there is a page for it. */
function withoutPicture(i18n, problem) {
  if (problem.code !== NO_PICTURE) return problem;
  return new Problem({ ...problem, detail: i18n.t('camAdmin.mask.noPicture') });
}

function saveForm(panel, way, layout) {
  const { i18n, room, details, saved, reread, draft } = panel.context;
  const save = {
    label: i18n.t('camAdmin.mask.save'),
    primary: true,
    async run({ way: value }) {
      const shapes = panel.stage.shapes();
      if (value === 'ZONES' && shapes.length === 0) return i18n.t('camAdmin.mask.noZones');
      const camera = await room.change({ id: details.id, version: panel.version }, maskRequest(value, shapes));
      const said = i18n.t(`camAdmin.mask.saved.${value}`, { n: shapes.length });
      await saved(camera.id, said);
      return said;
    },
    explain: (problem) => conflict(panel, problem),
  };
  const drop = {
    label: i18n.t('camAdmin.drop'),
    async run() {
      draft.drop();
      await reread();
      return '';
    },
  };
  return createStepForm({ i18n, fields: [way], acts: [save, drop], layout });
}

/** Masks are one thing: either these or those. */
function conflict(panel, problem) {
  const { i18n, draft, reread } = panel.context;
  if (problem.code !== 'camera.stale-version' || !problem.body.current) return null;
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  const mine = () => {
    panel.version = problem.body.current.version;
    panel.parts.form.element.requestSubmit();
  };
  const theirs = () => {
    draft.drop();
    reread(i18n.t('camAdmin.tookCurrent'));
  };
  return el('div', { class: 'acts' }, button('camAdmin.mask.mine', mine), button('camAdmin.conflict.take', theirs));
}

function changed(panel, shapes) {
  // who draws wants that masked
  panel.way = 'ZONES';
  panel.parts.way.set('ZONES');
  panel.past.push(panel.last);
  panel.last = shapes;
  keep(panel);
  refresh(panel);
}

function back(panel) {
  const shapes = panel.past.pop();
  if (!shapes) return;
  panel.last = shapes;
  panel.stage.setShapes(shapes);
  keep(panel);
  refresh(panel);
}

function keep({ context, before, stage, way, version }) {
  const shapes = stage.shapes();
  if (way === before.way && sameShapes(shapes, before.shapes)) context.draft.drop();
  else context.draft.set({ shapes, way, version });
}

function preview({ parts }) {
  const on = !parts.frame.classList.contains('preview');
  parts.frame.classList.toggle('preview', on);
  parts.tools.preview.setAttribute('aria-pressed', String(on));
}

function refresh({ context, parts, stage, way, past }) {
  const { i18n } = context;
  const [shapes, chosen] = [stage.shapes(), stage.chosen()];
  const { tools, frame, words, editor } = parts;
  frame.dataset.way = way;
  editor.hidden = way !== 'ZONES';
  tools.add.disabled = shapes.length >= MOST_SHAPES;
  tools.corner.disabled = chosen < 0;
  tools.remove.disabled = chosen < 0;
  tools.back.disabled = past.length === 0;
  const none = way === 'ZONES' && shapes.length === 0;
  const facts = { n: shapes.length, share: hiddenShare(shapes) };
  const sentence = i18n.t(none ? 'camAdmin.mask.noZones' : `camAdmin.mask.seen.${way}`, facts);
  if (words.textContent !== sentence) fill(words, sentence);
}
