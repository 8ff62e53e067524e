import { mayReview } from '../state/reviewers.js';
import { mayWatch } from '../state/watchers.js';
import { createChord } from '../dom/chord.js';
import { listenToKeys } from '../dom/keys.js';

/** What in the side panel has keys of its own. */
const KEYED = Object.freeze(['incident', 'seeing']);

/**
 * The keys of the console: first the card, then the page.
 *
 * @param {object} page the parts of consolePage.js
 * @returns {() => void} undo
 */
export function consoleKeys(page) {
  const single = pageKeys(page);
  const go = createChord('g', destinations(page.session));
  return listenToKeys({
    target: page.outside.document,
    singleKeys: page.preferences.singleKeys,
    handlers: [
      (key) => go(key),
      (key) => page.sightMode.key(key),
      (key) => key === 'Escape' && back(page),
      (key) => KEYED.includes(page.side.mode()) && page.side.part().key(key),
      (key) => {
        if (!single[key]) {
          return false;
        }
        single[key]();
        return true;
      },
    ],
  });
}

function destinations(session) {
  const open = (path) => () => location.assign(path);
  return {
    ...(mayReview(session) && { h: open('/hotspots') }),
    ...(mayWatch(session) && { c: open('/cameras') }),
  };
}

function pageKeys(page) {
  const { top, list, sideShow, alarms, undoToast, map, root, sightMode } = page;
  const rowOrSelected = () => selected(page) ?? list.list.active();
  return {
    '/': top.focusSearch,
    '?': sideShow.help,
    ':': page.command.open,
    '：': page.command.open,
    i: sideShow.report,
    q: alarms.acknowledge,
    z: undoToast.undo,
    y: () => page.unanswered?.takeNext(),
    j: () => list.list.move(1),
    k: () => list.list.move(-1),
    n: list.showNew,
    f: () => sideShow.find(rowOrSelected()),
    c: () => page.side.mode() === 'incident' && page.side.part().showCameras(),
    0: map.fitTown,
    l: map.openLayers,
    o: sightMode.toggle,
    P: () => page.deskShow.plan?.(),
    '[': () => root.classList.toggle('fold-list'),
    ']': () => root.classList.toggle('fold-side'),
    F6: () => nextRegion(root),
    Enter: () => list.list.active() && page.select('incident', list.list.active().id),
  };
}

function selected({ view, world }) {
  const selection = view.selection.get();
  return selection?.kind === 'incident' ? (world.incidents.get().byId.get(selection.id) ?? null) : null;
}

function back(page) {
  if (page.side.mode() === null) {
    return false;
  }
  if (!(page.side.mode() === 'incident' && page.side.part().escape())) {
    page.sideShow.close();
  }
  return true;
}

const FOCUSABLE = "[role=listbox], [tabindex='-1'], input, button, a[href], summary, .leaflet-container";

/** F6 walks top bar, list, map and card, whatever of them is on the screen. */
function nextRegion(root) {
  const regions = [...root.querySelectorAll('[data-region]')].filter((region) => region.checkVisibility());
  const at = regions.findIndex((region) => region.contains(root.ownerDocument.activeElement));
  const next = regions[(at + 1) % regions.length];
  const target = next.dataset.region === 'list' ? next.querySelector('[role=listbox]') : next.querySelector(FOCUSABLE);
  target?.focus();
}
