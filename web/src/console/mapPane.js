import { el } from '../dom/el.js';
import { disposer } from '../dom/disposer.js';
import { closeOutside } from '../dom/closeOutside.js';
import { isOverdue } from '../state/clocks.js';
import { fresh } from '../state/positions.js';

const DRAW_MS = 250;
const WORKERS_MS = 5_000;
const POSITION_MAX_AGE = 1_800;
const NEW_MS = 30_000;
const CHOICES = Object.freeze(['incidents', 'riskPoints', 'cameras', 'workers']);

/**
 * The mount point of the map. It turns state into plain arrays and knows no Leaflet; when the map cannot be loaded the
 * list goes on without it and the pane says so.
 *
 * @param {{i18n: object, theme: string, queue: object, world: object, workers: object, cameras: object, layers: object,
 *   load: () => Promise<{create: Function, place: object, baseMap: object, grids: object}>,
 *   onSelect: (kind: string, id: string) => void, onPick: (point: object) => void, onView: (view: object) => void}} context
 */
export function createMapPane(context) {
  const { i18n } = context;
  const undo = disposer();
  const ground = el('div', { class: 'map' });
  const layerMenu = layerChooser(context);
  const head = el('div', { class: 'map-head' }, layerMenu);
  const element = el('div', { class: 'mapwrap' }, ground, head);
  const state = { map: null, ended: false, dirty: true, waiting: [] };
  const whenReady = (run) => (state.map ? run(state.map) : state.waiting.push(run));
  undo.add(closeOutside(layerMenu));
  undo.add(
    context.queue.on(() => (state.dirty = true)),
    context.layers.on((names) => state.map?.setLayers(new Set(names))),
  );
  undo.every(DRAW_MS, () => state.dirty && drawIncidents(state, context));
  undo.every(WORKERS_MS, () => drawWorkers(state, context));
  undo.add(context.world.positions.on(() => drawWorkers(state, context)));
  undo.add(context.world.riskPoints.on((risks) => state.map?.setRiskPoints([...risks.byId.values()])));
  undo.add(context.cameras.on((cameras) => state.map?.setCameras(cameras)));
  const ready = start(state, context, ground).catch(() => {
    ground.replaceChildren(el('p', { class: 'empty' }, i18n.t('map.failed')));
  });
  return Object.freeze({
    element,
    ready,
    select: (kind, id) => whenReady((map) => map.select(kind, id)),
    flyTo: (lng, lat, zoom) => whenReady((map) => map.flyTo(lng, lat, zoom)),
    fitTown: () => whenReady((map) => map.fitTown()),
    setTheme: (name) => state.map?.setTheme(name),
    setPicking: (on) => ground.classList.toggle('picking', on),
    view: () => state.map?.view() ?? null,
    destroy() {
      state.ended = true;
      undo.destroy();
      state.map?.destroy();
      state.map = null;
    },
  });
}

async function start(state, context, ground) {
  const { create, place, baseMap, grids } = await context.load();
  if (state.ended) {
    return;
  }
  const map = create(ground, { place, baseMap, grids, i18n: context.i18n, theme: context.theme });
  state.map = map;
  map.setLayers(new Set(context.layers.get()));
  map.onSelect(context.onSelect);
  map.onPick(context.onPick);
  map.onView(context.onView);
  map.setRiskPoints([...context.world.riskPoints.get().byId.values()]);
  map.setCameras(context.cameras.get());
  drawIncidents(state, context);
  drawWorkers(state, context);
  state.waiting.splice(0).forEach((run) => run(map));
}

function drawIncidents(state, context) {
  if (state.map === null) {
    return;
  }
  state.dirty = false;
  const now = context.world.now();
  const marks = [];
  for (const incident of context.queue.get().rows) {
    if (incident.lng !== null) {
      marks.push(mark(incident, now));
    }
  }
  state.map.setIncidents(marks);
}

function mark(incident, now) {
  const { id, lng, lat, kind, status, level } = incident;
  const isNew = status === 'REPORTED' && now - Date.parse(incident.receivedAt) < NEW_MS;
  return { id, lng, lat, kind, status, level, overdue: isOverdue(incident, now), isNew, title: incident.title };
}

function drawWorkers(state, context) {
  if (state.map === null) {
    return;
  }
  const names = new Map(context.workers.get().map((worker) => [worker.workerId, worker.name]));
  const shown = fresh(context.world.positions.get(), context.world.now(), POSITION_MAX_AGE);
  state.map.setWorkers(shown.map((worker) => ({ ...worker, name: names.get(worker.id) ?? worker.id })));
}

function layerChooser({ i18n, layers }) {
  const box = (name) => {
    const input = el('input', {
      type: 'checkbox',
      checked: layers.get().includes(name),
      on: { change: () => layers.set(CHOICES.filter((choice) => boxes.get(choice).checked)) },
    });
    boxes.set(name, input);
    return el('label', { class: 'check' }, input, i18n.t(`layer.${name}`));
  };
  const boxes = new Map();
  return el(
    'details',
    { class: 'drop layers' },
    el('summary', { class: 'button floating' }, i18n.t('map.layers')),
    el('div', { class: 'popover floating stack' }, ...CHOICES.map(box)),
  );
}
