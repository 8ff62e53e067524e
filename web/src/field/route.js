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
    destroy: () => window.removeEventListener('hashchange', heard),
  });
}

function read() {
  const [, name, id] = /^#(report|task)\/([\w-]*)$/.exec(location.hash) ?? [];
  return Object.freeze({ name: name ?? 'home', id: id ?? '' });
}
