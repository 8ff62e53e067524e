import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { createWorld } from '../live/world.js';
import { isOverdue } from '../state/clocks.js';
import { NO_SPOTS, provenOnly, spotsOf } from '../state/hotspots.js';
import { fresh } from '../state/positions.js';
import { reorder } from '../state/queue.js';
import { createHead } from './head.js';
import { createLatest } from './latest.js';
import { createMainFigures } from './mainFigures.js';
import { createRows } from './rows.js';
import { remPixels, rowsThatFit } from './reading.js';
import { stopAt, stopsOf, withHotspots } from './stops.js';
import { advance, holdRed, pause, startTour } from './tour.js';
import { createTrend } from './trend.js';
import { createWallMap } from './wallMap.js';

const FIGURES_MILLIS = 30_000;
const HOTSPOTS_MILLIS = 300_000;
const FIGURES_SOON_MILLIS = 2_000;
const DRAW_MILLIS = 1_000;
const MAP_MILLIS = 10_000;
const SHIFT_MILLIS = 600_000;
const SHIFTS = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];
const WORKER_SECONDS = 1_800;
const NEW_MILLIS = 30_000;

/**
 * The wall: reads, shows, tours; asks nothing and offers nothing to click. Runs for months, so every timer, listener
 * and socket is in one disposer and every list on the page has a bound.
 */
export class WallPage {
  #undo = disposer();
  #world;
  #context;
  #parts;
  #order = [];
  #tour;
  #figures = null;
  #spots = NO_SPOTS;
  #soon = 0;
  #asking = false;
  #drawnAt = 0;

  /**
   * @param {HTMLElement} host
   * @param {{i18n: object, place: object, codes: object, baseMap: object, grids: object, rooms: object,
   *   wall: {distanceMetres: number, inches: number}, openSocket: () => WebSocket}} context
   */
  constructor(host, context) {
    this.#context = context;
    const { rooms, openSocket } = context;
    this.#world = createWorld({ snapshot: rooms.places.snapshot, openSocket, now: () => Date.now() });
    this.#parts = this.#build(host);
    this.#tour = startTour(this.#world.now());
    this.#listen();
    this.#parts.map.start();
    this.#fitText(this.#setRem());
    this.#readFigures();
    this.#readHotspots();
    this.#tick();
  }

  destroy() {
    clearTimeout(this.#soon);
    this.#undo.destroy();
    this.#world.destroy();
    this.#parts.map.destroy();
    this.#parts.element.remove();
    document.documentElement.style.fontSize = '';
  }

  #build(host) {
    const { i18n, place, codes } = this.#context;
    const byCode = (list) => new Map((list ?? []).map((entry) => [entry.code, entry]));
    const words = { kinds: byCode(codes.kinds), statuses: byCode(codes.statuses) };
    const parts = {
      head: createHead(i18n, place),
      figures: createMainFigures(i18n),
      trend: createTrend(i18n),
      rows: createRows(i18n, words),
      latest: createLatest(i18n),
      map: createWallMap({ ...this.#context, rem: this.#setRem() }),
    };
    const side = el('aside', { class: 'wall-side' }, parts.figures.element, parts.trend.element);
    const element = el('main', { class: 'wall' }, parts.head.element, side, parts.map.element);
    element.append(parts.rows.element, parts.latest.element);
    fill(host, element);
    return { ...parts, element };
  }

  #listen() {
    const { incidents, riskPoints, alarm, hotspotsMade } = this.#world;
    this.#undo.add(
      incidents.on((state) => this.#takeIncidents(state)),
      riskPoints.on((state) => this.#takeRiskPoints(state)),
      alarm.on((news) => this.#takeAlarm(news)),
      hotspotsMade.on(() => this.#readHotspots()),
    );
    this.#undo.every(DRAW_MILLIS, () => this.#tick());
    this.#undo.every(FIGURES_MILLIS, () => this.#readFigures());
    this.#undo.every(HOTSPOTS_MILLIS, () => this.#readHotspots());
    this.#undo.every(SHIFT_MILLIS, () => this.#shift());
    this.#undo.listen(window, 'resize', () => this.#resize());
    for (const event of ['keydown', 'pointerdown']) {
      this.#undo.listen(document, event, () => this.#go(pause(this.#world.now())));
    }
  }

  #takeIncidents(state) {
    this.#order = reorder(this.#order, state);
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#readFigures(), FIGURES_SOON_MILLIS);
    this.#showIncidents(true);
  }

  #takeRiskPoints(state) {
    const now = this.#world.now();
    const judged = (point) => ({ ...point, overdue: Date.parse(point.reviewBy) < now });
    const all = [...state.byId.values()].map(judged).filter(({ level, overdue }) => level === 'RED' || overdue);
    this.#parts.map.show({ riskPoints: all });
  }

  #takeAlarm(news) {
    const { incident } = news ?? {};
    if (incident?.level !== 'RED' || incident.lng === null) return;
    this.#go(holdRed(this.#tour, this.#world.now(), stopAt(incident)));
  }

  // once a second: clock, age, ages of clocks, workers, tour
  #tick() {
    if (document.hidden) return;
    const [world, now] = [this.#world, this.#world.now()];
    const { lastHeard } = world.connection.get();
    this.#parts.map.setAge(this.#parts.head.show(now, world.ownNow(), lastHeard));
    this.#showIncidents(now - this.#drawnAt >= MAP_MILLIS);
    this.#parts.map.show({ workers: fresh(world.positions.get(), now, WORKER_SECONDS).map(nameless) });
    this.#go(advance(this.#tour, now, () => withHotspots(stopsOf(this.#marks(now)), this.#spots)));
  }

  #go(tour) {
    if (tour === this.#tour) return;
    const moved = tour.stop !== this.#tour.stop || tour.phase !== this.#tour.phase;
    this.#tour = tour;
    if (!moved) return;
    this.#parts.map.look(tour);
    this.#parts.rows.mark(tour.stop?.key ?? null);
  }

  #marks(now) {
    return this.#order.map((incident) => ({
      ...incident,
      overdue: isOverdue(incident, now),
      isNew: incident.status === 'REPORTED' && now - Date.parse(incident.receivedAt) < NEW_MILLIS,
    }));
  }

  // on the map only what has changed, or once in a while because clocks have run out meanwhile
  #showIncidents(onMap) {
    const now = this.#world.now();
    const marks = this.#marks(now);
    this.#parts.rows.show(marks, now);
    this.#parts.figures.show(this.#known(marks));
    if (!onMap) return;
    this.#drawnAt = now;
    this.#parts.map.show({ incidents: marks.filter((mark) => mark.lng !== null) });
  }

  // counts of the list come from the list itself, so that figure and rows never disagree
  #known(marks) {
    const ready = this.#world.ready.get();
    const count = (test) => (ready ? marks.filter(test).length : null);
    const counted = { open: count(() => true), red: count(isRed), overdue: count((mark) => mark.overdue) };
    return { ...counted, onDuty: this.#figures?.onDuty ?? null, closed: this.#figures?.closedToday ?? null };
  }

  async #readFigures() {
    if (this.#asking) return;
    this.#asking = true;
    try {
      this.#figures = await this.#context.rooms.figures();
    } catch {
      return; // the old figures stay, the age badge tells of the cut
    } finally {
      this.#asking = false;
    }
    this.#parts.trend.show(this.#figures.trend ?? []);
    this.#parts.latest.show(this.#figures.latest ?? []);
  }

  // only proven ones: what may be chance is for the review page, where it can be explained
  async #readHotspots() {
    try {
      this.#spots = provenOnly(spotsOf(await this.#context.rooms.hotspots()));
    } catch {
      return; // the old outlines stay; the age badge tells of the cut
    }
    this.#parts.map.show({ hotspots: this.#spots });
  }

  // against burn-in: all of it, by two pixels, every ten minutes
  #shift() {
    const [x, y] = SHIFTS[Math.floor(Date.now() / SHIFT_MILLIS) % SHIFTS.length];
    this.#parts.element.style.transform = `translate(${x}px, ${y}px)`;
  }

  #resize() {
    const rem = this.#setRem();
    this.#parts.map.setScale(rem);
    this.#fitText(rem);
  }

  // where text must be large for the distance, fewer rows and no trend
  #fitText(rem) {
    const rems = innerHeight / rem;
    this.#parts.rows.setMost(rowsThatFit(rems));
    this.#parts.element.classList.toggle('tight', rems < 50);
  }

  #setRem() {
    const rem = remPixels(innerHeight, this.#context.wall);
    document.documentElement.style.fontSize = `${rem}px`;
    return rem;
  }
}

function nameless({ id, lng, lat, ageSeconds }) {
  return { id, lng, lat, ageSeconds, name: '' };
}

function isRed({ level }) {
  return level === 'RED';
}
