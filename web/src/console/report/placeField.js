import { el, fill } from '../../dom/el.js';
import { lngLatOf, lngLatText } from '../../state/lngLatText.js';
import { pointInside } from '../../state/gridPoint.js';
import { lineField } from '../card/fields.js';

const PAUSE_MS = 300;

/**
 * Where it is: a click on the map, typed longitude and latitude, the grid, or the device's own place. What the point
 * means is said in words: which grid, or that it lies outside the town.
 *
 * @param {{i18n: object, grids: object[], gridAt: (lng: number, lat: number) => Promise<object>,
 *   geolocation: Geolocation | null, onChange: () => void, onPoint: (point: object) => void}} context
 */
export function placeField(context) {
  const { i18n, geolocation } = context;
  const line = lineField({
    name: 'location',
    label: i18n.t('report.place'),
    required: true,
    hint: i18n.t('report.placeHint'),
  });
  const meaning = el('p', { class: 'quiet', role: 'status' });
  const state = { timer: 0, asked: 0 };
  const set = (point) => {
    line.input.value = lngLatText(point);
    changed();
    context.onChange();
  };
  const changed = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => explain(context, line, meaning, state), PAUSE_MS);
  };
  line.input.addEventListener('input', changed);
  const choose = (event) => {
    const grid = context.grids.find((feature) => feature.properties.code === event.target.value);
    const inside = grid && pointInside(grid.geometry);
    if (inside) {
      set({ lng: inside[0], lat: inside[1] });
    }
  };
  line.element.append(
    meaning,
    el(
      'div',
      { class: 'form-acts' },
      gridChoice(context, choose),
      geolocation &&
        el(
          'button',
          { class: 'button', type: 'button', on: { click: () => locate(context, set, meaning) } },
          i18n.t('report.here'),
        ),
    ),
  );
  return {
    ...line,
    set,
    read: () => {
      const point = lngLatOf(line.read());
      return point ? { type: 'Point', coordinates: [point.lng, point.lat] } : '';
    },
    save: () => line.input.value,
    write(text) {
      line.write(text);
      changed();
    },
    destroy: () => clearTimeout(state.timer),
  };
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
