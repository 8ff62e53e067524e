import { disposer } from '../dom/disposer.js';
import { sameSelection } from '../state/selection.js';
import { store } from '../state/store.js';
import { LAYERS, readView, writeView } from '../state/viewUrl.js';

const PAUSE_MS = 300;
const USUAL_LAYERS = Object.freeze(['incidents', 'riskPoints', 'workers', 'grids']);

/**
 * The view and its address: filter, layers, selection and the place of the map. Moving replaces the address, choosing
 * something makes a step that "back" undoes.
 *
 * @param {Window} page
 */
export function createViewState(page) {
  const undo = disposer();
  const first = readView(page.location.search);
  const view = {
    filter: store(first.filter),
    layers: store(namesOf(first.layers)),
    selection: store(first.selection),
    camera: store({ center: first.center, zoom: first.zoom }),
  };
  let timer = 0;
  const address = () => page.location.pathname + writeView(current(view));
  const replace = () => {
    clearTimeout(timer);
    timer = setTimeout(() => page.history.replaceState(null, '', address()), PAUSE_MS);
  };
  let going = false;
  undo.add(view.filter.on(replace), view.layers.on(replace), view.camera.on(replace), () => clearTimeout(timer));
  undo.add(
    view.selection.on((now, before) => {
      if (!going && !sameSelection(now, before)) {
        clearTimeout(timer);
        page.history.pushState(null, '', address());
      }
    }),
  );
  undo.listen(page, 'popstate', () => {
    const back = readView(page.location.search);
    going = true;
    view.filter.set(back.filter);
    view.selection.set(back.selection);
    going = false;
    clearTimeout(timer);
  });
  return Object.freeze({ ...view, destroy: undo.destroy });
}

function current(view) {
  const { center, zoom } = view.camera.get();
  return {
    filter: view.filter.get(),
    center,
    zoom,
    layers: lettersOf(view.layers.get()),
    selection: view.selection.get(),
  };
}

function namesOf(letters) {
  return letters === null ? USUAL_LAYERS : letters.map((letter) => LAYERS[letter]);
}

function lettersOf(names) {
  const letters = Object.keys(LAYERS).filter((letter) => names.includes(LAYERS[letter]));
  const usual = letters.length === USUAL_LAYERS.length && USUAL_LAYERS.every((name) => names.includes(name));
  return usual ? null : letters;
}
