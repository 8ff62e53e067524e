import { el, fill } from '../dom/el.js';
import { momentWords, spanWords } from '../i18n/words.js';
import { createRequestKeys } from '../net/requestKeys.js';
import { shortNumber } from '../state/incidents.js';
import { cardTop } from './cardTop.js';
import { problemSentence } from './words.js';

/**
 * Who could go where when many cases wait at once: proposed orders with a tick each. What is ticked is sent one by one
 * with the move of the card; what fails says why and stays.
 *
 * @param {{i18n: object, now: () => number, plan: () => Promise<import("../rooms/dispatch.js").Plan>,
 *   act: (id: string, move: object, key: string) => Promise<object>, onSent: (body: object) => void,
 *   onOpen: (id: string) => void, onClose: () => void}} context
 */
export function createPlanPane(context) {
  const { i18n } = context;
  const title = el('h2', { tabindex: '-1', class: 'card-title' }, i18n.t('plan.title'));
  const body = el('div', { class: 'stack' });
  const element = el('article', { class: 'card-body plan stack' }, cardTop(i18n, title, context.onClose), body);
  const state = { rows: [], busy: false, gone: false };
  const pane = { context, body, state };
  load(pane);
  return Object.freeze({ element, focus: () => title.focus(), destroy: () => (state.gone = true) });
}

async function load(pane) {
  const { context, body, state } = pane;
  const { i18n } = context;
  fill(body, el('p', { class: 'quiet', role: 'status' }, i18n.t('plan.reading')));
  try {
    draw(pane, await context.plan());
  } catch (problem) {
    const retry = el('button', { class: 'button', type: 'button', on: { click: () => load(pane) } }, i18n.t('retry'));
    const words = problemSentence(i18n, problem, i18n.t('plan.verb'));
    fill(body, el('p', { class: 'notice fault', role: 'alert' }, words), retry);
  }
  state.busy = false;
}

function draw(pane, plan) {
  const { context, body, state } = pane;
  const { i18n, now } = context;
  state.rows = plan.orders.map((order) => rowOf(context, order));
  const send = el('button', { class: 'button primary', type: 'button' }, i18n.t('plan.send'));
  const again = el('button', { class: 'button', type: 'button', on: { click: () => load(pane) } }, i18n.t('plan.again'));
  const status = el('p', { role: 'status' });
  send.addEventListener('click', () => sendTicked(pane, send, status));
  send.hidden = plan.orders.length === 0;
  fill(
    body,
    el('p', {}, sumWords(i18n, plan)),
    el('p', { class: 'caption' }, i18n.t('plan.asOf', { time: momentWords(i18n, Date.parse(plan.asOf), now()) })),
    el('ul', { class: 'plain-list plan-list' }, ...state.rows.map((row) => row.element)),
    el('div', { class: 'form-acts' }, send, again),
    status,
    plan.left.length > 0 && leftList(i18n, plan.left),
  );
}

/** The whole time against that of serving the most urgent first. */
function sumWords(i18n, { orders, totalSeconds, greedySeconds, greedyLeft, left }) {
  if (orders.length === 0) {
    return i18n.t('plan.nothing');
  }
  const total = spanWords(i18n, totalSeconds);
  if (greedyLeft > left.length) {
    return i18n.t('plan.sumMore', { n: orders.length, total, more: greedyLeft - left.length });
  }
  const saved = greedySeconds - totalSeconds;
  return saved >= 60
    ? i18n.t('plan.sumSaved', { n: orders.length, total, saved: spanWords(i18n, saved) })
    : i18n.t('plan.sumSame', { n: orders.length, total });
}

function rowOf({ i18n, onOpen }, order) {
  const tick = el('input', { type: 'checkbox', checked: true });
  const fault = el('p', { class: 'fault', hidden: true });
  const way = order.basis === 'STRAIGHT_LINE' ? 'plan.estimate' : 'plan.road';
  const minutes = Math.ceil(order.travelSeconds / 60);
  const element = el(
    'li',
    { class: 'plan-row' },
    el(
      'label',
      { class: 'check' },
      tick,
      el(
        'span',
        {},
        el('span', { class: 'strong mono' }, shortNumber(order)),
        ' ',
        order.title,
        el('br'),
        el('span', { class: 'quiet' }, i18n.t(way, { id: order.workerId, name: order.workerName, minutes })),
      ),
    ),
    el('button', { class: 'button plain', type: 'button', on: { click: () => onOpen(order.incidentId) } }, i18n.t('plan.open')),
    fault,
  );
  return { order, tick, fault, element, sent: false, keyOf: createRequestKeys() };
}

async function sendTicked(pane, send, status) {
  const { context, state } = pane;
  const { i18n } = context;
  const chosen = state.rows.filter((row) => row.tick.checked && !row.sent);
  if (state.busy || chosen.length === 0) {
    status.textContent = state.busy ? '' : i18n.t('plan.noneTicked');
    return;
  }
  state.busy = true;
  send.disabled = true;
  for (const [i, row] of chosen.entries()) {
    status.textContent = i18n.t('plan.sending', { i: i + 1, n: chosen.length });
    await sendOne(context, row);
  }
  state.busy = false;
  send.disabled = false;
  const failed = chosen.filter((row) => !row.sent).length;
  status.textContent = i18n.t(failed > 0 ? 'plan.doneSome' : 'plan.done', { n: chosen.length - failed, failed });
}

async function sendOne({ i18n, act, onSent }, row) {
  const { incidentId, workerId, version } = row.order;
  const move = { action: 'assign', version, workerIds: [workerId] };
  row.fault.hidden = true;
  try {
    onSent(await act(incidentId, move, row.keyOf([incidentId, move])));
    row.sent = true;
    row.tick.checked = false;
    row.tick.disabled = true;
    row.element.append(el('span', { class: 'pill' }, i18n.t('plan.sent')));
  } catch (problem) {
    row.fault.hidden = false;
    row.fault.textContent = problemSentence(i18n, problem, i18n.t('plan.verb.assign'));
  }
}

function leftList(i18n, left) {
  const items = left.map((one) => el('li', {}, i18n.t('plan.leftOne', { number: shortNumber(one), why: i18n.name(one.reason) })));
  return el('div', {}, el('h3', {}, i18n.t('plan.left')), el('ul', { class: 'plain-list' }, ...items));
}
