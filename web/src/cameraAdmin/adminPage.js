import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { pageHead } from '../session/pageHead.js';
import { readAdmin, writeAdmin } from '../state/cameraAdminUrl.js';
import { mayWatch } from '../state/watchers.js';
import { createCamerasTab } from './camerasTab.js';
import { createDevicesTab } from './devicesTab.js';
import { createFilingsTab } from './filingsTab.js';
import { createHealthTab } from './healthTab.js';
import { createUppersTab } from './uppersTab.js';

const TABS = Object.freeze({
  cameras: createCamerasTab,
  health: createHealthTab,
  filings: createFilingsTab,
  devices: createDevicesTab,
  uppers: createUppersTab,
});

/**
 * The page of those who look after the cameras: tabs, each with an address of its own.
 *
 * @param {HTMLElement} host
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, place: object, room: object, register: object,
 *   tabs: readonly string[], now: () => number, on: object, cut: HTMLElement}} context
 */
export function createAdminPage(host, context) {
  const { i18n, place, tabs } = context;
  const undo = disposer();
  const body = el('div', { class: 'admin-body' });
  const nav = el('nav', { class: 'admin-tabs', 'aria-label': i18n.t('camAdmin.tabs') });
  const page = { context, nav, body, view: readAdmin(location.search, tabs), tab: null, name: null };
  page.go = (wish, how = 'push') => go(page, wish, how);
  undo.listen(window, 'popstate', () => show(page, readAdmin(location.search, tabs)));
  const words = { title: i18n.t('camAdmin.title'), home: i18n.t('camAdmin.console'), synthetic: place.synthetic };
  const wall = mayWatch(context.session) && el('a', { class: 'page-link', href: '/cameras' }, i18n.t('camAdmin.wall'));
  fill(
    host,
    el(
      'main',
      { class: 'page camera-admin' },
      pageHead({ ...context, ...words }, ...[wall].filter(Boolean)),
      nav,
      body,
    ),
  );
  show(page, page.view);
  return Object.freeze({
    setTheme: () => page.tab?.setTheme?.(),
    reached: () => page.tab?.reached?.(),
    destroy() {
      undo.destroy();
      page.tab?.destroy();
    },
  });
}

function go(page, wish, how) {
  const view = Object.freeze({ ...page.view, ...wish });
  const address = location.pathname + writeAdmin(view);
  if (how === 'replace') history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  show(page, view);
}

function show(page, view) {
  const { context, body } = page;
  page.view = view;
  drawTabs(page);
  if (page.name !== view.tab) {
    page.tab?.destroy();
    page.name = view.tab;
    page.tab = TABS[view.tab]({ ...context, view, go: page.go });
    fill(body, page.tab.element);
  }
  page.tab.show(view);
}

function drawTabs(page) {
  const { context, nav, view, go: move } = page;
  const link = (tab) => {
    const wish = { tab, id: null, part: 'settings', q: '', show: null };
    const click = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      move(wish);
      nav.querySelector('[aria-current]').focus();
    };
    const current = tab === view.tab ? 'page' : null;
    const href = location.pathname + writeAdmin(wish);
    return el(
      'a',
      { class: 'admin-tab', href, 'aria-current': current, on: { click } },
      context.i18n.t(`camAdmin.tab.${tab}`),
    );
  };
  fill(nav, ...context.tabs.map(link));
}
