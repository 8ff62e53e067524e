import { createReporter } from '../console/card/reporter.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { kindGlyph, levelShape } from '../map/symbols.js';
import { shortNumber } from '../state/incidents.js';
import { withOutbox } from '../state/fieldTasks.js';
import { createAmendments } from './amendments.js';
import { guidanceBox } from './guidanceBox.js';
import { createOutboxList } from './outboxList.js';
import { routeLinks } from './routeLinks.js';
import { createTaskActs } from './taskActs.js';
import { taskWords } from './taskWords.js';

const AGAIN_MS = 15_000;

/** The worker's own steps after which an order is over. */
const ENDS = Object.freeze({ handle: 'field.task.DONE', return: 'field.task.RETURNED' });

/**
 * One order: what it is, the way there, and the steps the worker may take. Works from what was last read; the reporter
 * is asked for only while there is a network and is never kept.
 *
 * @param {object} desk `id`: of the case
 */
export async function createTask(desk) {
  const { i18n, route, orders, outbox, finder } = desk;
  const undo = disposer();
  const back = el('button', { class: 'button', type: 'button', on: { click: () => route.go('home') } }, i18n.t('field.back'));
  const title = el('h2', { tabindex: '-1' });
  const facts = el('div', { class: 'stack' });
  const acts = await createTaskActs(desk);
  const amendments = createAmendments(desk);
  const reporter = createReporter({ i18n, unmask: desk.rooms.incidents.unmask });
  const waiting = createOutboxList(desk);
  const element = el(
    'article',
    { class: 'stack field-task' },
    el('div', { class: 'field-title' }, back, title),
    facts,
    amendments.element,
    acts.element,
    reporter.element,
    waiting.element,
  );
  const task = { desk, title, facts, acts, amendments };
  const draw = () => drawTask(task);
  undo.add(orders.list.on(draw), orders.done.on(draw), outbox.entries.on(draw), finder.last.on(draw), acts.destroy, waiting.destroy);
  undo.every(AGAIN_MS, draw);
  draw();
  showReporter(desk, reporter);
  return Object.freeze({ element, focus: () => title.focus(), destroy: undo.destroy });
}

function drawTask({ desk, title, facts, acts, amendments }) {
  const { orders, outbox, id } = desk;
  const known = ownOrder(orders.list.get().items, id);
  if (!known) {
    acts.show(null);
    return drawEnd(desk, title, facts);
  }
  const order = withOutbox(known, outbox.entries.get());
  title.textContent = `${shortNumber(order.incident)} ${order.incident.title}`;
  acts.show(order);
  amendments.show(known.incident.version);
  fill(facts, ...factsOf(desk, order));
}

/** Ended by the worker, or by somebody else. */
function drawEnd({ orders, id, i18n }, title, facts) {
  const own = orders.done.get().find((fact) => fact.caseId === id && fact.step in ENDS);
  title.textContent = own ? `${own.number ?? ''} ${own.title}`.trim() : i18n.t('field.task.gone');
  fill(facts, el('p', { class: own ? '' : 'quiet' }, i18n.t(own ? ENDS[own.step] : 'field.task.goneWhy')));
}

/** Of several orders for one case the youngest counts. */
function ownOrder(items, id) {
  const own = items.filter((order) => order.incidentId === id);
  return own.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
}

function factsOf(desk, order) {
  const { i18n, names, clock } = desk;
  const { incident } = order;
  const words = taskWords(desk, order);
  const level = incident.level && [levelShape(incident.level, { language: i18n.lang }), names.level(incident.level)];
  const what = [names.kind(incident.kind), incident.category && names.category(incident.category)].filter(Boolean);
  const where = [incident.gridName, incident.address, words.way].filter(Boolean);
  return [
    el('p', { class: 'field-task-line' }, kindGlyph(incident.kind, 24), what.join(' · '), ' ', level),
    el('p', {}, el('strong', {}, words.state), ' ', el('span', { class: 'quiet' }, words.clock)),
    el('p', {}, where.join(' · ')),
    el('p', { class: 'quiet' }, momentWords(i18n, Date.parse(incident.occurredAt), clock.now())),
    incident.description && el('p', { class: 'field-words' }, incident.description),
    routeLinks(desk, incident),
    incident.kind === 'DISPUTE' && guidanceBox(desk, incident.category),
  ];
}

async function showReporter({ rooms, id }, reporter) {
  const incident = await rooms.incidents.one(id, { expectSignedOut: true }).catch(() => null);
  if (incident?.reporter) reporter.show(incident, incident.reporter, true);
}
