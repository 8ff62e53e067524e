import { createAnnouncer } from '../dom/announcer.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { buildParts } from './consoleParts.js';
import { createDrafts } from './drafts.js';
import { createCameraNews } from '../live/cameraNews.js';
import { createQueueModel } from './queueModel.js';
import { createSidePane } from './sidePane.js';
import { createTabs } from './tabs.js';
import { createToasts } from './toasts.js';
import { createUndoToast } from './undoToast.js';
import { mayReport } from '../state/reporters.js';
import { readReport } from '../state/reportUrl.js';
import { createNames } from './words.js';
import { consoleKeys } from './consoleKeys.js';

const CLOCK_MS = 10_000;

/**
 * The duty console: queue, map and card as one thing. It is built anew when the language changes; the live state, the
 * view and the drafts outlive it.
 *
 * @param {HTMLElement} host
 * @param {{i18n: object, session: object, town: object, world: object, view: object, rooms: object, sound: object,
 *   preferences: object, outside: {document: Document, local: Storage, tab: Storage, geolocation: Geolocation | null,
 *   loadMap: () => Promise<object>}, on: {language: () => void, theme: () => string, password: () => void,
 *   signOut: () => void}}} context
 */
export function createConsolePage(host, context) {
  const { i18n, session, town, world, view } = context;
  const undo = disposer();
  const root = el('div', { class: 'console' });
  const base = {
    ...context,
    root,
    undo,
    now: world.now,
    names: createNames(town.codes, i18n),
    announcer: createAnnouncer(root),
    drafts: createDrafts(context.outside.tab, session.username),
    caseCodes: new Map(),
    canReport: mayReport(session),
  };
  base.queue = createQueueModel({
    incidents: world.incidents,
    filter: view.filter,
    now: world.now,
    workerId: session.workerId ?? null,
    list: context.rooms.incidents.list,
  });
  base.toasts = createToasts(base);
  base.undoToast = createUndoToast({
    ...base,
    incidents: world.incidents,
    merge: world.merge,
    act: (id, move) => context.rooms.incidents.act(id, move),
  });
  base.select = (kind, id) => view.selection.set(id === null ? null : Object.freeze({ kind, id }));
  base.tabs = createTabs({ i18n, root, onReport: base.canReport ? () => page.sideShow.report() : null });
  base.side = createSidePane({ i18n, onMode: (mode) => base.tabs.side(mode !== null) });
  const page = buildParts(base);
  layOut(host, page);
  connect(page);
  page.chosen.show(false);
  return Object.freeze({
    destroy() {
      undo.destroy();
      root.remove();
    },
  });
}

function layOut(host, page) {
  const { i18n, root, top, alarms, filters, list, map, period, side, toasts } = page;
  map.element.append(page.sightMode.element, page.coverageBox.element);
  page.note = el('p', { class: 'selection-note caption', hidden: true });
  root.append(
    top.element,
    page.print.element,
    el(
      'main',
      { class: 'desk' },
      el(
        'section',
        { class: 'queue panel', data: { region: 'list' }, 'aria-label': i18n.t('queue.label') },
        filters.element,
        list.element,
        page.emergency.element,
        page.unanswered?.element,
        page.note,
      ),
      el(
        'section',
        { class: 'mapside', data: { region: 'map' }, 'aria-label': i18n.t('region.map') },
        map.element,
        alarms.element,
        period.element,
        toasts.element,
      ),
      side.element,
    ),
    page.command.element,
    page.tabs.element,
  );
  fill(host, root);
}

function connect(page) {
  const { undo, world, view, i18n, toasts } = page;
  undo.add(
    ...[
      page.top,
      page.age,
      page.soundControl,
      page.alarms,
      page.filters,
      page.list,
      page.map,
      page.hotspots,
      page.coverage,
      page.coverageBox,
      page.sightMode,
      page.period,
      page.pictureGround,
      page.print,
      page.command,
      page.times,
      page.emergency,
      page.queue,
      page.toasts,
      page.undoToast,
      page.side,
      page.announcer,
    ].map((part) => part.destroy),
    () => page.duty?.destroy(),
    () => page.unanswered?.destroy(),
  );
  const { cameras, readCameras, camerasRead } = page.town;
  const status = world.cameraStatus;
  undo.add(createCameraNews({ cameras, status, load: readCameras, ready: camerasRead }).destroy);
  undo.add(view.selection.on(() => page.chosen.show(true)));
  undo.add(page.queue.view.on(() => page.chosen.note()));
  undo.add(world.caughtUp.on((caught) => caught && toasts.say(i18n.t('live.caughtUp', { n: caught.count }))));
  undo.every(CLOCK_MS, page.queue.tick);
  undo.add(consoleKeys(page));
  page.map.ready.then(() => {
    // a slow map must not put aside what was opened while it loaded
    if (page.side.mode() === null) {
      page.chosen.show(false);
    }
  });
  const seen = readReport(page.outside.window.location.search);
  if (seen) page.sideShow.reportSeen(seen);
}
