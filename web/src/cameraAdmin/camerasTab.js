import { el, fill } from '../dom/el.js';
import { agoWords } from '../i18n/words.js';
import { mayManage } from '../state/cameraAdminUrl.js';
import { CAMERA_FILTERS, filterCounts, shownCameras } from '../state/cameraRegister.js';
import { createCameraPanel } from './cameraPanel.js';
import { createListFrame, filterChips, listRow, searchBox } from './listFrame.js';

const COLUMNS = ['name', 'id', 'grid', 'kind', 'status', 'source', 'seen', 'remarks'];

/**
 * Every camera of the place; beside the list the chosen one, or the form of a new one.
 *
 * @param {object} context of the page, with `view` and `go`
 */
export function createCamerasTab(context) {
  const { i18n, session, go, register } = context;
  const search = searchBox({
    i18n,
    label: 'camAdmin.search',
    value: context.view.q,
    onInput: (q) => go({ q }, 'replace'),
  });
  const openNew = () => {
    go({ id: null, part: 'new' });
    frame.enterSide();
  };
  const fresh = el(
    'button',
    { class: 'button primary', type: 'button', on: { click: openNew } },
    i18n.t('camAdmin.new'),
  );
  const chips = el('div', { class: 'admin-chips', role: 'group', 'aria-label': i18n.t('camAdmin.narrow') });
  const frame = createListFrame({
    i18n,
    name: 'admin-cameras',
    label: i18n.t('camAdmin.tab.cameras'),
    columns: COLUMNS.map((name) => i18n.t(`camAdmin.column.${name}`)),
    tools: [search, mayManage(session) && fresh, chips],
  });
  const tab = { context, frame, chips, search, view: context.view, panel: null, said: '', drafts: new Map() };
  tab.changed = async (id, said) => {
    await register.read();
    if (id === tab.view.id) drawRows(tab);
    else {
      // a new one gets a panel of its own, which says what was done
      tab.said = said;
      go({ id, part: 'settings' }, 'replace');
      tab.said = '';
    }
  };
  return Object.freeze({
    element: frame.element,
    show(view) {
      const before = tab.view;
      tab.view = view;
      if (search.value !== view.q) search.value = view.q;
      drawRows(tab);
      if (!tab.panel || before.id !== view.id || before.part !== view.part) showPanel(tab);
    },
    setTheme: () => tab.panel?.setTheme(),
    reached: () => register.read().then(() => drawRows(tab), () => {}),
    destroy: () => tab.panel?.destroy(),
  });
}

function drawRows(tab) {
  const { context, frame, chips, view } = tab;
  const { i18n, register, go } = context;
  const all = register.rows();
  const counts = filterCounts(all);
  const options = Object.keys(CAMERA_FILTERS).map((key) => [key, i18n.t(`camAdmin.show.${key}`), counts[key]]);
  const focused = chips.contains(document.activeElement) ? [...chips.children].indexOf(document.activeElement) : -1;
  fill(chips, ...filterChips(options, view.show, (show) => go({ show }, 'replace')));
  chips.children[focused]?.focus();
  const shown = shownCameras(all, register.gridNames(), view);
  frame.show(shown, (camera) => row(tab, camera), countWords(i18n, shown.length, all.length));
}

function countWords(i18n, shown, all) {
  if (all === 0) return i18n.t('camAdmin.noCameras');
  if (shown === 0) return i18n.t('camAdmin.noneFits', { all });
  return shown === all ? i18n.t('camAdmin.count', { n: all }) : i18n.t('camAdmin.countOf', { n: shown, all });
}

function row(tab, camera) {
  const { i18n, go, now } = tab.context;
  const remarks = [
    camera.fault && i18n.t(`camAdmin.fault.${camera.fault}`),
    camera.masked && i18n.t('camAdmin.masked'),
    !camera.placed && i18n.t('camAdmin.unplaced'),
    camera.unlistedAt && i18n.t('camAdmin.unlisted'),
  ].filter(Boolean);
  const onOpen = () => {
    go({ id: camera.id, part: 'settings' });
    tab.frame.enterSide();
  };
  return listRow({
    current: camera.id === tab.view.id,
    title: camera.name || camera.id,
    onOpen,
    cells: [
      ['name', null],
      ['id mono', camera.id],
      ['grid', camera.grid],
      ['kind', i18n.t(`camAdmin.kind.${camera.kind}`)],
      ['status', i18n.t(`cameraStatus.${camera.status}`)],
      ['source', i18n.t(`camAdmin.source.${camera.source === 'gb28181' ? 'gb28181' : 'rtsp'}`)],
      ['seen', camera.lastSeen ? agoWords(i18n, Date.parse(camera.lastSeen), now()) : '—'],
      ['remarks', remarks.join(i18n.t('list.comma'))],
    ],
  });
}

function showPanel(tab) {
  const { context, frame, view } = tab;
  tab.panel?.destroy();
  tab.panel = null;
  frame.revealCurrent();
  if (view.id === null && view.part !== 'new') {
    const words = mayManage(context.session) ? 'camAdmin.choose' : 'camAdmin.chooseOnly';
    fill(frame.side, el('p', { class: 'quiet' }, context.i18n.t(words)));
    return;
  }
  tab.panel = createCameraPanel({ ...context, view, drafts: tab.drafts, changed: tab.changed });
  fill(frame.side, tab.panel.element);
  tab.panel.start(tab.said);
}
