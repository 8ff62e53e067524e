import { screenScale } from '../map/screenScale.js';
import { NO_FILTER } from '../state/filter.js';
import { LAYERS } from '../state/viewUrl.js';
import { createAgeBadge } from './ageBadge.js';
import { createAlarmStrip } from './alarmStrip.js';
import { createChosen } from './chosen.js';
import { createDeskShow } from './deskShow.js';
import { createDeskTimes } from './deskTimes.js';
import { createDutySwitch } from './dutySwitch.js';
import { createEmergencyBar } from './emergencyBar.js';
import { createFilterBar } from './filterBar.js';
import { createHotspotWatch } from './hotspotWatch.js';
import { createMapPane } from './mapPane.js';
import { createPeriodStrip } from './periodStrip.js';
import { createPictureGround } from './pictureGround.js';
import { createPrintSheet } from './printSheet.js';
import { createQueuePane } from './queuePane.js';
import { commandLineOf } from './commandLine/commandActs.js';
import { createCoverageBox } from './sight/coverageBox.js';
import { createCoverageWatch } from './sight/coverageWatch.js';
import { createSightMode } from './sight/sightMode.js';
import { createSideShow } from './sideShow.js';
import { createSoundControl } from './soundControl.js';
import { createTopBar } from './topBar.js';
import { createUnansweredStrip } from './unansweredStrip.js';

/**
 * The parts of the console, each told only what it needs; they reach each other over the page they are put on.
 *
 * @param {object} base what consolePage.js knows before there are parts
 * @returns {object} the page: base and parts
 */
export function buildParts(base) {
  const page = { ...base };
  page.sideShow = createSideShow(page);
  page.chosen = createChosen(page);
  page.duty = dutyOf(page);
  page.soundControl = createSoundControl({
    i18n: page.i18n,
    sound: page.sound,
    storage: page.outside.tab,
    username: page.session.username,
  });
  page.age = ageOf(page);
  page.alarms = alarmsOf(page);
  page.filters = filtersOf(page);
  page.list = listOf(page);
  page.hotspots = createHotspotWatch({
    room: page.rooms.hotspots,
    layers: page.view.layers,
    made: page.world.hotspotsMade,
    session: page.session,
  });
  page.coverage = coverageOf(page);
  page.map = mapOf(page);
  page.sightMode = createSightMode({ ...page, onAsk: page.sideShow.seeing });
  page.coverageBox = coverageBoxOf(page);
  page.pictureGround = createPictureGround(page);
  page.period = createPeriodStrip({
    i18n: page.i18n,
    filter: page.view.filter,
    queue: page.queue.view,
    now: page.now,
  });
  page.print = createPrintSheet({
    i18n: page.i18n,
    names: page.names,
    place: page.town.place,
    session: page.session,
    queue: page.queue.view,
    filter: page.view.filter,
    now: page.now,
    window: page.outside.document.defaultView,
  });
  page.times = createDeskTimes({ i18n: page.i18n, document: page.outside.document, read: page.rooms.dispatch.figures });
  page.unanswered = unansweredOf(page);
  page.emergency = createEmergencyBar({ ...page, document: page.outside.document, room: page.rooms.dispatch });
  page.deskShow = createDeskShow(page);
  page.command = commandLineOf(page);
  page.top = createTopBar(topContext(page));
  return page;
}

function coverageOf({ rooms, view, world, session }) {
  return createCoverageWatch({ room: rooms.cameras, layers: view.layers, world, session });
}

function coverageBoxOf({ i18n, coverage, view, sideShow }) {
  const onList = (title, list) => sideShow.spot(list, title);
  return createCoverageBox({ i18n, coverage, layers: view.layers, onList });
}

function dutyOf({ i18n, session, rooms, town, outside, now, toasts }) {
  if (!session.workerId) {
    return null;
  }
  return createDutySwitch({
    i18n,
    workerId: session.workerId,
    room: rooms.workforce,
    workers: town.workers,
    geolocation: outside.geolocation,
    now,
    say: toasts.say,
  });
}

/** Only who may send somebody is told that nobody answers. */
function unansweredOf({ i18n, now, world, announcer, toasts, rooms, session, select }) {
  if (!session.roles.includes('DISPATCHER')) {
    return null;
  }
  return createUnansweredStrip({
    i18n,
    now,
    world,
    announcer,
    toasts,
    workers: rooms.incidents.workers,
    replace: rooms.dispatch.replace,
    onOpen: (id) => select('incident', id),
  });
}

function ageOf({ i18n, world, announcer, root }) {
  return createAgeBadge({
    i18n,
    connection: world.connection,
    now: world.ownNow,
    announcer,
    onState: (state) => (root.dataset.age = state),
    retryNow: world.retryNow,
  });
}

function alarmsOf({ i18n, names, now, world, sound, soundControl, announcer, select }) {
  return createAlarmStrip({
    i18n,
    names,
    now,
    alarm: world.alarm,
    sound,
    isMuted: soundControl.isMuted,
    announcer,
    find: (id) => world.incidents.get().byId.get(id),
    onOpen: (incident) => select('incident', incident.id),
  });
}

function filtersOf({ i18n, names, town, view, queue, session }) {
  return createFilterBar({
    i18n,
    names,
    codes: town.codes,
    grids: town.grids,
    filter: view.filter,
    queue: queue.view,
    hasWorker: Boolean(session.workerId),
  });
}

function listOf(page) {
  const { i18n, names, now, queue, view, world } = page;
  return createQueuePane({
    i18n,
    names,
    now,
    model: queue,
    filter: view.filter,
    ready: world.ready,
    problem: world.problem,
    find: (id) => world.incidents.get().byId.get(id),
    clearFilter: () => view.filter.set(NO_FILTER),
    onOpen: (incident) => page.chosen.open(incident.id),
    onHover: (incident) => page.map.hover('incident', incident?.id ?? null),
  });
}

function mapOf(page) {
  const { i18n, queue, world, town, view } = page;
  return createMapPane({
    i18n,
    queue: queue.view,
    world,
    workers: town.workers,
    cameras: town.cameras,
    hotspots: page.hotspots.spots,
    layers: view.layers,
    load: () => loadMap(page),
    onSelect: (kind, id, list) => page.chosen.fromMap(kind, id, list),
    onHover: (kind, id) => page.list.light(kind === 'incident' ? id : null),
    onPick: (point) => page.chosen.picked(point),
    onContext: (point) => page.sightMode.ask(point),
    coverage: page.coverage.state,
    onView: ({ center, zoom }) => view.camera.set({ center: [center.lng, center.lat], zoom }),
  });
}

function topContext(page) {
  const { i18n, names, town, session, view, canReport, age, soundControl, duty, times, on } = page;
  return {
    i18n,
    names,
    place: town.place,
    session,
    filter: view.filter,
    canReport,
    parts: { times: times.element, age: age.element, sound: soundControl.element, duty: duty?.element ?? null },
    on: {
      ...on,
      report: page.sideShow.report,
      help: page.sideShow.help,
      command: page.command.open,
      plan: page.deskShow.plan,
      emergency: page.deskShow.emergency,
      handover: page.deskShow.handover,
      theme: () => page.map.setTheme(on.theme()),
      search: (text) => page.chosen.searched(text),
    },
  };
}

async function loadMap({ i18n, town, view, outside, rooms, hotspots, coverage }) {
  if (!town.place.setUp) {
    return { missing: i18n.t('map.notSetUp') };
  }
  const [{ createTownMap }, { baseMap, grids }] = await Promise.all([outside.loadMap(), town.map]);
  const hidden = [!hotspots.allowed && 'hotspots', !coverage.allowed && 'coverage'];
  const layerChoices = Object.values(LAYERS).filter((name) => !hidden.includes(name));
  const facts = { place: town.place, baseMap, grids, i18n, layerChoices };
  const loadBuildings = baseMap?.buildings > 0 ? rooms.places.buildings : undefined;
  const options = { ...facts, loadCone: rooms.places.cone, loadBuildings, scale: screenScale() };
  return { create: createTownMap, options, ...view.camera.get() };
}
