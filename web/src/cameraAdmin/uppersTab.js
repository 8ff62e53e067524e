import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { shownUppers } from '../state/uppers.js';
import { createListFrame, listRow, retryNotice, searchBox } from './listFrame.js';
import { createUpperPanel } from './upperPanel.js';
import { upperState } from './upperWords.js';

const READ_EVERY_MS = 10_000;
const COLUMNS = ['name', 'id', 'state', 'address', 'edition', 'cameras', 'streams'];

/**
 * The platforms above us that are given pictures by GB/T 28181: whether each link stands, and what it may see.
 *
 * @param {object} context of the page, with `view` and `go`
 */
export function createUppersTab(context) {
  const { i18n, go } = context;
  const undo = disposer();
  const search = searchBox({
    i18n,
    label: 'upper.search',
    value: context.view.q,
    onInput: (q) => go({ q }, 'replace'),
  });
  const fresh = el('button', { class: 'button primary', type: 'button' }, i18n.t('upper.new'));
  const frame = createListFrame({
    i18n,
    name: 'admin-uppers',
    label: i18n.t('camAdmin.tab.uppers'),
    columns: COLUMNS.map((name) => i18n.t(`upper.column.${name}`)),
    tools: [search, fresh],
  });
  const tab = { context, frame, view: context.view, items: null, panel: null, shown: null, said: '', over: false };
  fresh.addEventListener('click', () => {
    go({ id: null, part: 'new' });
    frame.enterSide();
  });
  undo.every(READ_EVERY_MS, () => !document.hidden && read(tab));
  undo.add(() => (tab.over = true));
  undo.add(() => tab.panel?.destroy());
  read(tab);
  return Object.freeze({
    element: frame.element,
    show(view) {
      tab.view = view;
      if (search.value !== view.q) search.value = view.q;
      draw(tab);
    },
    reached: () => read(tab),
    destroy: undo.destroy,
  });
}

async function read(tab) {
  const { context, frame } = tab;
  try {
    tab.items = await context.room.uppers();
    if (!tab.over) draw(tab);
  } catch (problem) {
    if (!tab.over && !tab.items) fill(frame.side, retryNotice(context.i18n, problem, () => read(tab)));
  }
}

function draw(tab) {
  const { context, frame, items, view } = tab;
  if (!items) return;
  const { i18n } = context;
  const shown = shownUppers(items, view.q);
  const up = items.filter(({ state }) => state === 'REGISTERED').length;
  const focused = frame.element.querySelector('.admin-list tbody :focus')?.textContent;
  const words = items.length === 0 ? 'upper.none' : 'upper.count';
  frame.show(shown, (upper) => row(tab, upper), i18n.t(words, { n: shown.length, up }));
  if (focused) [...frame.element.querySelectorAll('.admin-open')].find((one) => one.textContent === focused)?.focus();
  showPanel(tab);
}

function row(tab, upper) {
  const { i18n, go } = tab.context;
  const { id, name, address, port, edition, cameras, streams } = upper;
  const onOpen = () => {
    go({ id, part: 'settings' });
    tab.frame.enterSide();
  };
  return listRow({
    current: id === tab.view.id,
    title: name,
    onOpen,
    cells: [
      ['name', null],
      ['id mono', id],
      ['state', upperState(i18n, upper)],
      ['address mono', `${address}:${port}`],
      ['edition', edition],
      ['cameras', i18n.t('upper.cameras', { n: cameras })],
      ['streams', i18n.t('upper.streams', { n: streams })],
    ],
  });
}

/** The panel is made anew only when another one is chosen or something was saved: somebody may be typing in it. */
function showPanel(tab) {
  const { context, frame, items, view } = tab;
  const upper = items.find(({ id }) => id === view.id) ?? null;
  const wanted = JSON.stringify([view.part, upper?.id]);
  if (wanted === tab.shown && !tab.said) {
    tab.panel?.update(upper);
    return;
  }
  tab.panel?.destroy();
  tab.panel = null;
  tab.shown = wanted;
  if (!upper && view.part !== 'new') {
    const words = tab.said || context.i18n.t(view.id === null ? 'upper.choose' : 'upper.gone');
    tab.said = '';
    fill(frame.side, el('p', { class: 'quiet', role: 'status' }, words));
    return;
  }
  tab.panel = createUpperPanel({ ...context, view, upper, said: tab.said, done: (id, said) => done(tab, id, said) });
  tab.said = '';
  fill(frame.side, tab.panel.element);
}

/** Something was saved: the list and the panel show it, and the panel says so. */
async function done(tab, id, said) {
  const { context, frame } = tab;
  tab.items = await context.room.uppers();
  if (tab.over) return;
  tab.said = said;
  const { part } = tab.view;
  if (tab.view.id !== id || part === 'new') context.go({ id, part: 'settings' }, 'replace');
  else draw(tab);
  frame.enterSide();
}
