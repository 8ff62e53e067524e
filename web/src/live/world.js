import { alarmOf } from '../state/alarms.js';
import * as cameraStatus from '../state/cameraStatus.js';
import * as incidents from '../state/incidents.js';
import * as positions from '../state/positions.js';
import * as riskPoints from '../state/riskpoints.js';
import { NO_SHIFT, shiftOf } from '../state/clocks.js';
import { store } from '../state/store.js';
import * as tasks from '../state/tasks.js';
import { createConnection } from './connection.js';

/**
 * The live part of a page: stores fed by one connection. Whoever shows something listens to a store; nobody else writes.
 *
 * @param {{snapshot: () => Promise<object>, openSocket: () => WebSocket, now: () => number}} outside
 */
export function createWorld(outside) {
  const world = {
    incidents: store(incidents.NO_INCIDENTS),
    riskPoints: store(riskPoints.NO_RISK_POINTS),
    tasks: store(tasks.NO_TASKS),
    positions: store(positions.NO_POSITIONS),
    /** The latest status of cameras by id. */
    cameraStatus: store(cameraStatus.NO_STATUS),
    /** When the map of hotspots was made, as the server counts; null before the first. */
    hotspotsMade: store(null),
    connection: store(Object.freeze({ connected: false, lastHeard: null })),
    alarm: store(null),
    caughtUp: store(null),
    ready: store(false),
    problem: store(null),
  };
  let shift = NO_SHIFT;
  const now = () => outside.now() + shift.shift;
  const connection = createConnection({
    ...outside,
    onSnapshot: (snapshot) => takeSnapshot(world, snapshot, now()),
    onProblem: (problem) => world.problem.set(problem),
    onChanges: (frames) => takeChanges(world, frames, now),
    onPositions: (frame) => world.positions.set(positions.apply(world.positions.get(), frame.items, now(), frame.gone)),
    onCameras: (frame) => world.cameraStatus.set(cameraStatus.apply(world.cameraStatus.get(), frame.items)),
    onStatus: (status) => world.connection.set(Object.freeze(status)),
    onTime: (time) => (shift = shiftOf(time, outside.now())),
    onCaughtUp: (count) => world.caughtUp.set(Object.freeze({ count })),
  });
  return Object.freeze({
    ...world,
    /** Server time in milliseconds. */
    now,
    /** Our own clock, for ages of what we heard. */
    ownNow: outside.now,
    /** Takes an answer of the server in at once, before the stream brings it. */
    merge(body) {
      const value = incidents.incidentOf(body);
      const change = { id: value.id, version: value.version, value };
      world.incidents.set(incidents.apply(world.incidents.get(), [change]));
      return value;
    },
    retryNow: connection.retryNow,
    destroy: connection.destroy,
  });
}

function takeSnapshot(world, snapshot, now) {
  const features = (name) => snapshot[name]?.features ?? [];
  world.incidents.set(incidents.replace(world.incidents.get(), features('incidents').map(incidents.incidentOf)));
  world.riskPoints.set(riskPoints.replace(world.riskPoints.get(), features('riskpoints').map(riskPoints.riskPointOf)));
  world.tasks.set(tasks.replace(world.tasks.get(), features('tasks').map(tasks.taskOf)));
  world.positions.set(positions.apply(positions.NO_POSITIONS, snapshot.positions ?? [], now));
  world.hotspotsMade.set(features('hotspots')[0]?.properties.version ?? null);
  world.problem.set(null);
  world.ready.set(true);
}

function takeChanges(world, frames, now) {
  const of = (stream) => frames.filter((frame) => frame.stream === stream);
  const news = changes(of('incidents'), incidents.incidentOf);
  const before = world.incidents.get();
  world.incidents.set(incidents.apply(before, news));
  sayAlarms(world, before, news, now());
  world.riskPoints.set(riskPoints.apply(world.riskPoints.get(), changes(of('riskpoints'), riskPoints.riskPointOf)));
  world.tasks.set(tasks.apply(world.tasks.get(), changes(of('tasks'), tasks.taskOf)));
  const [made] = of('hotspots').slice(-1);
  if (made) world.hotspotsMade.set(made.version);
}

function changes(frames, read) {
  return frames.map(({ id, version, feature }) => ({ id: String(id), version, value: feature ? read(feature) : null }));
}

function sayAlarms(world, before, news, now) {
  for (const { id, value } of news) {
    const alarm = value && alarmOf(before.byId.get(id), value, now);
    if (alarm) {
      world.alarm.set(alarm);
    }
  }
}
