import { el, fill } from '../dom/el.js';
import { holdsPlace } from '../geo/inside.js';
import { distanceWords } from '../i18n/words.js';
import { createGridMap } from './gridMap.js';
import { changeMark } from './timeField.js';

/**
 * Where it is: taken from the device once, when the report begins; shown by its grid; changed on a small map or by
 * choosing the grid. A refused or missing position is no obstacle.
 *
 * @param {object} desk
 * @param {import('../state/fieldDraft.js').Draft} draft
 * @param {(change: object) => Promise<void>} changed
 */
export function createPlaceField(desk, draft, changed) {
  const { i18n, grids, session } = desk;
  const words = el('span', { role: 'status' });
  const field = { desk, changed, words, place: draft.place, gridCode: draft.gridCode, over: false, touched: false };
  const select = el('select', { class: 'select', 'aria-label': i18n.t('field.grid') }, el('option', { value: '' }, i18n.t('field.grid')));
  select.append(...grids.map(({ properties }) => el('option', { value: properties.code }, properties.name)));
  select.value = draft.gridCode;
  const map = createGridMap(desk, (point) => set(field, { place: { ...point, accuracy: null, by: 'MAP' }, gridCode: '' }));
  field.map = map;
  select.addEventListener('change', () => {
    set(field, { place: null, gridCode: select.value });
    map.zoomTo(select.value);
  });
  const again = el('button', { class: 'button', type: 'button', on: { click: () => locate(field, true) } }, i18n.t('field.here'));
  const summary = el('summary', {}, el('span', { class: 'quiet' }, i18n.t('field.place')), ' ', words, ' ', changeMark(i18n));
  const hint = el('p', { class: 'caption' }, i18n.t('field.placeHint'));
  const element = el('details', { class: 'field-fact' }, summary, el('div', { class: 'stack' }, again, select, map.element, hint));
  element.addEventListener('toggle', () => element.open && map.show(field.place, draft.gridCode || session.scope));
  say(field);
  return Object.freeze({
    element,
    locate: () => locate(field, false),
    open() {
      element.open = true;
      summary.focus();
    },
    destroy: () => (field.over = true),
  });
}

async function locate(field, byHand) {
  const { desk, words } = field;
  fill(words, desk.i18n.t('field.locating'));
  const fix = await desk.finder.once();
  // what was chosen by hand in the meantime stands
  if (field.over || (field.touched && !byHand)) return;
  if (fix === null) return say(field, desk.i18n.t('field.noPosition'));
  await set(field, { place: { lng: fix.lng, lat: fix.lat, accuracy: fix.accuracy, by: 'DEVICE' }, gridCode: '' });
}

async function set(field, { place, gridCode }) {
  field.touched = true;
  Object.assign(field, { place, gridCode });
  say(field);
  field.map.show(place, gridCode);
  await field.changed({ place, gridCode });
}

function say({ desk, words, place, gridCode }, otherwise) {
  fill(words, placeWords(desk, { place, gridCode }) ?? otherwise ?? desk.i18n.t('field.noPlace'));
}

function placeWords(desk, { place, gridCode }) {
  const { i18n } = desk;
  const grid = gridOfDraft(desk, { place, gridCode });
  if (!place) return grid ? i18n.t('field.somewhereIn', { grid: grid.properties.name }) : null;
  if (!grid) return i18n.t('field.outside');
  const accuracy = place.accuracy === null ? null : distanceWords(place.accuracy);
  const name = grid.properties.name;
  return accuracy ? i18n.t('field.inGridAbout', { grid: name, accuracy }) : i18n.t('field.inGrid', { grid: name });
}

/**
 * @param {{grids: object[]}} desk
 * @param {{place: {lng: number, lat: number} | null, gridCode: string}} where
 * @returns {object | undefined} the grid it lies in
 */
export function gridOfDraft({ grids }, { place, gridCode }) {
  return place
    ? grids.find((grid) => holdsPlace(grid.geometry, place.lng, place.lat))
    : grids.find((grid) => grid.properties.code === gridCode);
}
