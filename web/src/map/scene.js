import { worldX, worldY } from '../geo/mercator.js';
import { shapesOf } from '../geo/shapes.js';
import { drawCameras, drawCones } from '../layers/cameras.js';
import { coverageShapes, drawBlindRings, drawCoverage } from '../layers/coverage.js';
import { drawGround, groundOf } from '../layers/ground.js';
import {
  drawFocusRing,
  drawHalo,
  drawHoverRing,
  drawNewRing,
  drawPin,
  drawSketch,
  drawTip,
} from '../layers/highlight.js';
import { drawHotspots, drawRanks, hotspotAt, hotspotShapes } from '../layers/hotspots.js';
import { drawIncidents, drawPills, incidentGroups } from '../layers/incidents.js';
import { drawLabels } from '../layers/labels.js';
import { drawRiskPoints } from '../layers/riskPoints.js';
import { drawWorkers } from '../layers/workers.js';
import { shortSpan } from '../i18n/words.js';
import { beside, boxOfHit } from './hits.js';
import { createSprites } from './sprites.js';
import { keyOf } from './walkOrder.js';

const LAYERS = ['incidents', 'riskPoints', 'cameras', 'workers', 'grids'];
const DIMMED = 0.55;
const FRESH_MILLIS = 2000;

/**
 * What is on the map and how one frame of it is drawn, bottom up. Holds no rule of the township: who is overdue or new
 * is told from outside.
 *
 * @typedef {{id: string, lng: number, lat: number, kind: string, status: string, level: string|null, overdue: boolean,
 *   isNew: boolean, number: string, label?: string}} MapIncident label: what the tip says, else the number
 * @typedef {{id: string, lng: number, lat: number, name: string, level: string|null, overdue?: boolean}} MapRiskPoint
 * @typedef {{id: string, lng: number, lat: number, name: string, status: string, heading: number|null,
 *   fieldOfView?: number, rangeMetres?: number, masked?: boolean}} MapCamera
 * @typedef {{id: string, lng: number, lat: number, name: string, ageSeconds: number}} MapWorker
 */
export class Scene {
  /** what was drawn last and where: [{kind, id, x, y, r}], topmost last */
  hits = [];
  /** the chosen and the hovered thing: {kind, id} or null */
  selected = null;
  hovered = null;
  /** key of what the keyboard has walked to, or null; of walkOrder.js */
  reached = null;
  /** the hovered thing has been rested on: its name shows */
  tip = false;
  /** names of the layers that are on */
  layers = new Set();
  /** ids of cameras whose cones show because a place is asked about; keys `kind id` of things no camera sees */
  sighted = new Set();
  blind = new Set();
  cameras = [];
  workers = [];
  riskPoints = [];
  #display;
  #options;
  #ground;
  #groups;
  #cones = [];
  #hotspots = [];
  #rankHits = [];
  #sketch = [];
  #coverage = null;
  #buildings = [];
  #pin = null;
  #fresh = new Map();
  #size = { width: 0, height: 0 };
  #palette = {};
  #sprites = createSprites();

  /**
   * @param {import('../geo/display.js').Display} display
   * @param {{overRaster: boolean, language: string, ageText: (seconds: number) => string, tipText: (hit: object) => string,
   *   names: boolean, staleSeconds: number, gridsFrom?: number}} options
   */
  constructor(display, options) {
    this.#display = display;
    this.#options = options;
    this.#ground = groundOf(null, null, display.project);
    this.#groups = incidentGroups([], display.project);
  }

  setGround(baseMap, grids) {
    this.#ground = groundOf(baseMap, grids, this.#display.project);
  }

  /** @param {readonly object[]} list @param {number} mostFresh so many newcomers get a ring; more is a flood, not news */
  setIncidents(list, mostFresh) {
    const known = new Set(this.#groups.all.map((incident) => incident.id));
    const fresh = list.filter((incident) => incident.isNew && !known.has(incident.id));
    if (known.size > 0 && fresh.length <= mostFresh) {
      for (const { id } of fresh) this.#fresh.set(id, performance.now());
    }
    this.#groups = incidentGroups(list, this.#display.project);
  }

  /** @param {'cameras'|'workers'|'riskPoints'} name @param {readonly object[]} list each with lng, lat */
  setThings(name, list) {
    this[name] = list.map((thing) => ({ ...thing, ...this.#display.project(thing.lng, thing.lat) }));
  }

  /** @param {import('../geo/shapes.js').Shape[]} shapes */
  setCones(shapes) {
    this.#cones = shapes;
  }

  /** @param {object|null} collection of /api/cameras/coverage */
  setCoverage(collection) {
    this.#coverage = coverageShapes(collection, this.#display.project);
  }

  /** @param {object|null} collection footprints around what is in sight */
  setBuildings(collection) {
    this.#buildings = shapesOf(collection, this.#display.project);
  }

  /** @param {readonly import('../layers/hotspots.js').MapHotspot[]} list */
  setHotspots(list) {
    this.#hotspots = hotspotShapes(list, this.#display.project);
  }

  setSketch(collection) {
    this.#sketch = shapesOf(collection, this.#display.project);
  }

  setPin(at) {
    this.#pin = at ? this.#display.project(at.lng, at.lat) : null;
  }

  setPalette(palette) {
    this.#palette = palette;
    this.#sprites = createSprites();
  }

  /** @returns {readonly object[]} every incident, as given */
  incidents() {
    return this.#groups.all;
  }

  /** @returns {object[]} hits whose middle is on the screen */
  hitsInSight() {
    const { width, height } = this.#size;
    return this.targets().filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
  }

  /** @param {object} hit @returns {string} its name, or what a pill counts */
  wordsOf(hit) {
    return this.#options.tipText(hit);
  }

  drawGround(pen, view) {
    const { overRaster, gridsFrom } = this.#options;
    drawGround(pen, view, {
      ground: this.#ground,
      palette: this.#palette,
      overRaster,
      grids: this.layers.has('grids'),
      gridsFrom,
      buildings: this.#buildings,
    });
    const covered = this.layers.has('coverage') ? this.#coverage : null;
    drawCoverage(pen, view, { coverage: covered, outline: this.#ground.outline, palette: this.#palette });
    drawSketch(pen, view, this.#sketch, this.#palette);
  }

  drawHotspots(pen, view) {
    const selected = this.selected?.kind === 'hotspot' ? this.selected.id : null;
    drawHotspots(pen, view, { shapes: this.#shownHotspots(), palette: this.#palette, selected });
  }

  #shownHotspots() {
    return this.layers.has('hotspots') ? this.#hotspots : [];
  }

  /** @returns {import('./hits.js').Hit[]} all that can be pointed at, topmost last */
  targets() {
    return [...this.#rankHits, ...this.hits];
  }

  /** @param {number} lng drawn degrees @param {number} lat @returns {object|null} the hotspot that lies there */
  hotspotAt(lng, lat) {
    return hotspotAt(this.#shownHotspots(), worldX(lng), worldY(lat));
  }

  drawMarks(pen, view) {
    const shown = (layer, list) => (this.layers.has(layer) ? list : []);
    const { pills, singles } =
      shown('incidents', true) === true ? this.#groups.at(view.level, view.scale) : { pills: [], singles: [] };
    drawCones(pen, view, this.#cones, this.#palette);
    pen.globalAlpha = this.selected && this.selected.kind !== 'hotspot' ? DIMMED : 1;
    this.hits = drawPills(pen, view, { pills, ...this.#look() });
    const open = (list) => beside(list, this.hits, view);
    this.#drawThings(pen, view, 'camera', open(shown('cameras', this.cameras)));
    this.#drawThings(pen, view, 'riskPoint', open(shown('riskPoints', this.riskPoints)));
    this.#drawThings(pen, view, 'incident', singles);
    this.#drawThings(pen, view, 'worker', shown('workers', this.workers));
    pen.globalAlpha = 1;
    if (this.layers.has('coverage')) drawBlindRings(pen, this.hits, this.blind, this.#palette, view.scale);
    this.#drawSelected(pen, view);
  }

  #look() {
    return { palette: this.#palette, sprites: this.#sprites, language: this.#options.language };
  }

  #drawThings(pen, view, kind, things) {
    const { selected } = this;
    this.#put(pen, view, kind, selected?.kind === kind ? things.filter(({ id }) => id !== selected.id) : things);
  }

  // the chosen thing comes on top, even out of a pill and from a layer that is off
  #drawSelected(pen, view) {
    const { selected, cameras, workers, riskPoints } = this;
    const lists = { incident: this.#groups.all, camera: cameras, worker: workers, riskPoint: riskPoints };
    const thing = lists[selected?.kind]?.find(({ id }) => id === selected.id);
    if (!thing) return;
    this.#put(pen, view, selected.kind, [thing]);
    const hit = this.hits.at(-1);
    if (hit?.id !== selected.id) return;
    drawHalo(pen, hit, this.#palette, view.scale);
    this.hits.pop();
    this.#put(pen, view, selected.kind, [thing]);
  }

  #put(pen, view, kind, list) {
    const { ageText, names, staleSeconds } = this.#options;
    const look = this.#look();
    const obstacles = this.hits.filter((hit) => hit.kind === 'incident' || hit.kind === 'riskPoint');
    const draw = {
      camera: () => drawCameras(pen, view, { cameras: list, ...look }),
      riskPoint: () => drawRiskPoints(pen, view, { points: list, ...look }),
      incident: () => drawIncidents(pen, view, { marks: list, ...look }),
      worker: () =>
        drawWorkers(pen, view, {
          workers: list,
          obstacles,
          now: performance.now(),
          ageText,
          names,
          staleSeconds,
          ...look,
        }),
    };
    this.hits.push(...draw[kind]());
  }

  /** @returns {boolean} true while something still moves and wants another frame */
  drawTop(pen, view) {
    const { overRaster, language, tipText } = this.#options;
    const [palette, { scale }] = [this.#palette, view];
    this.#size = view;
    const shapes = this.#shownHotspots();
    this.#rankHits = drawRanks(pen, view, { shapes, palette, blocked: this.hits.map(boxOfHit) });
    const blocked = this.targets().map(boxOfHit);
    drawLabels(pen, view, { ground: this.#ground, palette, language, blocked, overRaster });
    if (this.hovered) drawHoverRing(pen, this.hovered, palette, scale);
    if (this.hovered && this.tip) drawTip(pen, this.hovered, tipText(this.hovered), palette, view);
    const reached = this.reached && this.targets().find((hit) => keyOf(hit) === this.reached);
    if (reached) drawFocusRing(pen, reached, palette, scale);
    if (reached) drawTip(pen, reached, tipText(reached), palette, view);
    if (this.#pin) drawPin(pen, view.x(this.#pin.x), view.y(this.#pin.y), palette, scale);
    return this.#drawFresh(pen, scale);
  }

  #drawFresh(pen, scale) {
    const now = performance.now();
    for (const hit of this.hits) {
      const since = hit.kind === 'incident' ? this.#fresh.get(hit.id) : undefined;
      if (since !== undefined) drawNewRing(pen, hit, now - since, this.#palette, scale);
    }
    for (const [id, since] of this.#fresh) if (now - since > FRESH_MILLIS) this.#fresh.delete(id);
    return this.#fresh.size > 0;
  }
}

/**
 * @param {import("../geo/display.js").Display} display
 * @param {object} options of `createTownMap`
 * @returns {Scene}
 */
export function sceneOf(display, { place, i18n, names = true, staleSeconds = 1800, layers = LAYERS, gridsFrom }) {
  const tipText = ({ kind, label, pill }) =>
    kind === 'aggregate' ? i18n.t('map.pill', { count: pill.count, red: pill.levels.RED }) : String(label ?? '');
  const ageText = (seconds) => shortSpan(i18n, seconds);
  const overRaster = Boolean(place.mapSource);
  const words = { language: i18n.lang, ageText, tipText };
  const scene = new Scene(display, { overRaster, ...words, names, staleSeconds, gridsFrom });
  scene.layers = new Set(layers);
  return scene;
}
