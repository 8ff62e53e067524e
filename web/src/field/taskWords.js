import { clockSentence } from '../console/words.js';
import { distanceWords } from '../i18n/words.js';
import { incidentOf } from '../state/incidents.js';
import { metresTo } from '../state/fieldTasks.js';

/**
 * What is said of an order in one or two lines.
 *
 * @param {{i18n: object, finder: object, clock: object}} desk
 * @param {object} order with the outbox on top
 * @returns {{state: string, way: string, clock: string}}
 */
export function taskWords({ i18n, finder, clock }, order) {
  const metres = metresTo(order, finder.last.get());
  const due = incidentOf({ ...order.incident, dueAt: order.dueAt ?? order.incident.dueAt });
  return {
    state: i18n.t(`field.task.${stateOf(order)}`) + (order.waiting.length > 0 ? i18n.t('field.task.waits') : ''),
    way: metres === null ? '' : i18n.t('field.task.away', { way: distanceWords(metres) }),
    clock: clockSentence(i18n, due, clock.now()),
  };
}

function stateOf(order) {
  if (order.status !== 'OPEN') return order.status;
  if (order.onTheWayAt) return 'ON_THE_WAY';
  return order.acceptedAt ? 'ACCEPTED' : 'OPEN';
}
