import { el, fill } from '../dom/el.js';
import { disposer } from '../dom/disposer.js';
import { metresPerPixel } from '../geo/mercator.js';
import { legendRows } from './legend.js';

const LAYERS = ['incidents', 'riskPoints', 'cameras', 'workers', 'hotspots', 'grids', 'cones', 'coverage'];
const STEPS = [1, 2, 5];
const BAR_PIXELS = 110;

/**
 * What stands on the map's edge: layers and legend as small panels, zoom, scale bar, source line. Never over its middle.
 *
 * @param {HTMLElement} element the map's box
 * @param {{i18n: import('../i18n/i18n.js').I18n, place: object, frame: ReturnType<typeof import('./frame.js').createFrame>,
 *   ground: HTMLElement, layers: () => Set<string>, setLayers: (layers: Set<string>) => void, only?: 'foot', choices?: readonly string[], scale?: number}} context
 *   choices: layers that can be switched; only 'foot': scale bar and source line, which no map goes without
 * @returns {{refresh: () => void, openLayers: () => void, destroy: () => void}}
 */
export function createTools(element, context) {
  const undo = disposer();
  const foot = addFoot(element, context, undo);
  if (context.only === 'foot') return Object.freeze({ refresh() {}, openLayers() {}, destroy: undo.destroy });
  const layers = fold(context.i18n.t('map.layers'), 'l', layerChoices(context));
  const legend = fold(context.i18n.t('map.legend'), '', el('ul', { class: 'map-legend' }, ...legendRows(context.i18n)));
  const top = el('div', { class: 'map-tools map-tools-top' }, layers.element, legend.element);
  const side = el('div', { class: 'map-tools map-tools-side' }, ...zoomButtons(context));
  foot.before(top, side);
  undo.add(() => [top, side].forEach((part) => part.remove()));
  undo.listen(context.ground, 'keydown', (event) => answerKey(event, context, layers));
  undo.listen(top, 'keydown', (event) => event.key === 'Escape' && closeAll([layers, legend]));
  undo.listen(document, 'pointerdown', (event) => !top.contains(event.target) && closeAll([layers, legend]));
  const boxes = () => [...layers.element.querySelectorAll('input')];
  return Object.freeze({
    refresh: () => boxes().forEach((box) => (box.checked = context.layers().has(box.name))),
    openLayers: () => layers.open(),
    destroy: undo.destroy,
  });
}

/**
 * @param {import('./frame.js').MapOptions} options
 * @param {ReturnType<typeof import('./frame.js').createFrame>} frame
 * @param {HTMLElement} ground
 * @param {import('./scene.js').Scene} scene
 * @param {(layers: Set<string>) => void} setLayers a person has switched one
 * @returns {object} what `createTools` needs
 */
export function toolContext({ i18n, place, tools, scale, layerChoices }, frame, ground, scene, setLayers) {
  return { i18n, place, only: tools, choices: layerChoices, scale, frame, ground, layers: () => scene.layers, setLayers };
}

function addFoot(element, context, undo) {
  const scale = scaleBar(context);
  const foot = el('div', { class: 'map-foot' }, scale.element, sourceLine(context));
  element.append(foot);
  context.frame.map.on('zoomend moveend resize', scale.refresh);
  undo.add(
    () => foot.remove(),
    () => context.frame.map.off('zoomend moveend resize', scale.refresh),
  );
  scale.refresh();
  return foot;
}

function answerKey(event, { frame }, layers) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === '0') frame.fitTown();
  else if (event.key === 'l') layers.open();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function closeAll(folds) {
  folds.forEach((one) => one.close());
}

function fold(title, key, content) {
  const panel = el('div', { class: 'map-fold floating', hidden: true }, content);
  const label = key ? [title, el('kbd', { class: 'key', 'aria-hidden': 'true' }, key)] : [title];
  const button = el('button', { type: 'button', class: 'button map-button', 'aria-expanded': 'false' }, ...label);
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(panel.hidden));
  return {
    element: el('div', { class: 'map-holder' }, button, panel),
    open() {
      show(true);
      panel.querySelector('input')?.focus();
    },
    close() {
      if (panel.contains(document.activeElement)) button.focus();
      show(false);
    },
  };
}

function layerChoices({ i18n, layers, setLayers, choices = LAYERS }) {
  const change = (event) => {
    const next = new Set(layers());
    if (event.target.checked) next.add(event.target.name);
    else next.delete(event.target.name);
    setLayers(next);
  };
  const rows = choices.map((name) => {
    const box = el('input', { type: 'checkbox', name, checked: layers().has(name) });
    return el('label', { class: 'check' }, box, i18n.t(`map.layer.${name}`));
  });
  const list = el('div', { class: 'map-layers', role: 'group', 'aria-label': i18n.t('map.layers') }, ...rows);
  list.addEventListener('change', change);
  return list;
}

function zoomButtons({ i18n, frame }) {
  const button = (sign, key, run) => {
    const title = i18n.t(key);
    const one = el('button', { type: 'button', class: 'button map-button', 'aria-label': title, title }, sign);
    one.addEventListener('click', run);
    return one;
  };
  return [
    button('+', 'map.zoomIn', () => frame.map.zoomIn()),
    button('−', 'map.zoomOut', () => frame.map.zoomOut()),
    button('0', 'map.wholeTown', () => frame.fitTown()),
  ];
}

function scaleBar({ frame, scale = 1 }) {
  const bar = el('span', { class: 'map-scale-bar', 'aria-hidden': 'true' });
  const words = el('span', {});
  return {
    element: el('div', { class: 'map-scale' }, bar, words),
    refresh() {
      const perPixel = metresPerPixel(frame.map.getCenter().lat, frame.map.getZoom());
      const metres = roundMetres(perPixel * BAR_PIXELS * scale);
      bar.style.width = `${Math.round(metres / perPixel)}px`;
      fill(words, metres < 1000 ? `${metres} m` : `${metres / 1000} km`);
    },
  };
}

/** @param {number} most @returns {number} the largest 1, 2 or 5 times a power of ten that is not above it */
export function roundMetres(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * STEPS.filter((step) => step * power <= most).pop();
}

function sourceLine({ i18n, place }) {
  const own = i18n.t('map.source', { place: place.name });
  return el('div', { class: 'map-source' }, [own, place.mapSource?.attribution].filter(Boolean).join(' · '));
}
