import { isOpen } from './status.js';

const LEVELS = Object.freeze({ RED: 0, YELLOW: 1, BLUE: 2 });
const NO_LEVEL = 3;

/** @param {{level: string | null}} incident */
export function levelRank(incident) {
  return LEVELS[incident.level] ?? NO_LEVEL;
}

/**
 * The order of the queue: level, then the clock that runs out first, then age.
 *
 * @param {import("./incidents.js").Incident} a
 * @param {import("./incidents.js").Incident} b
 */
export function compare(a, b) {
  return levelRank(a) - levelRank(b) || byDue(a, b) || a.seq - b.seq || (a.id < b.id ? -1 : 1);
}

function byDue(a, b) {
  return a.due === b.due ? 0 : a.due - b.due;
}

/**
 * Keeps the sorted array of open incidents; after a small change only the touched ones are taken out and merged in.
 *
 * @param {readonly import("./incidents.js").Incident[]} order as it was
 * @param {{byId: import("./table.js").Table<any>, touched: string[] | null}} incidents
 * @returns {readonly import("./incidents.js").Incident[]}
 */
export function reorder(order, incidents) {
  if (incidents.touched === null) {
    return [...incidents.byId.values()].filter(isOpen).sort(compare);
  }
  const touched = new Set(incidents.touched);
  const moved = [...touched]
    .map((id) => incidents.byId.get(id))
    .filter((incident) => incident && isOpen(incident))
    .sort(compare);
  return merge(
    order.filter((incident) => !touched.has(incident.id)),
    moved,
  );
}

function merge(order, moved) {
  const merged = [];
  let from = 0;
  for (const incident of moved) {
    const to = position(order, incident, from);
    for (let i = from; i < to; i++) {
      merged.push(order[i]);
    }
    merged.push(incident);
    from = to;
  }
  for (let i = from; i < order.length; i++) {
    merged.push(order[i]);
  }
  return merged;
}

function position(order, incident, from) {
  let low = from;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle], incident) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * Rows while somebody's eyes or pointer rest on them: they keep their places and change in place; new ones wait.
 *
 * @param {readonly {id: string}[]} shown rows on the screen
 * @param {readonly {id: string}[]} latest rows as they would be now
 * @param {(id: string) => object | undefined} find the newest body of a row that left the list
 * @returns {{rows: object[], waiting: number}}
 */
export function hold(shown, latest, find) {
  const now = new Map(latest.map((row) => [row.id, row]));
  const rows = shown.map((row) => now.get(row.id) ?? find(row.id) ?? row);
  const known = new Set(shown.map((row) => row.id));
  return { rows, waiting: latest.filter((row) => !known.has(row.id)).length };
}
