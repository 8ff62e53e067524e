import { placeIn } from '../dom/placeIn.js';
import { el } from '../dom/el.js';

const SVG = 'http://www.w3.org/2000/svg';
const SIZE = 320;

/**
 * The grids as outlines, small enough for a phone and without any tile: a tap is a place.
 *
 * @param {{grids: object[], i18n: object}} desk
 * @param {(point: {lng: number, lat: number}) => void} choose
 */
export function createGridMap({ grids, i18n }, choose) {
  const svg = node('svg', { class: 'field-map', viewBox: `0 0 ${SIZE} ${SIZE}`, role: 'img', 'aria-label': i18n.t('field.map') });
  const element = el('div', { class: 'field-map-box' }, svg);
  const map = { svg, grids, view: viewOf(grids), point: null, chosen: '' };
  svg.addEventListener('click', (event) => {
    const at = placeIn(element, event);
    const scale = SIZE / Math.max(1, element.clientWidth);
    choose(map.view.toPlace(at.x * scale, at.y * scale));
  });
  const zoomTo = (code) => {
    const grid = grids.find(({ properties }) => properties.code === code);
    map.view = viewOf(grid ? [grid] : grids);
    map.chosen = code;
    draw(map);
  };
  return Object.freeze({
    element,
    zoomTo,
    show(point, code) {
      map.point = point;
      if (code && code !== map.chosen) zoomTo(code);
      else draw(map);
    },
  });
}

function draw({ svg, grids, view, point, chosen }) {
  const outlines = grids.map(({ geometry, properties }) =>
    node('path', { d: pathOf(geometry, view), class: properties.code === chosen ? 'field-grid chosen' : 'field-grid' }),
  );
  const dot = point && view.toPixel([point.lng, point.lat]);
  const mark = dot ? [node('circle', { cx: dot[0], cy: dot[1], r: 7, class: 'field-here' })] : [];
  svg.replaceChildren(...outlines, ...mark);
}

/** Degrees to pixels and back, with a margin of a quarter so that neighbours are seen. */
function viewOf(grids) {
  const all = grids.flatMap(({ geometry }) => ringsOf(geometry)).flat();
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)];
  const ends = (numbers) => numbers.reduce(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [Infinity, -Infinity]);
  const [[west, east], [south, north]] = all.length > 0 ? [ends(lngs), ends(lats)] : [[0, 1], [0, 1]];
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  const shrink = Math.cos((lat * Math.PI) / 180);
  const span = Math.max((east - west) * shrink, north - south, 1e-4) * 1.25;
  const scale = SIZE / span;
  return {
    toPixel: ([x, y]) => [SIZE / 2 + (x - lng) * shrink * scale, SIZE / 2 - (y - lat) * scale],
    toPlace: (x, y) => ({ lng: lng + (x - SIZE / 2) / scale / shrink, lat: lat - (y - SIZE / 2) / scale }),
  };
}

function ringsOf(geometry) {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function pathOf(geometry, { toPixel }) {
  const points = (ring) => ring.map((place) => toPixel(place).map((n) => n.toFixed(1)).join(' ')).join('L');
  return ringsOf(geometry)
    .map((ring) => `M${points(ring)}z`)
    .join('');
}

function node(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
