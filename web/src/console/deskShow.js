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
