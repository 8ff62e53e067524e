import { disposer } from '../dom/disposer.js';
import { el, fill, keyCap } from '../dom/el.js';
import { createVirtualList } from '../dom/virtualList.js';
import { isOverdue } from '../state/clocks.js';
import { isNarrow } from '../state/filter.js';
import { hold } from '../state/queue.js';
import { clockText, queueRow } from './queueRow.js';
import { problemSentence } from './words.js';

const ROW_HEIGHT = 52;

/**
 * The list of incidents. While a pointer or the focus rests on it nothing moves: rows change in place and new ones wait.
 *
 * @param {{i18n: object, names: object, now: () => number, model: object, filter: object, find: (id: string) => object,
 *   onOpen: (incident: object) => void, onHover: (incident: object | null) => void, clearFilter: () => void,
 *   ready: object, problem: object}} context
 */
export function createQueuePane(context) {
  const { i18n, model, now } = context;
  const undo = disposer();
  const list = createVirtualList({
    label: i18n.t('queue.label'),
    rowHeight: ROW_HEIGHT,
    draw: queueRow(context),
    onOpen: context.onOpen,
    onHover: context.onHover,
  });
  const waiting = el('button', {
    class: 'button waiting',
    type: 'button',
    hidden: true,
    on: { click: () => release() },
  });
  const note = el('div', { class: 'queue-note' });
  const foot = el('div', { class: 'queue-foot caption', role: 'status' });
  const element = el('div', { class: 'queue-list' }, note, list.element, waiting, foot);
  const state = { filter: null, waiting: 0, over: false };
  const draw = (force) => drawQueue(context, { list, waiting, note, foot, state }, force);
  const release = () => {
    draw(true);
    list.element.scrollTop = 0;
  };
  undo.add(
    model.view.on(() => draw(false)),
    context.ready.on(() => draw(true)),
    context.problem.on(() => draw(true)),
    list.destroy,
  );
  undo.listen(element, 'pointerenter', () => (state.over = true));
  undo.listen(element, 'pointerleave', () => {
    state.over = false;
    draw(false);
  });
  undo.listen(list.element, 'scroll', () => nearEnd(list.element) && model.more(), { passive: true });
  undo.listen(list.element, 'keydown', (event) => listKey(event, list, context));
  undo.every(1_000, () => tickRows(list, i18n, now()));
  draw(true);
  return Object.freeze({
    element,
    list,
    showNew: () => state.waiting > 0 && release(),
    focus: () => list.element.focus(),
    light: list.light,
    mark: (id) => list.setActive(id),
    destroy: undo.destroy,
  });
}

function drawQueue(context, { list, waiting, note, foot, state }, force) {
  const latest = context.model.view.get();
  const held = !force && state.filter === context.filter.get() && isHeld(state, list);
  const { rows, waiting: count } = held
    ? hold(list.items(), latest.rows, context.find)
    : { rows: latest.rows, waiting: 0 };
  state.filter = context.filter.get();
  state.waiting = count;
  list.setItems(rows);
  showWaiting(waiting, context.i18n, count);
  fill(note, emptyNote(context, latest, rows.length));
  fill(foot, footText(context, latest, rows.length));
}

function isHeld(state, list) {
  return (
    list.items().length > 0 && (state.over || document.activeElement === list.element || list.element.scrollTop > 0)
  );
}

function showWaiting(button, i18n, count) {
  button.hidden = count === 0;
  if (count > 0) {
    fill(button, i18n.t('queue.waiting', { n: count }), keyCap('n'));
  }
}

function emptyNote({ i18n, filter, clearFilter, ready, problem }, latest, shown) {
  if (!ready.get() && problem.get()) {
    return el('p', { class: 'empty', role: 'alert' }, problemSentence(i18n, problem.get(), i18n.t('queue.read')));
  }
  if (!ready.get()) {
    return el('div', { class: 'bars', 'aria-hidden': 'true' }, ...[1, 2, 3, 4].map(() => el('div', { class: 'bar' })));
  }
  if (shown > 0 || latest.ended.loading) {
    return null;
  }
  if (!isNarrow(filter.get())) {
    return el('p', { class: 'empty' }, i18n.t('queue.empty'));
  }
  return el(
    'p',
    { class: 'empty' },
    i18n.t('queue.nothingMatches', { n: latest.open }),
    el('button', { class: 'button', type: 'button', on: { click: clearFilter } }, i18n.t('filter.clear')),
  );
}

function footText({ i18n, model, ready, problem }, latest, shown) {
  if (!ready.get()) {
    return i18n.t(problem.get() ? 'queue.tryingAgain' : 'queue.reading');
  }
  if (latest.ended.problem) {
    const retry = el('button', { class: 'button', type: 'button', on: { click: model.retry } }, i18n.t('retry'));
    return [i18n.t('queue.endedFailed'), retry];
  }
  if (latest.ended.loading) {
    return i18n.t('queue.readingEnded');
  }
  return i18n.t(latest.ended.more ? 'queue.countMore' : 'queue.count', { n: shown, all: latest.open });
}

function nearEnd(element) {
  return element.scrollTop + element.clientHeight > element.scrollHeight - 600;
}

function listKey(event, list, context) {
  const page = Math.max(1, Math.floor(list.element.clientHeight / ROW_HEIGHT) - 1);
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
  if (event.key in steps) {
    event.preventDefault();
    list.move(steps[event.key]);
  } else if (event.key === 'Enter' && list.active()) {
    event.preventDefault();
    event.stopPropagation();
    context.onOpen(list.active());
  }
}

function tickRows(list, i18n, now) {
  for (const { element, item } of list.visible()) {
    const clock = element.querySelector('.row-clock');
    const text = clockText(i18n, item, now);
    if (clock && clock.textContent !== text) {
      clock.textContent = text;
      clock.classList.toggle('over', isOverdue(item, now));
    }
  }
}
