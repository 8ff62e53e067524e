import { disposer } from './disposer.js';
import { el } from './el.js';

const SPARE_ROWS = 6;

/**
 * A listbox that draws only the rows in sight, so that forty thousand cost as much as forty. The box itself keeps the
 * focus; the active row is named by aria-activedescendant.
 *
 * @template {{id: string}} T
 * @param {{label: string, rowHeight: number, draw: (row: HTMLElement, item: T) => void,
 *   onOpen: (item: T) => void, onActive?: (item: T) => void, onHover?: (item: T | null) => void}} options
 */
export function createVirtualList(options) {
  const undo = disposer();
  const body = el('div', { class: 'vlist-body', role: 'presentation' });
  const element = el('div', { class: 'vlist', role: 'listbox', tabindex: '0', 'aria-label': options.label }, body);
  const state = { items: [], rows: new Map(), active: null, options, body, element };
  const redraw = () => drawWindow(state);
  undo.listen(element, 'scroll', redraw, { passive: true });
  undo.listen(element, 'click', (event) => openRow(state, event));
  undo.listen(element, 'pointerover', (event) => options.onHover?.(itemAt(state, event) ?? null));
  undo.listen(element, 'pointerleave', () => options.onHover?.(null));
  const observer = new ResizeObserver(redraw);
  observer.observe(element);
  undo.add(() => observer.disconnect());
  return Object.freeze({
    element,
    items: () => state.items,
    active: () => state.items.find((item) => item.id === state.active) ?? null,
    setItems(items) {
      state.items = items;
      body.style.height = `${items.length * options.rowHeight}px`;
      drawWindow(state, true);
    },
    setActive: (id, reveal = true) => setActive(state, id, reveal),
    move: (step) => move(state, step),
    light: (id) => light(state, id),
    redrawRows: () => drawWindow(state, true),
    visible: () => [...state.rows.values()],
    destroy: undo.destroy,
  });
}

function drawWindow(state, all = false) {
  const { element, rows, items, options } = state;
  const first = Math.max(0, Math.floor(element.scrollTop / options.rowHeight) - SPARE_ROWS);
  const shown = Math.ceil(element.clientHeight / options.rowHeight) + 2 * SPARE_ROWS;
  const last = Math.min(items.length, first + shown);
  const wanted = new Set();
  for (let i = first; i < last; i++) {
    wanted.add(items[i].id);
    place(state, items[i], i, all);
  }
  for (const [id, row] of rows) {
    if (!wanted.has(id)) {
      row.element.remove();
      rows.delete(id);
    }
  }
  markActive(state);
}

function place(state, item, index, all) {
  const { rows, body, options } = state;
  let row = rows.get(item.id);
  const isNew = row === undefined;
  if (isNew) {
    row = { element: el('div', { class: 'vlist-row', role: 'option', id: rowId(item.id) }), item: null, index: -1 };
    rows.set(item.id, row);
    body.append(row.element);
  }
  if (row.index !== index || isNew) {
    row.index = index;
    row.element.style.transform = `translateY(${index * options.rowHeight}px)`;
    row.element.setAttribute('aria-posinset', String(index + 1));
  }
  row.element.setAttribute('aria-setsize', String(state.items.length));
  if (isNew || all) {
    row.item = item;
    options.draw(row.element, item);
  }
}

function rowId(id) {
  return `row-${id}`;
}

function setActive(state, id, reveal) {
  state.active = id;
  const index = state.items.findIndex((item) => item.id === id);
  if (reveal && index >= 0) {
    revealIndex(state, index);
  }
  drawWindow(state);
}

/** Lights the row of what the pointer rests on elsewhere. */
function light({ rows }, id) {
  for (const [rowOf, row] of rows) {
    row.element.classList.toggle('lit', rowOf === id);
  }
}

function revealIndex({ element, options }, index) {
  const top = index * options.rowHeight;
  if (top < element.scrollTop) {
    element.scrollTop = top;
  } else if (top + options.rowHeight > element.scrollTop + element.clientHeight) {
    element.scrollTop = top + options.rowHeight - element.clientHeight;
  }
}

function markActive({ rows, active, element }) {
  for (const [id, row] of rows) {
    const on = id === active;
    row.element.setAttribute('aria-selected', String(on));
  }
  if (active !== null && rows.has(active)) {
    element.setAttribute('aria-activedescendant', rowId(active));
  } else {
    element.removeAttribute('aria-activedescendant');
  }
}

function move(state, step) {
  if (state.items.length === 0) {
    return null;
  }
  const index = state.items.findIndex((item) => item.id === state.active);
  const next = index < 0 ? 0 : Math.min(state.items.length - 1, Math.max(0, index + step));
  setActive(state, state.items[next].id, true);
  state.options.onActive?.(state.items[next]);
  return state.items[next];
}

function itemAt(state, event) {
  const element = event.target instanceof Element ? event.target.closest('.vlist-row') : null;
  return element ? [...state.rows.values()].find((row) => row.element === element)?.item : undefined;
}

function openRow(state, event) {
  const item = itemAt(state, event);
  if (item) {
    setActive(state, item.id, false);
    state.options.onOpen(item);
  }
}
