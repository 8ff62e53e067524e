import { el, fill } from '../dom/el.js';
import { areaField } from '../forms/fields.js';
import { createStepForm } from '../forms/stepForm.js';
import { Problem } from '../net/problem.js';
import { MOST_OFFERED, offered, shareFaults, sharedErrors, shareRequest, withCamera } from '../state/shares.js';
import { reasonFault } from '../state/uppers.js';
import { retryNotice, searchBox } from './listFrame.js';
import { sharedRows } from './sharedRows.js';

/**
 * Which cameras an upper platform may see, under which channel id, and whether it may turn them.
 *
 * @param {object} context of the panel: `upper`, `register`, `room`, `done`
 */
export function createSharePanel(context) {
  const element = el('div', { class: 'stack' }, el('p', { class: 'quiet' }, context.i18n.t('form.working')));
  const panel = { context, element, over: false };
  read(panel);
  return Object.freeze({ element, destroy: () => (panel.over = true) });
}

async function read(panel) {
  const { context, element } = panel;
  try {
    const list = await context.room.shared(context.upper.id);
    if (!panel.over) open(panel, list);
  } catch (problem) {
    if (!panel.over) fill(element, retryNotice(context.i18n, problem, () => read(panel)));
  }
}

function open(panel, { version, reason, items }) {
  const { context, element } = panel;
  const { i18n, register } = context;
  panel.version = version;
  panel.search = searchBox({ i18n, label: 'camAdmin.search', value: '', onInput: () => offer(panel) });
  panel.offers = el('div', { class: 'stack' });
  const kinds = new Map(register.rows().map(({ id, kind }) => [id, kind]));
  panel.rows = sharedRows({ i18n, items, turns: (id) => kinds.get(id) !== 'FIXED', onChange: () => offer(panel) });
  const why = areaField({ name: 'reason', label: i18n.t('upper.field.reason'), hint: i18n.t('upper.hint.shareReason') });
  why.set(reason);
  const save = {
    label: i18n.t('upper.saveShared'),
    primary: true,
    check: (values) => faultsOf(panel, values),
    run: (values) => share(panel, values),
    explain: (problem) => conflict(panel, problem),
  };
  panel.form = createStepForm({ i18n, fields: [panel.rows.field, why], acts: [save] });
  const adder = el('div', { class: 'stack' }, el('h3', {}, i18n.t('upper.add')), panel.search, panel.offers);
  fill(element, el('p', { class: 'quiet' }, i18n.t('upper.shareWhy')), adder, panel.form.element);
  offer(panel);
}

/** Cameras to be added: those that match the search; all of a small place. */
function offer(panel) {
  const { context, search, offers, rows } = panel;
  const { i18n, register, upper } = context;
  const found = offered(register.rows(), register.gridNames(), rows.list(), search.value);
  const line = (camera) => {
    const click = () => {
      rows.set(withCamera(rows.list(), camera, upper.user));
      offer(panel);
      rows.focusLast();
    };
    const name = camera.name || camera.id;
    const label = i18n.t('upper.addOne', { name });
    const facts = [camera.grid, camera.masked && i18n.t('camAdmin.masked')].filter(Boolean);
    return el(
      'li',
      {},
      el('span', {}, name),
      el('span', { class: 'caption' }, facts.join(' · ')),
      el('button', { class: 'button', type: 'button', 'aria-label': label, on: { click } }, i18n.t('upper.addShort')),
    );
  };
  const more = found.length - MOST_OFFERED;
  const none = search.value.trim() ? 'upper.noneFits' : 'upper.allShared';
  fill(
    offers,
    found.length === 0 && el('p', { class: 'quiet' }, i18n.t(none)),
    found.length > 0 && el('ul', { class: 'admin-offers' }, ...found.slice(0, MOST_OFFERED).map(line)),
    more > 0 && el('p', { class: 'caption' }, i18n.t('upper.moreFit', { n: more })),
  );
}

function faultsOf({ context, rows }, { reason }) {
  const { i18n } = context;
  const byCamera = shareFaults(rows.list());
  rows.faults(new Map([...byCamera].map(([id, key]) => [id, i18n.t(key)])));
  const list = byCamera.size > 0 ? { items: i18n.t('upper.listFault', { n: byCamera.size }) } : {};
  const why = Object.entries(reasonFault(reason)).map(([name, { key, params }]) => [name, i18n.t(key, params)]);
  return { ...list, ...Object.fromEntries(why) };
}

async function share(panel, { reason }) {
  const { context, rows, version } = panel;
  const { i18n, room, upper, done } = context;
  const list = rows.list();
  try {
    const now = await room.share(upper.id, shareRequest(list, version, reason));
    const said = i18n.t('upper.sharedNow', { n: now.items.length });
    await done(upper.id, said);
    return said;
  } catch (problem) {
    throw atOwnRows(panel, problem, list);
  }
}

/** The server names a camera by its place in the list; here it stands at its own line. */
function atOwnRows({ context, rows }, problem, list) {
  if (!(problem instanceof Problem)) return problem;
  const { byCamera, others } = sharedErrors(problem.errors, list);
  if (byCamera.size === 0) return problem;
  rows.faults(byCamera);
  const message = context.i18n.t('upper.listFault', { n: byCamera.size });
  return new Problem({ ...problem, detail: problem.detail, errors: [...others, { field: 'items', message }] });
}

/** The platform or its list was changed by somebody else meanwhile. */
function conflict(panel, problem) {
  const { current } = problem.body ?? {};
  if (problem.code !== 'cascade.stale-version' || !current) return null;
  const { i18n, done, upper } = panel.context;
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  const mine = () => {
    panel.version = current.version;
    panel.form.element.requestSubmit();
  };
  const theirs = () => done(upper.id, i18n.t('camAdmin.tookCurrent'));
  return el(
    'div',
    { class: 'stack admin-conflict' },
    el('p', {}, i18n.t('upper.listConflict', { n: current.cameras })),
    el('div', { class: 'acts' }, button('upper.mineList', mine), button('camAdmin.conflict.take', theirs)),
  );
}
