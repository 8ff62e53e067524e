import { displayOf } from '../geo/display.js';
import { createBuildingShelf } from './buildingShelf.js';
import { createCalls } from './calls.js';
import { choose } from './choice.js';
import { ConeShelf } from './coneShelf.js';
import { createFrame, groundElement } from './frame.js';
import { addPanes, listenToPeople } from './hands.js';
import { Painter } from './painter.js';
import { readPalette } from './palette.js';
import { sceneOf } from './scene.js';
import { createTools, toolContext } from './tools.js';
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
  #houses;
  #tools;
  #picking = false;
  #ageing;
  #stop = () => {};
  #calls = createCalls('select', 'pick', 'context', 'hover', 'move', 'view', 'layers');

  constructor(element, options) {
    const { place, i18n, scale = 1, interactive = true } = options;
    const display = displayOf(place.mapSource?.crs);
    const motion = (options.motion ?? true) && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#element = element;
    this.#ground = groundElement(element, options);
    this.#frame = createFrame(this.#ground, { place, display, interactive, motion });
    this.#scene = sceneOf(display, options);
    this.#painter = new Painter(this.#frame.map, scale);
    this.#cones = new ConeShelf(options.loadCone, () => this.#showCones(), display.project);
    this.#houses = createBuildingShelf(options.loadBuildings, (found) => this.#draw('setBuildings', found, 'ground'));
    addPanes(this.#painter, this.#scene);
    if (interactive) this.#listen(display, scale, i18n);
    const choose = (layers) => {
      this.setLayers(layers);
      this.#calls.tell('layers', new Set(layers));
    };
    this.#tools = createTools(element, toolContext(options, this.#frame, this.#ground, this.#scene, choose));
    this.#frame.map.on('move', () => this.#calls.tell('move', this.#frame.where()));
    this.#frame.map.on('moveend', () => this.#moved());
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
    this.#cones.clear();
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
    this.#draw('setHotspots', list, 'hotspots', 'marks', 'top');
  }

  /** @param {object|null} collection of /api/cameras/coverage @param {Iterable<string>} blind keys `kind id` nobody sees */
  setCoverage(collection, blind = []) {
    this.#scene.blind = new Set(blind);
    this.#draw('setCoverage', collection, 'ground', 'marks');
  }

  /** @param {Iterable<string>} cameraIds whose cones show until other ones are given */
  setSighted(cameraIds) {
    this.#scene.sighted = new Set(cameraIds);
    this.#showCones();
  }

  /** @param {object|null} collection GeoJSON shown as a preview; features with `tone: "fault"` stand out */
  setSketch(collection) {
    this.#draw('setSketch', collection, 'ground');
  }

  /** @param {{lng: number, lat: number}|null} at the place somebody is about to report */
  setPin(at) {
    this.#draw('setPin', at, 'top');
  }

  /** @param {boolean} wanted while true a click anywhere picks a place and chooses nothing @param {boolean} [cross] shows the middle */
  setPicking(wanted, cross = false) {
    this.#picking = wanted;
    this.#ground.classList.toggle('picking', wanted);
    this.#element.classList.toggle('crossed', wanted && cross);
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

  /** @param {number} lng @param {number} lat true degrees @param {number} [zoom] at once, without a flight */
  goTo(lng, lat, zoom) {
    this.#frame.goTo(lng, lat, zoom);
  }

  fitTown(animate) {
    this.#frame.fitTown(animate);
  }

  /** @returns {{center: {lng: number, lat: number}, zoom: number, bbox: number[]}} true degrees */
  view() {
    this.#frame.settle();
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

  /** @param {(at: {lng: number, lat: number}) => void} call the other mouse button, or a finger that stays */
  onContext(call) {
    return this.#calls.on('context', call);
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

  /** @param {Iterable<string>} layers incidents, riskPoints, cameras, workers, hotspots, grids, cones, coverage */
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
    this.#stop();
    this.#tools.destroy();
    this.#painter.destroy();
    this.#frame.destroy();
    this.#ground.remove();
    this.#calls.clear();
  }

  #listen(display, scale, i18n) {
    const told = {
      picking: () => this.#picking,
      onChoose: (found) => choose(found, this.#frame, (...chosen) => this.#calls.tell('select', ...chosen)),
      onHover: (hit, tip) => this.#hovered(hit, tip),
      onReach: (hit) => this.#reached(hit),
    };
    const [frame, ground, scene, calls] = [this.#frame, this.#ground, this.#scene, this.#calls];
    this.#stop = listenToPeople({ map: frame.map, ground, scene, calls, display, scale, i18n }, told);
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

  #showCones() {
    this.#scene.setCones(this.#cones.shown(this.#scene, this.#frame.where()));
    this.#painter.redraw('marks', 'top');
  }

  #moved() {
    const view = this.#frame.where();
    this.#calls.tell('view', view);
    this.#houses.look(view);
    if (this.#scene.layers.has('cones')) this.#showCones();
  }

  #draw(setter, value, ...panes) {
    this.#scene[setter](value);
    this.#painter.redraw(...panes);
  }

  #setThings(name, list) {
    this.#scene.setThings(name, list);
    this.#painter.redraw('marks', 'top');
  }

  #age() {
    if (this.#scene.workers.length > 0 && !document.hidden) this.#painter.redraw('marks', 'top');
  }
}
