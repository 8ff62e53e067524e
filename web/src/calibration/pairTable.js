import { el } from '../dom/el.js';
import { accuracyWords } from '../i18n/words.js';
import { lngLatOf, lngLatText } from '../state/lngLatText.js';
import { hasPixel, hasPlace } from '../state/pairs.js';

const WAYS = Object.freeze({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
const FAR_STEP = 10;

/**
 * The pairs as rows: what was clicked can be typed as well, the number takes the arrow keys, and beside each pair stands
 * how far the fit leaves it off.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, onChoose: (index: number) => void,
 *   onNudge: (index: number, by: [number, number]) => void, onPart: (index: number, part: object) => void,
 *   onRemove: (index: number) => void, onAdd: () => void}} context
 */
export function createPairTable(context) {
  const { i18n } = context;
  const list = el('ol', { class: 'plain-list pair-rows' });
  const rows = [];
  const add = el('button', { class: 'button plain', type: 'button', on: { click: context.onAdd } }, i18n.t('calibration.add'));
  const hint = el('p', { class: 'caption' }, i18n.t('calibration.hint'));
  const element = el('section', { class: 'calibration-pairs', 'aria-label': i18n.t('calibration.pairs') }, hint, list, add);
  return Object.freeze({
    element,
    /**
     * @param {import('../state/pairs.js').Pairs} state
     * @param {ReadonlyMap<number, object | null>} facts of the fit, by row
     * @param {ReadonlyMap<number, string>} faults in words, by row
     */
    draw(state, facts, faults) {
      while (rows.length > state.pairs.length) rows.pop().element.remove();
      while (rows.length < state.pairs.length) {
        const row = rowAt(context, rows.length);
        rows.push(row);
        list.append(row.element);
      }
      rows.forEach((row, i) => drawRow(i18n, row, { pair: state.pairs[i], fact: facts.get(i), fault: faults.get(i), chosen: state.chosen === i }));
    },
  });
}

function rowAt({ i18n, onChoose, onNudge, onPart, onRemove }, index) {
  const number = { n: index + 1 };
  const keydown = (event) => {
    const way = WAYS[event.key];
    if (way) {
      const step = event.shiftKey ? FAR_STEP : 1;
      onNudge(index, [way[0] * step, way[1] * step]);
    } else if (event.key === 'Delete') onRemove(index);
    else return;
    event.preventDefault();
  };
  const handle = el(
    'button',
    {
      class: 'button pair-number',
      type: 'button',
      title: i18n.t('calibration.nudge'),
      'aria-label': i18n.t('calibration.number', number),
      on: { click: () => onChoose(index), focus: () => onChoose(index), keydown },
    },
    index + 1,
  );
  const pixel = input(i18n.t('calibration.pixel', number), (text) => onPart(index, pixelOf(text)));
  const place = input(i18n.t('calibration.place', number), (text) => onPart(index, placeOf(text)));
  const residual = el('span', { class: 'pair-residual' });
  const remove = el(
    'button',
    { class: 'button plain icon', type: 'button', 'aria-label': i18n.t('calibration.removePair', number), on: { click: () => onRemove(index) } },
    '×',
  );
  const fault = el('p', { class: 'pair-fault', hidden: true });
  const element = el('li', { class: 'pair-row' }, handle, pixel, place, residual, remove, fault);
  return { element, handle, pixel, place, residual, fault };
}

function input(label, read) {
  const element = el('input', { class: 'input', type: 'text', 'aria-label': label, placeholder: label, autocomplete: 'off' });
  element.addEventListener('change', () => read(element.value));
  return element;
}

function pixelOf(text) {
  const [x, y] = (/^\s*(\d+(?:\.\d+)?)\s*[,，\s]\s*(\d+(?:\.\d+)?)\s*$/.exec(text) ?? []).slice(1).map(Number);
  return { x: x ?? null, y: y ?? null };
}

function placeOf(text) {
  return lngLatOf(text) ?? { lng: null, lat: null };
}

function drawRow(i18n, row, { pair, fact, fault, chosen }) {
  row.element.classList.toggle('chosen', chosen);
  row.element.classList.toggle('outlier', Boolean(fact?.outlier));
  row.handle.setAttribute('aria-pressed', String(chosen));
  write(row.pixel, hasPixel(pair) ? `${round(pair.x)}, ${round(pair.y)}` : '');
  write(row.place, hasPlace(pair) ? lngLatText(pair) : '');
  row.residual.textContent = fact ? residualWords(i18n, fact) : '';
  row.fault.hidden = !fault && !fact?.outlier;
  row.fault.textContent = fault ?? (fact?.outlier ? i18n.t('calibration.outlier') : '');
}

/** What somebody types is not overwritten under the hands. */
function write(field, text) {
  if (field.value !== text && document.activeElement !== field) field.value = text;
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function residualWords(i18n, { residualMetres, residualPixels }) {
  const params = { metres: residualMetres < 0.1 ? '< 0.1 m' : accuracyWords(residualMetres), pixels: round(residualPixels) };
  return i18n.t('calibration.residual', params);
}
