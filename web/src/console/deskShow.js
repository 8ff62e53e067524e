import { createEmergencyForm } from './emergencyBar.js';
import { createHandoverPane } from './handoverPane.js';
import { createPlanPane } from './planPane.js';

/**
 * What of the duty desk opens in the side panel.
 *
 * @param {object} page the parts of consolePage.js
 */
export function createDeskShow(page) {
  const { session } = page;
  return Object.freeze({
    plan: session.roles.includes('DISPATCHER') ? () => showPlan(page) : null,
    handover: () => showHandover(page),
    emergency: session.roles.includes('LEADER') ? () => showEmergency(page) : null,
  });
}

function showPlan(page) {
  const { i18n, now, rooms, world, side, sideShow } = page;
  const pane = createPlanPane({
    i18n,
    now,
    plan: rooms.dispatch.plan,
    act: rooms.incidents.act,
    onSent: (body) => page.undoToast.offer(world.merge(body), 'assign'),
    onOpen: (id) => page.select('incident', id),
    onClose: sideShow.close,
  });
  side.show('plan', pane);
}

function showEmergency(page) {
  const { i18n, rooms, side, sideShow, emergency } = page;
  const form = createEmergencyForm({
    i18n,
    declare: rooms.dispatch.declare,
    onDone() {
      emergency.read();
      sideShow.close();
    },
    onClose: sideShow.close,
  });
  side.show('emergency', form);
}

function showHandover(page) {
  const { i18n, names, now, session, town, world, times, drafts, rooms, outside, side, sideShow } = page;
  const pane = createHandoverPane({
    i18n,
    names,
    now,
    session,
    place: town.place,
    world,
    cameras: town.cameras,
    desk: times.desk,
    drafts,
    dispatch: rooms.dispatch,
    print: () => outside.window.print(),
    onClose: sideShow.close,
  });
  side.show('handover', pane);
}
