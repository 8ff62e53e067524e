import { DomUtil } from './leaflet.js';
import { createView } from './view.js';

const MOVES = 'move zoom viewreset resize zoomend moveend';

/**
 * A few canvases over the Leaflet map, all drawn in one animation frame after a change. They are redrawn while the map
 * moves, so no edge is ever blank; during a zoom animation the last picture is scaled along with the tiles.
 *
 * @typedef {import('./view.js').View} View
 * @typedef {(context: CanvasRenderingContext2D, view: View) => void} Draw
 */
export class Painter {
  #map;
  #scale;
  #panes = new Map();
  #dirty = new Set();
  #frame = 0;
  #zooming = false;
  #all = () => this.redraw();
  #animate = (event) => this.#travel(event);
  #ended = () => this.#arrive();

  /** @param {import('./leaflet.js').LeafletMap} map @param {number} scale of symbols */
  constructor(map, scale) {
    this.#map = map;
    this.#scale = scale;
    map.on('zoomanim', this.#animate);
    map.on('zoomend', this.#ended);
    map.on(MOVES, this.#all);
  }

  /** @param {string} name @param {number} zIndex @param {Draw} draw */
  add(name, zIndex, draw) {
    this.#panes.set(name, {
      canvas: addCanvas(this.#map, name, zIndex),
      draw,
      topLeft: null,
      zoom: this.#map.getZoom(),
    });
    this.redraw(name);
  }

  /** @param {...string} names none: all */
  redraw(...names) {
    for (const name of names.length ? names : this.#panes.keys()) this.#dirty.add(name);
    if (!this.#frame && !this.#zooming) this.#frame = requestAnimationFrame(() => this.#paint());
  }

  /** @param {number} scale of symbols from now on */
  setScale(scale) {
    this.#scale = scale;
    this.redraw();
  }

  destroy() {
    cancelAnimationFrame(this.#frame);
    this.#map.off('zoomanim', this.#animate);
    this.#map.off('zoomend', this.#ended);
    this.#map.off(MOVES, this.#all);
    this.#panes.clear();
  }

  #paint() {
    this.#frame = 0;
    if (this.#zooming) return;
    const view = this.#view();
    const corner = this.#map.containerPointToLayerPoint([0, 0]);
    const topLeft = this.#map.containerPointToLatLng([0, 0]);
    const dirty = new Set(this.#dirty);
    this.#dirty.clear();
    for (const [name, pane] of this.#panes) {
      if (!dirty.has(name)) continue;
      DomUtil.setPosition(pane.canvas, corner);
      Object.assign(pane, { topLeft, zoom: view.zoom });
      pane.draw(prepare(pane.canvas, view), view);
    }
  }

  #view() {
    const { min } = this.#map.getPixelBounds();
    const { x: width, y: height } = this.#map.getSize();
    return createView({ zoom: this.#map.getZoom(), left: min.x, top: min.y, width, height, scale: this.#scale });
  }

  // the pictures travel with Leaflet's own CSS transition; nothing is drawn until it has ended
  #travel({ center, zoom }) {
    this.#zooming = true;
    for (const pane of this.#panes.values()) {
      if (!pane.topLeft) continue;
      const offset = this.#map._latLngToNewLayerPoint(pane.topLeft, zoom, center);
      DomUtil.setTransform(pane.canvas, offset, this.#map.getZoomScale(zoom, pane.zoom));
    }
  }

  #arrive() {
    this.#zooming = false;
    this.redraw();
  }
}

function addCanvas(map, name, zIndex) {
  const pane = map.createPane(`gs-${name}`);
  pane.style.zIndex = String(zIndex);
  pane.style.pointerEvents = 'none';
  const canvas = DomUtil.create('canvas', 'leaflet-zoom-animated map-canvas', pane);
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

function prepare(canvas, { width, height }) {
  const density = Math.min(3, globalThis.devicePixelRatio || 1);
  const [w, h] = [Math.round(width * density), Math.round(height * density)];
  const context = canvas.getContext('2d');
  if (canvas.width !== w || canvas.height !== h) {
    Object.assign(canvas, { width: w, height: h });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  context.setTransform(density, 0, 0, density, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, width, height);
  return context;
}
