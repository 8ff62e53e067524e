import { lngLatOf } from '../state/lngLatText.js';

const CLOSE_ZOOM = 16;

/**
 * Keeps list, map and side panel on the same thing.
 *
 * @param {object} page the parts of consolePage.js
 */
export function createChosen(page) {
  return Object.freeze({
    show: (focus) => show(page, focus),
    note: () => note(page),
    open: (id) => open(page, id),
    fromMap: (kind, id, list) => fromMap(page, kind, id, list),
    picked: (point) => picked(page, point),
    searched: (text) => searched(page, text),
  });
}

function show(page, focus) {
  const selection = page.view.selection.get();
  // after closing, the keyboard goes on from the row that was open
  if (selection) {
    page.list.mark(selection.kind === 'incident' ? selection.id : null);
  }
  page.map.select(selection?.kind ?? 'incident', selection?.id ?? null);
  page.sideShow.selection(selection, focus);
  note(page);
  if (focus) {
    requestAnimationFrame(() => requestAnimationFrame(() => reveal(page, selection)));
  }
}

/** The panel takes room from the map: what was chosen must not slip out of sight behind it. */
function reveal({ map, world }, selection) {
  const incident = selection?.kind === 'incident' && world.incidents.get().byId.get(selection.id);
  if (incident && incident.lng !== null) {
    map.reveal(incident.lng, incident.lat);
  }
}

/** A chosen incident stays chosen when the filter no longer shows it; the page says so. */
function note({ note: line, view, queue, i18n }) {
  const selection = view.selection.get();
  const outside = selection?.kind === 'incident' && !queue.view.get().rows.some((row) => row.id === selection.id);
  line.hidden = !outside;
  line.textContent = outside ? i18n.t('queue.selectedOutside') : '';
}

function open(page, id) {
  if (page.view.selection.get()?.id === id) {
    show(page, true);
  } else {
    page.select('incident', id);
  }
}

/** A click on the map answers whoever waits for a place; while a report is written it is its place, and on a narrow
 * screen the form comes back. */
function picked(page, point) {
  const { side, tabs } = page;
  if (page.picked) {
    page.picked(point);
    page.picked = null;
    page.map.setPicking(false);
  } else if (page.sightMode.isOn()) page.sightMode.ask(point);
  else if (side.mode() === 'report') {
    side.part().setPoint(point);
    tabs.show('card');
  }
}

/** One thing opens its card, several on one spot open their list. */
function fromMap(page, kind, id, list) {
  if (list && list.length > 1) {
    page.sideShow.spot(list);
  } else if (id !== null) {
    page.select(kind, id);
  }
}

/** Enter in the search: coordinates move the map, anything else opens the first row. */
function searched(page, text) {
  const point = lngLatOf(text);
  const first = page.queue.view.get().rows[0];
  if (point) {
    page.map.flyTo(point.lng, point.lat, CLOSE_ZOOM);
  } else if (first) {
    open(page, first.id);
  }
}
