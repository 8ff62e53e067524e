import { isOverdue } from './clocks.js';
import { compare, levelRank } from './queue.js';
import { isOpen } from './status.js';
import { unansweredOrders } from './unanswered.js';

/**
 * What the next shift must know, as the console knows it now.
 *
 * @param {{incidents: {values: () => Iterable<object>, get: (id: string) => object | undefined}, tasks: Iterable<object>,
 *   cameras: readonly object[], now: number}} known
 * @returns {{open: object[], red: object[], overdue: object[], paused: object[],
 *   unanswered: {order: object, incident: object}[], cameras: object[]}} cases by level and clock
 */
export function handover({ incidents, tasks, cameras, now }) {
  const open = [...incidents.values()].filter(isOpen).sort(compare);
  return {
    open,
    red: open.filter((incident) => levelRank(incident) === 0),
    overdue: open.filter((incident) => isOverdue(incident, now)),
    paused: open.filter((incident) => incident.paused),
    unanswered: unansweredOrders(tasks, incidents),
    cameras: cameras.filter((camera) => camera.status === 'OFFLINE'),
  };
}
