import { metresBetween } from '../geo/inside.js';

/**
 * Orders as their worker sees them: what the server said, and on top of it what the worker has done since and what
 * still waits on the device. Pure.
 *
 * @typedef {{id: string, incidentId: string, status: string, lead: boolean, dueAt: string | null, createdAt: string,
 *   acceptedAt: string | null, onTheWayAt: string | null, version: number, incident: object}} Order see rooms/field.js
 */

const ACTIVE = Object.freeze(['OPEN', 'UNDER_WAY']);

/** What a move of the worker, once sent, makes of the case and the order. */
const AFTER = Object.freeze({
  start: { incident: 'HANDLING', order: 'UNDER_WAY' },
  handle: { incident: 'HANDLED', order: 'DONE' },
  return: { incident: 'ACCEPTED', order: 'RETURNED' },
});

/**
 * @param {Order} order
 * @param {readonly object[]} entries of the outbox
 * @returns {Order & {waiting: string[]}} as it will be when everything of the outbox has arrived
 */
export function withOutbox(order, entries) {
  const own = entries.filter((entry) => entry.caseId === order.incidentId && entry.state === 'WAITING');
  return own.reduce(applied, { ...order, waiting: [] });
}

function applied(order, entry) {
  const at = new Date(entry.at).toISOString();
  if (entry.kind === 'ACKNOWLEDGEMENT') {
    const field = entry.body.state === 'ACCEPTED' ? 'acceptedAt' : 'onTheWayAt';
    return { ...order, [field]: at, waiting: [...order.waiting, entry.body.state] };
  }
  if (entry.kind === 'DECLINE') return { ...order, status: 'RETURNED', waiting: [...order.waiting, 'return'] };
  const after = entry.kind === 'MOVE' ? AFTER[entry.body.action] : undefined;
  if (after === undefined) return order;
  const incident = { ...order.incident, status: after.incident };
  return { ...order, status: after.order, incident, waiting: [...order.waiting, entry.body.action] };
}

/**
 * @param {Order} order with the outbox on top
 * @returns {string[]} what the worker may do now, the next step first
 */
export function stepsOf(order) {
  if (order.status === 'UNDER_WAY') return ['handle', 'return'];
  if (order.status !== 'OPEN') return [];
  const steps = ['start'];
  if (!order.onTheWayAt) steps.unshift('ON_THE_WAY');
  if (!order.acceptedAt && !order.onTheWayAt) steps.unshift('ACCEPTED');
  return [...steps, 'return'];
}

/**
 * @param {readonly Order[]} orders
 * @returns {Order[]} those that still need the worker: under way first, then by their time limit
 */
export function openOrders(orders) {
  const due = (order) => (order.dueAt ? Date.parse(order.dueAt) : Infinity);
  const turn = (order) => (order.status === 'UNDER_WAY' ? 0 : 1);
  return orders
    .filter((order) => ACTIVE.includes(order.status))
    .sort((a, b) => turn(a) - turn(b) || due(a) - due(b) || (a.createdAt < b.createdAt ? -1 : 1));
}

/**
 * @param {Order} order
 * @param {string} step one of `stepsOf`
 * @param {{at: number, key: string, words?: string}} act words: the result or the reason
 * @returns {object} an entry of the outbox
 */
export function entryOf(order, step, { at, key, words }) {
  const about = { caseId: order.incidentId, key, at, number: order.incident.number, title: order.incident.title };
  const deviceAt = new Date(at).toISOString();
  const ofOrder = { versionOf: `order ${order.id}`, path: `/api/orders/${order.id}`, base: { status: order.status } };
  if (step === 'ACCEPTED' || step === 'ON_THE_WAY') {
    const body = { state: step, version: order.version, deviceAt };
    return { ...about, ...ofOrder, kind: 'ACKNOWLEDGEMENT', path: `${ofOrder.path}/acknowledgement`, body };
  }
  if (step === 'return' && !order.lead) {
    const body = { reason: words, version: order.version, deviceAt };
    return { ...about, ...ofOrder, kind: 'DECLINE', path: `${ofOrder.path}/decline`, body };
  }
  const said = { handle: { result: words }, return: { reason: words } }[step] ?? {};
  const body = { action: step, version: order.incident.version, deviceAt, ...said };
  const base = { status: order.incident.status };
  const path = `/api/incidents/${order.incidentId}/actions`;
  return { ...about, kind: 'MOVE', versionOf: `incident ${order.incidentId}`, path, body, base };
}

/**
 * @param {Order} order
 * @param {{lng: number, lat: number} | null} fix
 * @returns {number | null} metres as the crow flies
 */
export function metresTo(order, fix) {
  const [lng, lat] = order.incident.location?.coordinates ?? [];
  return fix && lng !== undefined ? metresBetween(fix, { lng, lat }) : null;
}
