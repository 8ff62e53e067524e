import { el, fill } from '../dom/el.js';
import { keyOf, walkOrder } from './walkOrder.js';

/**
 * The map by keyboard: Tab walks the things in sight in the order of the list and goes on to the tools behind the last
 * one, Enter does what a click does, Escape ends the walk so that the next Tab leaves. The list stays the equal way.
 *
 * @param {HTMLElement} ground what holds the focus; the thing walked to is drawn with a ring and told in words
 * @param {{i18n: import('../i18n/i18n.js').I18n, hits: () => readonly import('./hits.js').Hit[],
 *   incidents: () => readonly {id: string}[], words: (hit: import('./hits.js').Hit) => string,
 *   onReach: (hit: import('./hits.js').Hit|null) => void, onChoose: (hit: import('./hits.js').Hit) => void}} outside
 * @returns {() => void} stops listening
 */
export function walkByKeys(ground, outside) {
  const spoken = el('p', { class: 'visually-hidden', role: 'status' });
  const state = { at: null, over: false };
  const reach = (hit, text) => {
    state.at = hit && keyOf(hit);
    outside.onReach(hit);
    fill(spoken, text);
  };
  const key = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !answer(event, state, reach, outside)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = () => {
    state.over = false;
    if (state.at) reach(null, '');
  };
  ground.after(spoken);
  ground.addEventListener('keydown', key);
  ground.addEventListener('blur', leave);
  return () => {
    ground.removeEventListener('keydown', key);
    ground.removeEventListener('blur', leave);
    spoken.remove();
  };
}

/** @returns {boolean} the key was ours */
function answer({ key, shiftKey }, state, reach, outside) {
  if (key === 'Tab') return !state.over && step(shiftKey ? -1 : 1, state, reach, outside);
  if (state.at === null || (key !== 'Enter' && key !== 'Escape')) return false;
  const hit = outside.hits().find((one) => keyOf(one) === state.at);
  reach(null, '');
  state.over = key === 'Escape';
  if (key === 'Enter' && hit) outside.onChoose(hit);
  return true;
}

function step(by, state, reach, { i18n, hits, incidents, words }) {
  const order = walkOrder(hits(), incidents());
  const before = order.findIndex((hit) => keyOf(hit) === state.at);
  const next = before < 0 && by < 0 ? -1 : before + by;
  if (!order[next]) return false;
  const place = { label: words(order[next]), at: next + 1, of: order.length };
  reach(order[next], i18n.t('map.walk', place));
  return true;
}
