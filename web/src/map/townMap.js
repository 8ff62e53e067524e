import { displayOf } from '../geo/display.js';
import { createCalls } from './calls.js';
import { choose, chooseGround } from './choice.js';
import { ConeShelf } from './coneShelf.js';
import { createFrame, groundElement } from './frame.js';
import { Painter } from './painter.js';
import { readPalette } from './palette.js';
import { followPointer } from './pointer.js';
import { sceneOf } from './scene.js';
import { createTools } from './tools.js';
import { walkByKeys } from './walk.js';
import { keyOf } from './walkOrder.js';

const AGE_MILLIS = 5000;
const MOST_FRESH = 20;

/**
 * The map of the township. Positions are true degrees, longitude first. By keyboard it answers to the arrows, `+`, `-`,
 * `0` and `l`, and Tab walks the things on it; the list beside it is the equal way to them.
 *
 * @param {HTMLElement} element
 * @param {import('./frame.js').MapOptions} options
 * @returns {TownMap}
 */
export function createTownMap(element, options) {
  return new TownMap(element, options);
}

class TownMap {
  #element;
  #ground;
  #frame;
  #scene;
  #painter;
  #cones;
  #tools;
  #picking = false;
  #ageing;
  #stopPointer = () => {};
  #stopWalk = () => {};
  #calls = createCalls('select', 'pick', 'hover', 'move', 'view', 'layers');

  constructor(element, options) {
    const { place, i18n, scale = 1, interactive = true } = options;
    const display = displayOf(place.mapSource?.crs);
    const motion = (options.motion ?? true) && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#element = element;
    this.#ground = groundElement(element, options);
    this.#frame = createFrame(this.#ground, { place, display, interactive, motion });
    this.#scene = sceneOf(display, options);
    this.#painter = new Painter(this.#frame.map, scale);
    this.#cones = new ConeShelf(options.loadCone, () => this.#showCones());
    this.#addPanes();
    if (interactive) this.#listen(display, scale, i18n);
    this.#tools = createTools(element, this.#toolContext(options));
    this.#frame.map.on('move', () => this.#calls.tell('move', this.#frame.where()));
    this.#frame.map.on('moveend', () => this.#calls.tell('view', this.#frame.where()));
    this.#ageing = setInterval(() => this.#age(), AGE_MILLIS);
    this.setTheme();
    this.setBase(options.baseMap, options.grids);
  }

  setBase(baseMap, grids) {
    this.#scene.setGround(baseMap, grids);
    this.#painter.redraw();
  }

  /** @param {readonly import('./scene.js').MapIncident[]} list everything that is to be seen; the order is the draw order within a level */
  setIncidents(list) {
    this.#scene.setIncidents(list, this.#frame.motion ? MOST_FRESH : 0);
    this.#painter.redraw('marks', 'top');
  }

  /** @param {readonly import('./scene.js').MapRiskPoint[]} list */
  setRiskPoints(list) {
    this.#setThings('riskPoints', list);
  }

  /** @param {readonly import('./scene.js').MapCamera[]} list */
  setCameras(list) {
    this.#setThings('cameras', list);
    this.#showCones();
  }

  /** @param {readonly import('./scene.js').MapWorker[]} list positions as of now; their ages grow by themselves from here */
  setWorkers(list) {
    const now = performance.now();
    this.#setThings(
      'workers',
      list.map((worker) => ({ ...worker, seenAt: now - worker.ageSeconds * 1000 })),
    );
  }

  /** @param {readonly import('../layers/hotspots.js').MapHotspot[]} list */
  setHotspots(list) {
    this.#scene.setHotspots(list);
    this.#painter.redraw('hotspots', 'marks', 'top');
  }

  /** @param {object|null} collection GeoJSON shown as a preview; features with `tone: "fault"` stand out */
  setSketch(collection) {
    this.#scene.setSketch(collection);
    this.#painter.redraw('ground');
  }

  /** @param {{lng: number, lat: number}|null} at the place somebody is about to report */
  setPin(at) {
    this.#scene.setPin(at);
    this.#painter.redraw('top');
  }

  /** @param {boolean} wanted while true a click anywhere picks a place and chooses nothing */
  setPicking(wanted) {
    this.#picking = wanted;
    this.#ground.classList.toggle('picking', wanted);
  }

  /** @param {'incident'|'riskPoint'|'camera'|'worker'|'hotspot'|null} kind @param {string|null} id null: nothing is chosen */
  select(kind, id) {
    this.#scene.selected = id === null || id === undefined ? null : { kind, id };
    this.#showCones();
    this.#painter.redraw('hotspots');
  }

  /** @param {'incident'|'riskPoint'|'camera'|'worker'|'hotspot'|null} kind @param {string|null} id as if the pointer were on it */
  hover(kind, id) {
    const hit = this.#scene.targets().find((one) => one.kind === kind && one.id === id);
    Object.assign(this.#scene, { hovered: hit ?? null, tip: false });
    this.#painter.redraw('top');
  }

  /** @param {number} lng @param {number} lat true degrees @param {number} [zoom] */
  flyTo(lng, lat, zoom) {
    this.#frame.flyTo(lng, lat, zoom);
  }

  fitTown(animate) {
    this.#frame.fitTown(animate);
  }

  /** @returns {{center: {lng: number, lat: number}, zoom: number, bbox: number[]}} true degrees */
  view() {
    return this.#frame.where();
  }

  /**
   * @param {(kind: string, id: string|null, list?: {kind: string, id: string}[]) => void} call a list when several
   *   things lie on one spot; kind "aggregate" (id null) when a crowd cannot be zoomed apart
   * @returns {() => void} stops it
   */
  onSelect(call) {
    return this.#calls.on('select', call);
  }

  /** @param {(at: {lng: number, lat: number}) => void} call a click on empty ground, or anywhere while picking */
  onPick(call) {
    return this.#calls.on('pick', call);
  }

  /** @param {(kind: string|null, id: string|null) => void} call */
  onHover(call) {
    return this.#calls.on('hover', call);
  }

  /** @param {(view: {center: {lng: number, lat: number}, zoom: number}) => void} call many times while it moves */
  onMove(call) {
    return this.#calls.on('move', call);
  }

  /** @param {(view: {center: {lng: number, lat: number}, zoom: number, bbox: number[]}) => void} call after a move */
  onView(call) {
    return this.#calls.on('view', call);
  }

  /** @param {(layers: Set<string>) => void} call a person switched a layer */
  onLayers(call) {
    return this.#calls.on('layers', call);
  }

  /** @param {Iterable<string>} layers incidents, riskPoints, cameras, workers, hotspots, grids, cones */
  setLayers(layers) {
    this.#scene.layers = new Set(layers);
    this.#tools.refresh();
    this.#showCones();
    this.#painter.redraw();
  }

  openLayers() {
    this.#tools.openLayers();
  }

  /** Reads the tokens again; call it after `data-theme` has changed. */
  setTheme() {
    this.#scene.setPalette(readPalette(this.#element));
    this.#painter.redraw();
  }

  /** @param {number} scale factor of symbols and texts */
  setScale(scale) {
    this.#painter.setScale(scale);
  }

  focus() {
    this.#ground.focus();
  }

  destroy() {
    clearInterval(this.#ageing);
    this.#stopPointer();
    this.#stopWalk();
    this.#tools.destroy();
    this.#painter.destroy();
    this.#frame.destroy();
    this.#ground.remove();
    this.#calls.clear();
  }

  #addPanes() {
    const [scene, painter] = [this.#scene, this.#painter];
    painter.add('ground', 210, (pen, view) => scene.drawGround(pen, view));
    painter.add('hotspots', 330, (pen, view) => scene.drawHotspots(pen, view));
    painter.add('marks', 430, (pen, view) => scene.drawMarks(pen, view));
    painter.add('top', 640, (pen, view) => {
      if (scene.drawTop(pen, view)) requestAnimationFrame(() => painter.redraw('top'));
    });
  }

  #listen(display, scale, i18n) {
    this.#stopPointer = followPointer(this.#frame.map, {
      scale,
      hits: () => this.#scene.targets(),
      picking: () => this.#picking,
      onChoose: (found) => this.#choose(found),
      onGround: (at) => chooseGround(at, this.#picking ? null : this.#scene, display, this.#calls),
      onHover: (hit, tip) => this.#hovered(hit, tip),
    });
    this.#stopWalk = walkByKeys(this.#ground, {
      i18n,
      hits: () => this.#scene.hitsInSight(),
      incidents: () => this.#scene.incidents(),
      words: (hit) => this.#scene.wordsOf(hit),
      onReach: (hit) => this.#reached(hit),
      onChoose: (hit) => this.#choose([hit]),
    });
  }

  #toolContext({ i18n, place, tools, scale, layerChoices }) {
    const setLayers = (layers) => {
      this.setLayers(layers);
      this.#calls.tell('layers', new Set(layers));
    };
    return {
      i18n,
      place,
      only: tools,
      choices: layerChoices,
      frame: this.#frame,
      ground: this.#ground,
      layers: () => this.#scene.layers,
      setLayers,
    };
  }

  #hovered(hit, tip) {
    const before = this.#scene.hovered;
    Object.assign(this.#scene, { hovered: hit, tip });
    if (hit?.kind !== before?.kind || hit?.id !== before?.id) {
      this.#calls.tell('hover', hit?.id ? hit.kind : null, hit?.id ?? null);
      this.#showCones();
    } else this.#painter.redraw('top');
  }

  #reached(hit) {
    this.#scene.reached = hit && keyOf(hit);
    this.#painter.redraw('top');
  }

  #choose(found) {
    choose(found, this.#frame, (...chosen) => this.#calls.tell('select', ...chosen));
  }

  #showCones() {
    const { selected, hovered, cameras, layers } = this.#scene;
    const looked = new Set([selected, hovered].filter((thing) => thing?.kind === 'camera').map((thing) => thing.id));
    const shown = cameras.filter((camera) => looked.has(camera.id) || layers.has('cones'));
    this.#scene.setCones(shown.map((camera) => this.#cones.of(camera, looked.has(camera.id))).filter(Boolean));
    this.#painter.redraw('marks', 'top');
  }

  #setThings(name, list) {
    this.#scene.setThings(name, list);
    this.#painter.redraw('marks', 'top');
  }

  #age() {
    if (this.#scene.workers.length > 0 && !document.hidden) this.#painter.redraw('marks', 'top');
  }
}
