import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { kindGlyph, levelShape } from '../map/symbols.js';
import { shortNumber } from '../state/incidents.js';
import { openOrders, withOutbox } from '../state/fieldTasks.js';
import { taskWords } from './taskWords.js';

const AGAIN_MS = 20_000;

/**
 * The worker's open orders; the one under way stands first.
 *
 * @param {object} desk
 */
export function createTaskList(desk) {
  const { i18n, orders, outbox, finder, session } = desk;
  const undo = disposer();
  const head = el('h2', {}, i18n.t('field.tasks'));
  const rows = el('ul', { class: 'stack' });
  const said = el('p', { class: 'quiet', role: 'status' });
  const element = el('section', { class: 'stack field-tasks', hidden: !session.workerId }, head, said, rows);
  const state = { shown: '' };
  const draw = () => drawList({ desk, head, rows, said, state });
  undo.add(orders.list.on(draw), outbox.entries.on(draw), finder.last.on(draw));
  undo.every(AGAIN_MS, draw);
  draw();
  return Object.freeze({ element, destroy: undo.destroy });
}

function drawList({ desk, head, rows, said, state }) {
  const { i18n, orders, outbox, clock } = desk;
  const { items, at, fresh } = orders.list.get();
  const open = openOrders(items.map((order) => withOutbox(order, outbox.entries.get())));
  const told = open.map((order) => ({ order, words: taskWords(desk, order) }));
  head.textContent = i18n.t('field.tasksCount', { n: at === null ? null : open.length });
  fill(said, sentence({ i18n, clock, open, at, fresh }));
  const now = JSON.stringify(told);
  if (now === state.shown) return;
  state.shown = now;
  const focused = document.activeElement?.closest?.('[data-case]')?.dataset.case;
  fill(rows, ...told.map((row) => taskRow(desk, row)));
  if (focused) rows.querySelector(`[data-case="${focused}"]`)?.focus();
}

function sentence({ i18n, clock, open, at, fresh }) {
  if (at === null) return i18n.t('field.tasksUnknown');
  if (!fresh) return i18n.t('field.tasksAsOf', { at: momentWords(i18n, at, clock.now()) });
  return open.length === 0 ? i18n.t('field.noTasks') : null;
}

function taskRow({ i18n, names, route }, { order, words }) {
  const { incident } = order;
  const facts = [words.state, words.way, words.clock].filter(Boolean).join(' · ');
  const open = el(
    'button',
    {
      class: 'pick field-row',
      type: 'button',
      data: { case: order.incidentId },
      on: { click: () => route.go('task', order.incidentId) },
    },
    kindGlyph(incident.kind, 28),
    el(
      'span',
      { class: 'pick-text' },
      el(
        'span',
        { class: 'pick-name' },
        incident.level && levelShape(incident.level, { language: i18n.lang }),
        incident.level && el('span', { class: 'visually-hidden' }, names.level(incident.level)),
        ` ${shortNumber(incident)} ${incident.title}`,
      ),
      el('span', { class: 'quiet' }, facts),
    ),
  );
  return el('li', {}, open);
}
