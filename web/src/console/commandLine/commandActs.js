import { changed } from '../../state/filter.js';
import { pointInside } from '../../state/gridPoint.js';
import { createCommandLine } from './commandLine.js';

const CLOSE_ZOOM = 16;

/**
 * Puts the command line on the console: what it knows, and how it acts.
 *
 * @param {object} page the parts of consolePage.js
 */
export function commandLineOf(page) {
  const { i18n, names, now, drafts, announcer, town } = page;
  let places = { of: null, list: [] };
  const placesNow = () => {
    const grids = town.grids.get();
    if (places.of !== grids) {
      places = { of: grids, list: placesOf(grids) };
    }
    return places.list;
  };
  return createCommandLine({
    i18n,
    names,
    now,
    drafts,
    announcer,
    known: () => ({ ...known(page), places: placesNow() }),
    carryOut: async (act) => ACTS[act.kind](page, act),
  });
}

function known({ town, session, world, view, queue, now }) {
  const byId = world.incidents.get().byId;
  const rows = queue.view.get().rows.filter((row) => byId.get(row.id));
  const shown = new Set(rows.map((row) => row.id));
  const selection = view.selection.get();
  return {
    moves: town.codes.moves ?? [],
    session,
    incidents: [...rows, ...[...byId.values()].filter((incident) => !shown.has(incident.id))],
    selected: selection?.kind === 'incident' ? (byId.get(selection.id) ?? null) : null,
    workers: town.workers.get(),
    units: town.codes.units ?? [],
    now: now(),
  };
}

/** Villages stand for their first grid. */
function placesOf(grids) {
  const named = new Map();
  for (const grid of grids) {
    const { villageName, name, gridName } = grid.properties;
    for (const word of [villageName, gridName ?? name]) {
      if (word && !named.has(word)) {
        named.set(word, { name: word, grid });
      }
    }
  }
  return [...named.values()];
}

const ACTS = Object.freeze({
  async undo({ undoToast }) {
    await undoToast.undo();
    return true;
  },
  find({ view }, { text }) {
    view.filter.set(changed(view.filter.get(), { text }));
    return true;
  },
  go({ map, tabs }, { point, place }) {
    const [lng, lat] = point ? [point.lng, point.lat] : (pointInside(place.grid.geometry) ?? []);
    tabs.show('map');
    map.flyTo(lng, lat, CLOSE_ZOOM);
    return true;
  },
  cam(page, { incident }) {
    page.chosen.open(incident.id);
    page.side.part().showCameras();
    return true;
  },
  form(page, { incident, action, values }) {
    page.chosen.open(incident.id);
    return page.side.part().begin(action, values);
  },
  move(page, { incident, action, values }) {
    page.chosen.open(incident.id);
    return page.side.part().carryOut(action, Object.keys(values).length > 0 ? values : undefined);
  },
});
