import { store } from '../state/store.js';

/**
 * Where in the page the worker is, in the address after `#`: the device's back key works, and a page that was killed
 * opens again at the same place.
 *
 * @typedef {{name: 'home' | 'report' | 'task', id: string}} Route
 */
export function createRoute() {
  const route = store(read());
  const heard = () => route.set(read());
  window.addEventListener('hashchange', heard);
  return Object.freeze({
    get: route.get,
    on: route.on,
    go(name, id = '') {
      if (name === 'home') location.hash = '';
      else location.hash = `${name}/${id}`;
    },
    /** From what has ended: the back key does not lead there again. */
    leave() {
      history.replaceState(null, '', '#');
      heard();
    },
    /** The report that is open has an id from now on, and opens again by it. */
    named: (id) => history.replaceState(null, '', `#report/${id}`),
    destroy: () => window.removeEventListener('hashchange', heard),
  });
}

function read() {
  const [, name, id] = /^#(report|task)\/([\w-]*)$/.exec(location.hash) ?? [];
  return Object.freeze({ name: name ?? 'home', id: id ?? '' });
}
