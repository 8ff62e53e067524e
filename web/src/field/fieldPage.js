import { createNames } from '../console/words.js';
import { disposer } from '../dom/disposer.js';
import { createApi } from '../net/api.js';
import { el, fill } from '../dom/el.js';
import { createFieldRoom } from '../rooms/field.js';
import { createIncidentsRoom } from '../rooms/incidents.js';
import { createPlacesRoom } from '../rooms/places.js';
import { createWorkforceRoom } from '../rooms/workforce.js';
import { createDuty } from './duty.js';
import { createEmergency } from './emergency.js';
import { createFinder } from './finder.js';
import { createHead } from './head.js';
import { createHome } from './home.js';
import { createReader, readKnown } from './known.js';
import { createOrders } from './orders.js';
import { createOutbox } from './outbox.js';
import { createReport } from './report.js';
import { createRoute } from './route.js';
import { createSender } from './sender.js';
import { createStateLine } from './stateLine.js';
import { createTask } from './task.js';
import { createTriggers } from './triggers.js';
import { createUploader } from './tus.js';

const NO_REPORTERS = Object.freeze(['SCREEN', 'GIS_EDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']);

/**
 * The page of one worker: head, state of network and outbox, and one of three views (home, report, task). Every call
 * says whose page this is: what another person's session would answer is refused, as when nobody is signed in.
 *
 * @param {HTMLElement} host
 * @param {{outside: object, shelf: object, clock: object, i18n: object, session: object,
 *   whoAmI: () => Promise<object | null>, over: boolean, keptOffline: Promise<boolean>,
 *   on: {signIn: () => void, signOut: () => void, language: () => void}}} context over: the session has ended
 */
export async function createFieldPage(host, context) {
  const { clock, i18n, session, shelf } = context;
  if (!mayReport(session)) return showSentence(host, context, 'field.notYours');
  const undo = disposer();
  const ended = { tell: () => {} };
  const outside = { ...context.outside, person: session.username, onSignedOut: () => ended.tell() };
  const api = createApi(outside);
  const rooms = roomsOf(api);
  const reader = createReader({ shelf, user: session.username });
  const { codes, place } = rooms.places;
  const known = await readKnown(reader, { codes, place, grids: rooms.places.grids, settings: rooms.field.settings }, clock.now);
  if (known === null) return showSentence(host, context, 'field.nothingKnown');
  document.title = i18n.t('field.title', { place: known.place.name ?? '' });
  const finder = createFinder({ geolocation: navigator.geolocation, now: clock.device });
  const parts = { ...context, ...known, outside, api, user: session.username, rooms, reader, finder, route: createRoute() };
  const desk = { ...parts, names: createNames(known.codes, i18n), ...createWork(parts, undo) };
  ended.tell = desk.outbox.signedOut;
  desk.duty = createDuty(desk);
  const emergency = createEmergency(desk);
  const main = el('main', { class: 'field-main', id: 'field-main', tabindex: '-1' });
  const stateLine = createStateLine(desk);
  const head = createHead(desk);
  fill(host, el('div', { class: 'field-page' }, head.element, stateLine.element, emergency.element, main));
  const views = createViews(desk, main);
  undo.add(reader.close, desk.route.destroy, head.destroy, desk.duty.destroy, emergency.destroy, stateLine.destroy, views.destroy);
  return Object.freeze({ destroy: undo.destroy });
}

function roomsOf(api) {
  return {
    places: createPlacesRoom(api),
    field: createFieldRoom(api),
    incidents: createIncidentsRoom(api),
    workforce: createWorkforceRoom(api),
  };
}

/** The outbox with everything that makes it go, and the orders that follow from it. */
function createWork(parts, undo) {
  const { api, outside, shelf, session, clock, whoAmI } = parts;
  const triggers = createTriggers({
    onWake(eager) {
      outbox.wake(eager);
      orders.refresh();
    },
    onNews: () => outbox.refresh(),
  });
  const outbox = createOutbox({
    shelf,
    user: session.username,
    send: createSender({ api, whoAmI, upload: createUploader(outside), shelf }),
    locks: navigator.locks,
    news: triggers,
    now: clock.device,
    isOnline: () => navigator.onLine,
    onSent: (entry, answer) => orders.sent(entry, answer),
  });
  const orders = createOrders({ ...parts, outbox });
  undo.add(triggers.destroy, outbox.destroy, orders.destroy);
  outbox.wake(true);
  return { outbox, orders };
}

function createViews(desk, main) {
  const made = { home: createHome, report: createReport, task: createTask };
  let view = null;
  let serial = 0;
  const show = async (route, before) => {
    const mine = ++serial;
    view?.destroy();
    view = null;
    const next = await made[route.name]({ ...desk, id: route.id });
    if (mine !== serial) return next.destroy();
    view = next;
    fill(main, view.element);
    window.scrollTo(0, 0);
    if (before) (view.focus ?? (() => main.focus()))();
  };
  const off = desk.route.on(show);
  show(desk.route.get());
  return {
    destroy() {
      serial++;
      off();
      view?.destroy();
    },
  };
}

/** Screens, map editors and administrators report nothing. */
function mayReport({ roles }) {
  return roles.some((role) => !NO_REPORTERS.includes(role));
}

/** The first opening on a device needs the network once; and the page is not for everybody. */
function showSentence(host, { i18n, on }, key) {
  const button = (look, word, click) => el('button', { class: look, type: 'button', on: { click } }, i18n.t(word));
  const again = button('button primary', 'retry', () => location.reload());
  const other = button('button', 'session.signOut', on.signOut);
  const element = el('main', { class: 'field-main stack' }, el('p', { role: 'alert' }, i18n.t(key)), again, other);
  fill(host, el('div', { class: 'field-page' }, element));
  return Object.freeze({ destroy: () => element.remove() });
}
