/**
 * Orders that nobody has answered in time: open, neither accepted nor on the way; the oldest first.
 *
 * @param {Iterable<object>} tasks of the live state
 * @param {{get: (id: string) => object | undefined}} incidents by id
 * @returns {{order: object, incident: object}[]} those whose case is known
 */
export function unansweredOrders(tasks, incidents) {
  return [...tasks]
    .filter(isUnanswered)
    .map((order) => ({ order, incident: incidents.get(order.incidentId) }))
    .filter(({ incident }) => incident)
    .sort((a, b) => Date.parse(a.order.unansweredSince) - Date.parse(b.order.unansweredSince));
}

function isUnanswered(task) {
  return task.status === 'OPEN' && Boolean(task.unansweredSince && task.workerId) && !task.acceptedAt && !task.onTheWayAt;
}

/**
 * Whole minutes since the order was given.
 *
 * @param {{createdAt: string}} order
 * @param {number} now milliseconds
 */
export function minutesUnanswered({ createdAt }, now) {
  return Math.max(1, Math.floor((now - Date.parse(createdAt)) / 60_000));
}

/**
 * @param {object[]} near best first
 * @param {{workers: {workerId: string}[]}} incident
 * @returns {object | null} who could go in the place of one who does not answer
 */
export function nextProposal(near, incident) {
  const sent = incident.workers.map((worker) => worker.workerId);
  return near.find((worker) => worker.available !== false && !worker.restUntil && !sent.includes(worker.workerId)) ?? null;
}
