/** Spans of design.md section 5, in milliseconds. */
const RED_EVERY = 5_000;
const NEW_AGAIN = Object.freeze([30_000, 60_000]);
const FLOOD_SPAN = 600_000;
const FLOOD_COUNT = 10;

/**
 * @typedef {{priority: 1 | 2 | 3, cause: "new" | "level" | "escalated" | "returned", incident: object, at: number}} Alarm
 * @typedef {{current: Alarm | null, sounds: number, since: number, recent: readonly {at: number, priority: number}[]}} Alarms
 */

/** @type {Alarms} */
export const NO_ALARMS = Object.freeze({ current: null, sounds: 0, since: 0, recent: Object.freeze([]) });

/**
 * What in a change deserves to be said: a new matter, a level that rose, an escalation.
 *
 * @param {object | undefined} before
 * @param {object} after
 * @param {number} now
 * @returns {Alarm | null}
 */
export function alarmOf(before, after, now) {
  const cause = causeOf(before, after);
  if (cause === null) {
    return null;
  }
  const priority = priorityOf(cause, after);
  return Object.freeze({ priority, cause, incident: after, at: now });
}

function causeOf(before, after) {
  if (!before) {
    return after.status === 'REPORTED' ? 'new' : null;
  }
  if ((after.escalation ?? 0) > (before.escalation ?? 0)) {
    return 'escalated';
  }
  return after.level && rank(after.level) < rank(before.level) ? 'level' : null;
}

function rank(level) {
  return { RED: 1, YELLOW: 2, BLUE: 3 }[level] ?? 4;
}

function priorityOf(cause, incident) {
  if (incident.level === 'RED' || (incident.escalation ?? 0) >= 2) {
    return 1;
  }
  return cause === 'new' || incident.level === 'YELLOW' ? 2 : 3;
}

/**
 * The highest wins and is never interrupted by a lower one.
 *
 * @param {Alarms} alarms
 * @param {Alarm} alarm
 * @returns {Alarms}
 */
export function raise(alarms, alarm) {
  const recent = [...alarms.recent.filter((past) => alarm.at - past.at < FLOOD_SPAN), short(alarm)];
  const louder = alarms.current === null || alarm.priority <= alarms.current.priority;
  return louder
    ? Object.freeze({ current: alarm, sounds: 0, since: alarm.at, recent })
    : Object.freeze({ ...alarms, recent });
}

function short(alarm) {
  return Object.freeze({ at: alarm.at, priority: alarm.priority });
}

/** @param {Alarms} alarms @returns {Alarms} acknowledged: silent until the next one */
export function quiet(alarms) {
  return Object.freeze({ ...alarms, current: null, sounds: 0 });
}

/**
 * A new matter that somebody has taken up needs no strip any more.
 *
 * @param {Alarms} alarms
 * @param {{status: string} | undefined} incident what the strip is about, as it is now
 * @returns {Alarms}
 */
export function settled(alarms, incident) {
  return alarms.current?.cause === 'new' && incident && incident.status !== 'REPORTED' ? quiet(alarms) : alarms;
}

/**
 * The sound that is due, if any; `next` remembers that it was played.
 *
 * @param {Alarms} alarms
 * @param {number} now
 * @returns {{play: 0 | 1 | 2 | 3, next: Alarms}}
 */
export function soundDue(alarms, now) {
  const { current, sounds, since } = alarms;
  if (current === null || now < since + delay(current.priority, sounds)) {
    return { play: 0, next: alarms };
  }
  return { play: current.priority, next: Object.freeze({ ...alarms, sounds: sounds + 1 }) };
}

function delay(priority, sounds) {
  if (sounds === 0) {
    return 0;
  }
  if (priority === 1) {
    return sounds * RED_EVERY;
  }
  return priority === 2 ? (NEW_AGAIN[sounds - 1] ?? Infinity) : Infinity;
}

/**
 * More than ten in ten minutes are one card.
 *
 * @param {Alarms} alarms
 * @param {number} now
 * @returns {{count: number, highest: number} | null}
 */
export function flood(alarms, now) {
  const recent = alarms.recent.filter((past) => now - past.at < FLOOD_SPAN);
  if (recent.length <= FLOOD_COUNT) {
    return null;
  }
  return { count: recent.length, highest: Math.min(...recent.map((past) => past.priority)) };
}
