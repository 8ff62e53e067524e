import { el, fill } from '../../dom/el.js';
import { lngLatOf, lngLatText } from '../../state/lngLatText.js';
import { pointInside } from '../../state/gridPoint.js';
import { lineField } from '../card/fields.js';

const PAUSE_MS = 300;

/**
 * Where it is: a click on the map, typed longitude and latitude, the device's own place, or only the grid. What is given
 * is said back in words: which grid it lies in, or that there is none. A grid is never turned into a point: that would
 * be more than anybody knows.
 *
 * @param {{i18n: object, grids: object[], gridAt: (lng: number, lat: number) => Promise<object>,
 *   geolocation: Geolocation | null, onChange: () => void, onPoint: (point: object) => void}} context
 */
export function placeField(context) {
  const { i18n } = context;
  const spec = { name: 'location', label: i18n.t('report.place'), required: true, hint: i18n.t('report.placeHint') };
  const line = lineField(spec);
  const meaning = el('p', { class: 'quiet', role: 'status' });
  const state = { timer: 0, asked: 0 };
  const changed = () => {
    grid.value = '';
    clearTimeout(state.timer);
    state.timer = setTimeout(() => explain(context, line, meaning, state), PAUSE_MS);
  };
  const set = (point) => {
    line.input.value = lngLatText(point);
    changed();
    context.onChange();
  };
  const grid = gridChoice(context, () => {
    line.input.value = '';
    state.asked++;
    showGrid(context, grid.value, meaning);
  });
  line.input.addEventListener('input', changed);
  line.element.append(meaning, el('div', { class: 'form-acts' }, grid, hereButton(context, set, meaning)));
  return {
    ...line,
    set,
    read: () => given(line.read(), grid.value),
    save: () => ({ point: line.input.value, grid: grid.value }),
    write({ point, grid: code }) {
      if (code) {
        grid.value = code;
        showGrid(context, code, meaning);
      } else if (point) {
        line.write(point);
        changed();
      }
    },
    destroy: () => clearTimeout(state.timer),
  };
}

function given(text, gridCode) {
  const point = lngLatOf(text);
  if (point) {
    return { location: { type: 'Point', coordinates: [point.lng, point.lat] } };
  }
  return gridCode && text === '' ? { gridCode } : '';
}

function showGrid({ i18n, grids, onPoint }, code, meaning) {
  const grid = grids.find((feature) => feature.properties.code === code);
  fill(meaning, grid && i18n.t('report.somewhereIn', { grid: grid.properties.name }));
  const inside = grid && pointInside(grid.geometry);
  if (inside) {
    onPoint({ lng: inside[0], lat: inside[1] });
  }
}

function hereButton(context, set, meaning) {
  const click = () => locate(context, set, meaning);
  return (
    context.geolocation &&
    el('button', { class: 'button', type: 'button', on: { click } }, context.i18n.t('report.here'))
  );
}

function gridChoice({ i18n, grids }, choose) {
  return el(
    'select',
    { class: 'select grid-choice', 'aria-label': i18n.t('report.grid'), on: { change: choose } },
    el('option', { value: '' }, i18n.t('report.grid')),
    ...grids.map(({ properties }) => el('option', { value: properties.code }, properties.name)),
  );
}

async function explain({ i18n, gridAt, onPoint }, line, meaning, state) {
  const point = lngLatOf(line.read());
  const asked = ++state.asked;
  if (point === null) {
    fill(meaning, line.read() === '' ? null : i18n.t('report.notAPoint'));
    return;
  }
  onPoint(point);
  const sentence = await gridAt(point.lng, point.lat).then(
    (grid) => i18n.t('report.inGrid', { grid: grid.name }),
    (problem) => (problem.status === 404 ? i18n.t('report.outside') : ''),
  );
  if (asked === state.asked) {
    fill(meaning, sentence);
  }
}

function locate({ i18n, geolocation }, set, meaning) {
  fill(meaning, i18n.t('report.locating'));
  geolocation.getCurrentPosition(
    ({ coords }) => set({ lng: coords.longitude, lat: coords.latitude }),
    () => fill(meaning, i18n.t('report.noPosition')),
    { enableHighAccuracy: true, timeout: 15_000 },
  );
}
