import { disposer } from '../dom/disposer.js';
import { el } from '../dom/el.js';
import { reveal } from '../map/reveal.js';
import { isOverdue } from '../state/clocks.js';
import { shortNumber } from '../state/incidents.js';
import { onMap } from '../state/hotspots.js';
import { fresh } from '../state/positions.js';

const DRAW_MS = 250;
const WORKERS_MS = 10_000;
const MANY = 5_000;
const MANY_MS = 2_000;
const POSITION_MAX_AGE = 1_800;
const NEW_MS = 30_000;

/**
 * The mount point of the map. It turns state into plain arrays and knows no Leaflet; when the map cannot be loaded the
 * list goes on without it and the pane says so.
 *
 * @param {{i18n: object, queue: object, world: object, workers: object, cameras: object, hotspots: object, layers: object,
 *   load: () => Promise<{create: Function, options: object, center: number[] | null, zoom: number | null}>,
 *   onSelect: (kind: string, id: string | null, list?: object[]) => void, onPick: (point: object) => void, onContext: (point: object) => void, coverage: object,
 *   onView: (view: object) => void, onHover: (kind: string | null, id: string | null) => void}} context
 */
export function createMapPane(context) {
  const undo = disposer();
  const ground = el('div', { class: 'map' });
  const element = el('div', { class: 'mapwrap' }, ground);
  const state = { map: null, ended: false, dirty: true, drawn: 0, waiting: [], pin: null };
  const whenReady = (run) => (state.map ? run(state.map) : state.waiting.push(run));
  listen(state, context, undo);
  const ready = start(state, context, ground).catch(() => {
    ground.replaceChildren(el('p', { class: 'empty' }, context.i18n.t('map.failed')));
  });
  return Object.freeze({
    element,
    ready,
    select: (kind, id) => whenReady((map) => map.select(kind, id)),
    hover: (kind, id) => state.map?.hover(kind, id),
    flyTo: (lng, lat, zoom) => whenReady((map) => map.flyTo(lng, lat, zoom)),
    reveal: (lng, lat) => whenReady((map) => reveal(map, lng, lat)),
    fitTown: () => state.map?.fitTown(),
    openLayers: () => state.map?.openLayers(),
    setTheme: (name) => state.map?.setTheme(name),
    setPicking(on, cross = false) {
      if (!on) state.pin = null;
      whenReady((map) => pick(map, on, cross));
    },
    /** @param {object | null} point a place that is asked about @param {string[]} cameraIds whose cones show with it */
    showSight: (point, cameraIds) =>
      whenReady((map) => {
        state.pin = point;
        map.setPin(point);
        map.setSighted(cameraIds);
      }),
    middle: () => state.map?.view().center ?? null,
    focus: () => state.map?.focus(),
    showPoint(point) {
      state.pin = point;
      whenReady((map) => showPoint(map, point));
    },
    /** The place under the mouse in a picture; null: the mouse has left, and what was marked before is again. */
    showCross: (place) => state.map?.setPin(place ?? state.pin),
    /** @param {object | null} footprint the ground that a picture shows, GeoJSON */
    showFootprint: (footprint) => whenReady((map) => map.setSketch(footprint && featureOf(footprint))),
    destroy() {
      state.ended = true;
      undo.destroy();
      state.map?.destroy();
      state.map = null;
    },
  });
}

function listen(state, context, undo) {
  undo.add(context.queue.on(() => (state.dirty = true)));
  undo.add(context.layers.on((names) => state.map?.setLayers(names)));
  undo.every(DRAW_MS, () => state.dirty && mayDraw(state, context) && drawIncidents(state, context));
  undo.every(WORKERS_MS, () => drawWorkers(state, context));
  undo.add(context.world.positions.on(() => drawWorkers(state, context)));
  undo.add(context.world.riskPoints.on(() => drawRiskPoints(state, context)));
  undo.add(context.hotspots.on(() => drawHotspots(state, context)));
  undo.add(context.coverage.on(() => drawCoverage(state, context)));
  undo.add(context.cameras.on((cameras) => state.map?.setCameras(cameras.filter(hasPlace))));
}

async function start(state, context, ground) {
  const { create, options, center, zoom, missing } = await context.load();
  if (state.ended) {
    return;
  }
  if (missing) {
    ground.replaceChildren(el('p', { class: 'empty' }, missing));
    return;
  }
  const map = create(ground, options);
  state.map = map;
  map.setLayers(context.layers.get());
  map.onSelect(context.onSelect);
  map.onPick(context.onPick);
  map.onContext(context.onContext);
  map.onHover(context.onHover);
  map.onView(context.onView);
  map.onLayers((layers) => context.layers.set([...layers]));
  drawRiskPoints(state, context);
  if (center) map.goTo(center[0], center[1], zoom ?? undefined);
  drawHotspots(state, context);
  drawCoverage(state, context);
  map.setCameras(context.cameras.get().filter(hasPlace));
  drawIncidents(state, context);
  drawWorkers(state, context);
  state.waiting.splice(0).forEach((run) => run(map));
}

function pick(map, on, cross) {
  map.setPicking(on, cross);
  if (!on) {
    map.setPin(null);
  }
}

/** Marks the place somebody is about to report, and goes there when it is out of sight. */
function showPoint(map, { lng, lat }) {
  map.setPin({ lng, lat });
  reveal(map, lng, lat);
}

function featureOf(geometry) {
  return { type: 'Feature', properties: {}, geometry };
}

function hasPlace(thing) {
  return thing.lng !== null && thing.lng !== undefined;
}

/** Tens of thousands of marks are grouped anew at most every two seconds. */
function mayDraw(state, { queue, world }) {
  return queue.get().rows.length < MANY || world.ownNow() - state.drawn > MANY_MS;
}

function drawIncidents(state, context) {
  if (state.map === null) {
    return;
  }
  state.dirty = false;
  state.drawn = context.world.ownNow();
  const now = context.world.now();
  state.map.setIncidents(
    context.queue
      .get()
      .rows.filter(hasPlace)
      .map((incident) => mark(incident, now)),
  );
}

function mark(incident, now) {
  const { id, lng, lat, kind, status, level } = incident;
  const isNew = status === 'REPORTED' && now - Date.parse(incident.receivedAt) < NEW_MS;
  const number = shortNumber(incident);
  const label = `${number} ${incident.title}`;
  return { id, lng, lat, kind, status, level, overdue: isOverdue(incident, now), isNew, number, label };
}

function drawRiskPoints(state, { world }) {
  const today = world.now();
  const risks = [...world.riskPoints.get().byId.values()].filter(hasPlace);
  state.map?.setRiskPoints(risks.map((risk) => ({ ...risk, overdue: Date.parse(risk.reviewBy) < today })));
}

function drawHotspots(state, { hotspots, i18n }) {
  state.map?.setHotspots(hotspots.get().map((spot) => onMap(spot, i18n.name(spot.sentence))));
}

function drawCoverage(state, { coverage }) {
  const { collection, incidents, riskPoints } = coverage.get();
  const keys = [...incidents.map(({ id }) => `incident ${id}`), ...riskPoints.map(({ id }) => `riskPoint ${id}`)];
  state.map?.setCoverage(collection, keys);
}

function drawWorkers(state, context) {
  if (state.map === null) {
    return;
  }
  const names = new Map(context.workers.get().map((worker) => [worker.workerId, worker.name]));
  const shown = fresh(context.world.positions.get(), context.world.now(), POSITION_MAX_AGE);
  state.map.setWorkers(shown.map((worker) => ({ ...worker, name: names.get(worker.id) ?? worker.id })));
}
