import { createAnnouncer } from '../dom/announcer.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { NO_FILTER } from '../state/filter.js';
import { createAgeBadge } from './ageBadge.js';
import { createAlarmStrip } from './alarmStrip.js';
import { createChosen } from './chosen.js';
import { createDrafts } from './drafts.js';
import { createDutySwitch } from './dutySwitch.js';
import { createFilterBar } from './filterBar.js';
import { createMapPane } from './mapPane.js';
import { createPeriodStrip } from './periodStrip.js';
import { createQueueModel } from './queueModel.js';
import { createQueuePane } from './queuePane.js';
import { createSidePane } from './sidePane.js';
import { createSideShow } from './sideShow.js';
import { createSoundControl } from './soundControl.js';
import { createTabs } from './tabs.js';
import { createToasts } from './toasts.js';
import { createTopBar } from './topBar.js';
import { createUndoToast } from './undoToast.js';
import { createNames } from './words.js';
import { consoleKeys } from './consoleKeys.js';

const REPORTERS = Object.freeze([
  'GRID_WORKER',
  'VILLAGE_CLERK',
  'WINDOW_CLERK',
  'DISPATCHER',
  'HANDLER',
  'MEDIATOR',
  'VERIFIER',
  'SUPERVISOR',
  'LEADER',
  'VIDEO_MANAGER',
]);
const CLOCK_MS = 10_000;

/**
 * The duty console: queue, map and card as one thing. It is built anew when the language changes; the live state, the
 * view and the drafts outlive it.
 *
 * @param {HTMLElement} host
 * @param {{i18n: object, session: object, town: object, world: object, view: object, rooms: object, sound: object,
 *   preferences: object, outside: {document: Document, local: Storage, tab: Storage, geolocation: Geolocation | null,
 *   loadMap: () => Promise<object>}, on: {language: () => void, theme: () => string, signOut: () => void}}} context
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
    canReport: session.roles.some((role) => REPORTERS.includes(role)),
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

function buildParts(base) {
  const page = { ...base };
  const { i18n, names, world, view, session, town, rooms, outside } = page;
  page.sideShow = createSideShow(page);
  page.chosen = createChosen(page);
  page.duty = session.workerId
    ? createDutySwitch({
        i18n,
        workerId: session.workerId,
        room: rooms.workforce,
        workers: town.workers,
        geolocation: outside.geolocation,
        now: page.now,
        say: page.toasts.say,
      })
    : null;
  page.soundControl = createSoundControl({ i18n, sound: page.sound, storage: outside.tab, username: session.username });
  page.age = createAgeBadge({
    i18n,
    connection: world.connection,
    now: world.ownNow,
    announcer: page.announcer,
    onState: (state) => (page.root.dataset.age = state),
    retryNow: world.retryNow,
  });
  page.alarms = createAlarmStrip({
    i18n,
    names,
    now: page.now,
    alarm: world.alarm,
    sound: page.sound,
    isMuted: page.soundControl.isMuted,
    announcer: page.announcer,
    find: (id) => world.incidents.get().byId.get(id),
    onOpen: (incident) => page.select('incident', incident.id),
  });
  page.filters = createFilterBar({
    i18n,
    names,
    codes: town.codes,
    grids: town.grids,
    filter: view.filter,
    queue: page.queue.view,
    hasWorker: Boolean(session.workerId),
  });
  page.list = createQueuePane({
    i18n,
    names,
    now: page.now,
    model: page.queue,
    filter: view.filter,
    ready: world.ready,
    problem: world.problem,
    find: (id) => world.incidents.get().byId.get(id),
    clearFilter: () => view.filter.set(NO_FILTER),
    onOpen: (incident) => page.chosen.open(incident.id),
    onHover: (incident) => page.map.hover('incident', incident?.id ?? null),
  });
  page.map = createMapPane({
    i18n,
    queue: page.queue.view,
    world,
    workers: town.workers,
    cameras: town.cameras,
    layers: view.layers,
    load: () => loadMap(page),
    onSelect: (kind, id, list) => page.chosen.fromMap(kind, id, list),
    onHover: (kind, id) => page.list.light(kind === 'incident' ? id : null),
    onPick: (point) => page.chosen.picked(point),
    onView: ({ center, zoom }) => view.camera.set({ center: [center.lng, center.lat], zoom }),
  });
  page.period = createPeriodStrip({ i18n, filter: view.filter, queue: page.queue.view, now: page.now });
  page.top = createTopBar(topContext(page));
  return page;
}

function topContext(page) {
  const { i18n, names, town, session, view, canReport, age, soundControl, duty, on } = page;
  return {
    i18n,
    names,
    place: town.place,
    session,
    filter: view.filter,
    canReport,
    parts: { age: age.element, sound: soundControl.element, duty: duty?.element ?? null },
    on: {
      ...on,
      report: page.sideShow.report,
      help: page.sideShow.help,
      theme: () => page.map.setTheme(on.theme()),
      search: (text) => page.chosen.searched(text),
    },
  };
}

async function loadMap({ i18n, town, view, outside, rooms }) {
  if (!town.place.setUp) {
    return { missing: i18n.t('map.notSetUp') };
  }
  const [{ createTownMap }, { baseMap, grids }] = await Promise.all([outside.loadMap(), town.map]);
  const options = { place: town.place, baseMap, grids, i18n, loadCone: rooms.places.cone };
  return { create: createTownMap, options, ...view.camera.get() };
}

function layOut(host, page) {
  const { i18n, root, top, alarms, filters, list, map, period, side, toasts } = page;
  page.note = el('p', { class: 'selection-note caption', hidden: true });
  root.append(
    top.element,
    el(
      'main',
      { class: 'desk' },
      el(
        'section',
        { class: 'queue panel', data: { region: 'list' }, 'aria-label': i18n.t('queue.label') },
        filters.element,
        list.element,
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
      page.period,
      page.queue,
      page.toasts,
      page.undoToast,
      page.side,
      page.announcer,
    ].map((part) => part.destroy),
    () => page.duty?.destroy(),
  );
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
}
