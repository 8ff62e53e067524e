/** SVG factories for lists, cards and the legend; colours come from classes in controls.css, never from here. */
import { KIND_PATHS, LEVEL_PATHS, THING_PATHS, statusLook } from './glyphs.js';

const SVG = 'http://www.w3.org/2000/svg';
const LETTERS = { zh: { RED: '红', YELLOW: '黄', BLUE: '蓝' }, en: { RED: 'R', YELLOW: 'Y', BLUE: 'B' } };

function node(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

function picture(size, box, className, ...children) {
  const attributes = {
    class: className,
    width: size,
    height: size,
    viewBox: box,
    'aria-hidden': 'true',
    focusable: 'false',
  };
  return node('svg', attributes, ...children);
}

function filled(path) {
  return node('path', { d: path, 'fill-rule': 'evenodd' });
}

/**
 * @param {string} kind incident kind; an unknown one gets the glyph of OTHER
 * @param {number} [size] px
 * @returns {SVGSVGElement} decoration beside the kind's word
 */
export function kindGlyph(kind, size = 20) {
  return picture(size, '0 0 24 24', 'glyph', filled(KIND_PATHS[kind] ?? KIND_PATHS.OTHER));
}

/**
 * @param {'camera'|'worker'|'platform'} thing
 * @param {number} [size] px
 * @returns {SVGSVGElement}
 */
export function thingGlyph(thing, size = 20) {
  return picture(size, '0 0 24 24', 'glyph', filled(THING_PATHS[thing]));
}

/** @param {number} [size] px @returns {SVGSVGElement} */
export const cameraGlyph = (size = 20) => thingGlyph('camera', size);

/** @param {number} [size] px @returns {SVGSVGElement} */
export const workerGlyph = (size = 20) => thingGlyph('worker', size);

/** @param {number} [size] px @returns {SVGSVGElement} */
export const platformGlyph = (size = 20) => thingGlyph('platform', size);

/**
 * @param {string} level RED, YELLOW or BLUE
 * @param {{size?: number, language?: string}} [look] with a language the level's letter stands inside the shape
 * @returns {SVGSVGElement} decoration beside the level's word
 */
export function levelShape(level, { size = 16, language = '' } = {}) {
  const shape = filled(LEVEL_PATHS[level] ?? LEVEL_PATHS.BLUE);
  shape.setAttribute('stroke-width', '1.5');
  const letter = LETTERS[language.slice(0, 2)]?.[level];
  const low = level === 'YELLOW' ? 18.5 : 16.4;
  const text = letter ? [node('text', { x: 12, y: low }, letter)] : [];
  return picture(size, '0 0 24 24', `level-mark ${String(level).toLowerCase()}`, shape, ...text);
}

/**
 * @param {number|null} step of the hotspot ramp, 1 to 5; null: hatched, not proven
 * @param {number} [size] px
 * @returns {SVGSVGElement} decoration beside the words
 */
export function hotspotSwatch(step, size = 18) {
  const box = node('rect', { x: 3, y: 5, width: 18, height: 14 });
  if (step !== null) return picture(size, '0 0 24 24', `hot-swatch step-${step}`, box);
  const lines = node('path', { d: 'M3 12l7-7M5 19L19 5M14 19l7-7' });
  return picture(size, '0 0 24 24', 'hot-swatch doubtful', box, lines);
}

/**
 * @param {string} status incident status
 * @param {number} [size] px
 * @returns {SVGSVGElement} the ring of design.md section 2: new, in hand (quarters), check (tick), done, out (slash)
 */
export function statusRing(status, size = 12) {
  const { group, part } = statusLook(status);
  const ring = (extra) => node('circle', { cx: 6, cy: 6, r: 5, 'stroke-width': 1.4, ...extra });
  const parts = {
    new: () => [ring({}), node('circle', { cx: 6, cy: 6, r: 3.2, class: 'fill' })],
    hand: () => [ring({ class: 'track' }), node('path', { d: pie(part), class: 'fill' })],
    unchecked: () => [ring({ 'stroke-dasharray': '2 1.6' }), tick()],
    check: () => [ring({}), tick()],
    done: () => [ring({})],
    out: () => [ring({}), node('path', { d: 'M2.8 9.2l6.4-6.4', 'stroke-width': 1.4 })],
  };
  return picture(size, '0 0 12 12', `status-dot ${group}`, ...parts[group]());
}

function tick() {
  return node('path', { d: 'M3.6 6.2l1.7 1.7 3.1-3.5', 'stroke-width': 1.5 });
}

function pie(part) {
  const angle = part * 2 * Math.PI;
  const x = (6 + 5 * Math.sin(angle)).toFixed(2);
  const y = (6 - 5 * Math.cos(angle)).toFixed(2);
  return `M6 6V1A5 5 0 ${part > 0.5 ? 1 : 0} 1 ${x} ${y}z`;
}
