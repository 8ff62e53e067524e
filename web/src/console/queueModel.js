import { boundOf, askedGroups, matcher } from '../state/filter.js';
import { incidentOf } from '../state/incidents.js';
import { levelRank, reorder } from '../state/queue.js';
import { groupOf, isOpen, statusesOf } from '../state/status.js';
import { isOverdue } from '../state/clocks.js';
import { store } from '../state/store.js';

const PAGE = 200;

/**
 * The rows of list and map: open incidents from the live state, ended ones asked from the server page by page.
 *
 * @typedef {{rows: object[], open: number, isNew: number, red: number, overdue: number, ended: {wanted: boolean,
 *   loading: boolean, more: boolean, problem: object | null}}} Queue
 *
 * @param {{incidents: object, filter: object, now: () => number, workerId: string | null,
 *   list: (query: object, options?: object) => Promise<{items: object[], next: string | null}>}} context
 */
export function createQueueModel(context) {
  const state = { order: [], pages: [], next: null, loading: false, problem: null, cancel: null };
  const view = store(counted(state, context));
  const publish = () => view.set(counted(state, context));
  const onIncidents = (incidents) => {
    state.order = reorder(state.order, incidents);
    publish();
  };
  const onFilter = () => {
    restartPages(state);
    if (askedGroups(context.filter.get()).length > 0) {
      loadPage(state, context, publish);
    }
    publish();
  };
  onIncidents({ ...context.incidents.get(), touched: null });
  const undo = [context.incidents.on(onIncidents), context.filter.on(onFilter), () => state.cancel?.abort()];
  onFilter();
  return Object.freeze({
    view,
    /** Reads the next page of ended incidents, if there is one. */
    more: () => state.next !== null && !state.loading && loadPage(state, context, publish),
    retry: () => loadPage(state, context, publish),
    /** Clocks went on: what is overdue now may not have been a moment ago. */
    tick: publish,
    destroy: () => undo.forEach((step) => step()),
  });
}

function counted(state, context) {
  const filter = context.filter.get();
  const now = context.now();
  const found = new Map(state.pages.map((incident) => [incident.id, incident]));
  const match = matcher(filter, { now, workerId: context.workerId, found });
  const rows = state.order.filter(match);
  const ended = askedGroups(filter).length > 0;
  return Object.freeze({
    rows: ended ? [...rows, ...endedRows(found, context, match)] : rows,
    open: state.order.length,
    isNew: state.order.filter((incident) => groupOf(incident.status) === 'NEW').length,
    red: state.order.filter((incident) => levelRank(incident) === 0).length,
    overdue: state.order.filter((incident) => isOverdue(incident, now)).length,
    ended: { wanted: ended, loading: state.loading, more: state.next !== null, problem: state.problem },
  });
}

/** Live knowledge beats the page that was read earlier; newest first. */
function endedRows(found, context, match) {
  const live = context.incidents.get();
  const all = new Map(found);
  for (const id of live.ended ?? []) {
    all.set(id, live.byId.get(id));
  }
  return [...all.values()]
    .map((incident) => live.byId.get(incident.id) ?? incident)
    .filter((incident) => !isOpen(incident) && match(incident))
    .sort((a, b) => b.occurred - a.occurred || b.seq - a.seq);
}

function restartPages(state) {
  state.cancel?.abort();
  Object.assign(state, { pages: [], next: null, loading: false, problem: null, cancel: null });
}

async function loadPage(state, context, publish) {
  const cancel = new AbortController();
  Object.assign(state, { loading: true, problem: null, cancel });
  publish();
  try {
    const query = queryOf(context.filter.get(), context.now(), state.next);
    const page = await context.list(query, { signal: cancel.signal });
    if (state.cancel === cancel) {
      state.pages = [...state.pages, ...page.items.map(incidentOf)];
      Object.assign(state, { next: page.next, loading: false });
      publish();
    }
  } catch (problem) {
    if (state.cancel === cancel) {
      Object.assign(state, { loading: false, problem });
      publish();
    }
  }
}

function queryOf(filter, now, cursor) {
  const iso = (bound) => {
    const time = boundOf(bound, now);
    return time === null ? null : new Date(time).toISOString();
  };
  return {
    status: askedGroups(filter).flatMap(statusesOf).join(','),
    kind: filter.kinds.join(','),
    level: filter.levels.join(','),
    category: filter.category,
    grid: filter.grid,
    from: iso(filter.from),
    to: iso(filter.to),
    q: filter.text.trim(),
    limit: PAGE,
    cursor,
  };
}
