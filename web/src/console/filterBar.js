import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { levelShape } from '../map/symbols.js';
import { changed, isNarrow, NO_FILTER, toggled } from '../state/filter.js';
import { GROUPS } from '../state/status.js';

const LEVELS = Object.freeze(['RED', 'YELLOW', 'BLUE']);

/**
 * Summary line and filter of the queue. Every figure is a button that opens the rows it counts.
 *
 * @param {{i18n: object, names: object, codes: object, grids: object, filter: object, queue: object,
 *   hasWorker: boolean}} context
 */
export function createFilterBar(context) {
  const { i18n, filter, queue } = context;
  const undo = disposer();
  const set = (part) => filter.set(changed(filter.get(), part));
  const figures = el('div', { class: 'figures' });
  const chips = el('div', { class: 'chips', role: 'group', 'aria-label': i18n.t('filter.label') });
  const more = createMore(context, set);
  const element = el('div', { class: 'filterbar' }, figures, chips, more.element);
  let drawn = '';
  const drawFigures = () => {
    const { open, isNew, red, overdue } = queue.get();
    const text = [open, isNew, red, overdue, i18n.lang].join();
    if (text !== drawn) {
      drawn = text;
      keepFocus(figures, () => fill(figures, ...figureButtons(context, set)));
    }
  };
  const drawChips = () => {
    keepFocus(chips, () =>
      fill(chips, ...groupChips(context, set), ...levelChips(context, set), ...flagChips(context, set)),
    );
    more.draw();
  };
  undo.add(queue.on(drawFigures), filter.on(drawChips), context.grids.on(more.drawGrids));
  drawFigures();
  drawChips();
  return Object.freeze({ element, clear: () => filter.set(NO_FILTER), destroy: undo.destroy });
}

/** Redraws without losing the place of the keyboard: the button with the same name gets the focus again. */
function keepFocus(host, redraw) {
  const held = host.contains(document.activeElement) ? document.activeElement.dataset.name : null;
  redraw();
  if (held) {
    [...host.querySelectorAll('[data-name]')].find((button) => button.dataset.name === held)?.focus();
  }
}

function figureButtons({ i18n, queue }, set) {
  const { open, isNew, red, overdue } = queue.get();
  const figure = (name, n, part) =>
    el(
      'button',
      { class: 'figure-link', type: 'button', data: { name }, on: { click: () => set(part) } },
      i18n.t(`figure.${name}`, { n }),
    );
  return [
    figure('open', open, NO_FILTER),
    figure('new', isNew, { ...NO_FILTER, groups: ['NEW'] }),
    figure('red', red, { ...NO_FILTER, levels: ['RED'] }),
    figure('overdue', overdue, { ...NO_FILTER, overdue: true }),
  ];
}

function chip(name, pressed, act, ...content) {
  return el(
    'button',
    { class: 'chip', type: 'button', 'aria-pressed': String(pressed), data: { name }, on: { click: act } },
    ...content,
  );
}

function groupChips({ i18n, filter }, set) {
  const { groups } = filter.get();
  return GROUPS.map((group) =>
    chip(group, groups.includes(group), () => set({ groups: toggled(groups, group) }), i18n.t(`group.${group}`)),
  );
}

function levelChips({ i18n, names, filter }, set) {
  const { levels } = filter.get();
  return LEVELS.map((level) =>
    chip(
      level,
      levels.includes(level),
      () => set({ levels: toggled(levels, level) }),
      levelShape(level, { size: 14, language: i18n.lang }),
      names.level(level),
    ),
  );
}

function flagChips({ i18n, filter, hasWorker }, set) {
  const { overdue, mine } = filter.get();
  return [
    chip('overdue', overdue, () => set({ overdue: !overdue }), i18n.t('filter.overdue')),
    hasWorker && chip('mine', mine, () => set({ mine: !mine }), i18n.t('filter.mine')),
  ];
}

/** Kinds, category and grid stand behind one button, so that the rows keep the room. */
function createMore(context, set) {
  const { i18n, filter } = context;
  const kinds = el('div', { class: 'chips', role: 'group', 'aria-label': i18n.t('filter.kinds') });
  const category = categorySelect(context, set);
  const grid = el('select', { class: 'select', on: { change: (event) => set({ grid: event.target.value || null }) } });
  fill(grid, ...gridOptions(context));
  const clear = el(
    'button',
    { class: 'chip', type: 'button', on: { click: () => filter.set(NO_FILTER) } },
    i18n.t('filter.clear'),
  );
  const title = el('summary', {});
  const element = el(
    'details',
    { class: 'more' },
    title,
    el(
      'div',
      { class: 'more-body' },
      kinds,
      labelled(i18n.t('filter.category'), category),
      labelled(i18n.t('filter.grid'), grid),
    ),
  );
  const row = el('div', { class: 'more-row' }, element, clear);
  return {
    element: row,
    drawGrids() {
      fill(grid, ...gridOptions(context));
      grid.value = filter.get().grid ?? '';
    },
    draw() {
      const now = filter.get();
      keepFocus(kinds, () => fill(kinds, ...kindChips(context, set)));
      category.value = now.category ?? '';
      grid.value = now.grid ?? '';
      const count = now.kinds.length + (now.category ? 1 : 0) + (now.grid ? 1 : 0);
      fill(title, count > 0 ? i18n.t('filter.moreOn', { n: count }) : i18n.t('filter.more'));
      clear.hidden = !isNarrow(now);
    },
  };
}

function kindChips({ names, codes, filter }, set) {
  const { kinds } = filter.get();
  return codes.kinds.map(({ code }) =>
    chip(code, kinds.includes(code), () => set({ kinds: toggled(kinds, code) }), names.kind(code)),
  );
}

function labelled(text, control) {
  return el('label', { class: 'field' }, el('span', { class: 'label' }, text), control);
}

function categorySelect({ i18n, codes }, set) {
  const options = (codes.disputeCategories ?? []).map((entry) =>
    el('option', { value: entry.code }, `${entry.code} ${i18n.name(entry)}`),
  );
  return el(
    'select',
    { class: 'select', on: { change: (event) => set({ category: event.target.value || null }) } },
    el('option', { value: '' }, i18n.t('filter.any')),
    ...options,
  );
}

function gridOptions({ i18n, grids }) {
  const villages = new Map();
  for (const { properties } of grids.get()) {
    const list = villages.get(properties.villageCode) ?? [];
    list.push(properties);
    villages.set(properties.villageCode, list);
  }
  const groups = [...villages].map(([code, list]) => {
    const village = list[0].villageName ?? code;
    const whole = el('option', { value: code }, i18n.t('filter.wholeVillage', { village }));
    return el(
      'optgroup',
      { label: village },
      whole,
      ...list.map((grid) => el('option', { value: grid.code }, grid.name)),
    );
  });
  return [el('option', { value: '' }, i18n.t('filter.any')), ...groups];
}
