import { accuracyWords } from '../i18n/words.js';
import { shortNumber } from '../state/incidents.js';
import { createCard } from './card/card.js';
import { helpSheet } from './helpSheet.js';
import { statusOf } from '../state/cameraStatus.js';
import { mayPrepare, mayWatch } from '../state/watchers.js';
import { createReportForm } from './report/reportForm.js';
import { createCameraCard } from './sight/cameraCard.js';
import { createSeeingCard } from './sight/seeingCard.js';
import { createSpotCard } from './spotCard.js';
import { createThingCard } from './thingCard.js';

const OWN_ACTS = Object.freeze(['start', 'handle']);

/**
 * Decides what the side panel shows: the card of the selection, a new report, or the sheet of keys.
 *
 * @param {object} page the parts of consolePage.js this needs: i18n, names, session, town, world, view, rooms, side ...
 */
export function createSideShow(page) {
  return Object.freeze({
    selection: (selection, focus) => showSelected(page, selection, focus),
    spot: (list, title) => showSpot(page, list, title),
    seeing: (point) => showSeeing(page, point),
    report: () => page.canReport && page.side.mode() !== 'report' && showReport(page),
    reportSeen: (seen) => page.canReport && reportSeen(page, seen),
    help: () => (page.side.mode() === 'help' ? close(page) : showHelp(page)),
    close: () => close(page),
    find: (incident) => find(page, incident),
  });
}

/** One layer back: closes the panel and clears the selection; the focus returns to the row. */
function close(page) {
  const { side, view, list } = page;
  const wasCard = side.mode() === 'incident';
  if (wasCard || side.mode() === 'thing') {
    view.selection.set(null);
    side.close(() => list.focus());
  } else if (view.selection.get()) {
    showSelected(page, view.selection.get(), true);
  } else {
    side.close(() => list.focus());
  }
  page.map.setPicking(false);
}

function showSelected(page, selection, focus) {
  const { side } = page;
  if (selection === null) {
    if (side.mode() === 'incident' || side.mode() === 'thing') {
      side.close(() => page.list.focus());
    }
    return;
  }
  page.map.setPicking(false);
  if (selection.kind === 'incident') {
    showIncident(page, selection.id, focus);
  } else {
    showThing(page, selection, focus);
  }
}

function showIncident(page, id, focus) {
  const { side } = page;
  if (side.mode() === 'incident') {
    side.part().open(id);
    if (focus) {
      side.part().focus();
    }
    return;
  }
  const card = newCard(page);
  card.open(id);
  side.show('incident', card, focus);
}

function newCard(page) {
  const { i18n, names, town, session, now, drafts, rooms, world } = page;
  return createCard({
    i18n,
    names,
    codes: town.codes,
    session,
    now,
    drafts,
    room: rooms.incidents,
    pictures: picturesOf(page),
    incidents: world.incidents,
    caseCodeOf: (id) => page.caseCodes.get(id),
    merge: world.merge,
    candidates: (digits) => candidates(page, digits),
    on: {
      moved: (incident, action) => moved(page, incident, action),
      close: () => close(page),
      open: (id) => page.select('incident', id),
      find: (incident) => find(page, incident),
      camera: (camera) => page.select('camera', camera.cameraId),
    },
  });
}

/** What the pictures beside an incident need. */
function picturesOf({ session, town, rooms, outside, preferences, pictureGround }) {
  return {
    ground: pictureGround.source,
    viewer: session.displayName || session.username,
    room: rooms.cameras,
    statusOf: (sight) => statusOf(town.cameras.get(), sight),
    openSocket: outside.openMedia,
    atOnce: { get: preferences.playAtOnce, set: preferences.setPlayAtOnce },
  };
}

function moved(page, incident, action) {
  page.undoToast.offer(incident, action);
  if (OWN_ACTS.includes(action)) {
    page.duty?.afterAct();
  }
}

function find({ map, tabs }, incident) {
  if (incident && incident.lng !== null && incident.lng !== undefined) {
    tabs.show('map');
    map.flyTo(incident.lng, incident.lat, 16);
  }
}

/** Incidents whose number ends like what was typed: from memory first, then from the server. */
async function candidates({ world, rooms }, digits) {
  const tail = digits.split('-').pop();
  const known = [...world.incidents.get().byId.values()].filter(
    (incident) => incident.number === digits || shortNumber(incident).endsWith(tail),
  );
  if (known.length > 0) {
    return known.slice(0, 6);
  }
  return (await rooms.incidents.list({ q: digits, limit: 6 })).items;
}

function showThing(page, { kind, id }, focus) {
  const thing = thingOf(page, kind, id);
  if (thing && kind === 'camera') page.side.show('thing', cameraCard(page, thing), focus);
  else if (thing) {
    const { i18n, names, now } = page;
    page.side.show('thing', createThingCard({ i18n, names, now, kind, thing, onClose: () => close(page) }), focus);
  }
}

function cameraCard(page, camera) {
  const { i18n, now, world, session, rooms, map } = page;
  return createCameraCard({
    i18n,
    camera,
    now,
    pictures: picturesOf(page),
    incidents: world.incidents,
    cone: rooms.places.cone,
    mayWatch: mayWatch(session),
    mayPrepare: mayPrepare(session),
    on: {
      close: () => close(page),
      incident: (id) => page.select('incident', id),
      pick(call) {
        page.picked = call;
        map.setPicking(call !== null);
      },
    },
  });
}

/** The cameras that see a place somebody has clicked. */
function showSeeing(page, point) {
  const { i18n, now, session, rooms, map } = page;
  const card = createSeeingCard({
    i18n,
    point,
    now,
    pictures: picturesOf(page),
    gridAt: rooms.places.gridAt,
    mayWatch: mayWatch(session),
    on: {
      close: () => close(page),
      camera: (id) => page.select('camera', id),
      shown: (ids) => map.showSight(ids && point, ids ?? []),
    },
  });
  page.side.show('seeing', card);
  map.showSight(point, []);
  page.tabs.show('card');
}

function thingOf({ world, town, queue, now, hotspots }, kind, id) {
  if (kind === 'incident') {
    return world.incidents.get().byId.get(id) ?? queue.view.get().rows.find((row) => row.id === id);
  }
  if (kind === 'riskPoint') {
    return world.riskPoints.get().byId.get(id);
  }
  if (kind === 'hotspot') {
    return hotspots.spots.get().find((spot) => spot.id === id);
  }
  if (kind === 'camera') {
    return town.cameras.get().find((camera) => camera.id === id);
  }
  const position = world.positions.get().byId.get(id);
  const worker = town.workers.get().find((candidate) => candidate.workerId === id);
  return position && { ...worker, id, name: worker?.name ?? id, ageSeconds: (now() - position.at) / 1000 };
}

function showSpot(page, list, title) {
  const { i18n, names } = page;
  const found = list.map(({ kind, id }) => ({ kind, id, thing: thingOf(page, kind, id) }));
  const things = found.filter(({ thing }) => thing);
  const card = { i18n, names, things, title, onOpen: page.select, onClose: () => close(page) };
  page.side.show('spot', createSpotCard(card), true);
}

function showReport(page) {
  const { i18n, names, town, session, now, drafts, rooms, outside } = page;
  const form = createReportForm({
    i18n,
    names,
    codes: town.codes,
    session,
    grids: town.grids.get(),
    gridAt: rooms.places.gridAt,
    geolocation: outside.geolocation,
    now,
    drafts,
    room: rooms.incidents,
    onReported: (body) => reported(page, body),
    onOpen: (id) => page.select('incident', id),
    onClose: () => close(page),
    onPoint: page.map.showPoint,
  });
  page.side.show('report', form);
  page.map.setPicking(true);
}

/** A report that begins with a place on a camera's picture; what was typed before is not overwritten. */
function reportSeen(page, seen) {
  const { i18n, side } = page;
  if (side.mode() !== 'report') showReport(page);
  const note = i18n.t('report.seen', { camera: seen.camera, accuracy: accuracyWords(seen.accuracyMetres) });
  side.part().setSeen(seen, note);
}

function reported(page, body) {
  const incident = page.world.merge(body);
  page.caseCodes.set(incident.id, body.caseCode);
  page.toasts.say(page.i18n.t('report.sent', { number: shortNumber(incident) }));
  page.select('incident', incident.id);
  page.duty?.afterAct();
}

function showHelp(page) {
  const { i18n, town, preferences } = page;
  page.side.show(
    'help',
    helpSheet({
      i18n,
      codes: town.codes,
      singleKeys: preferences.singleKeys(),
      onSingleKeys: preferences.setSingleKeys,
      onClose: () => close(page),
    }),
  );
}
