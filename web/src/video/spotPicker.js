import { disposer } from '../dom/disposer.js';
import { el } from '../dom/el.js';
import { placeIn } from '../dom/placeIn.js';

const STEP = 8;

/**
 * Follows the mouse over a picture and takes a click; while picking, the keyboard can do the same: arrows move a cross
 * (with Shift by one pixel), Enter takes the spot, Escape gives up.
 *
 * @param {{host: HTMLElement, label: string, spotAt: (at: {x: number, y: number}) => object | null,
 *   on: {move: (spot: object | null) => void, enter: () => void, leave: () => void, pick: (spot: object | null) => void,
 *   giveUp: () => void}}} context `spotAt` of a place in the host, CSS pixels
 */
export function createSpotPicker({ host, label, spotAt, on }) {
  const undo = disposer();
  const cross = el('div', { class: 'lens-cross', hidden: true });
  const element = el('div', { class: 'lens-picker', role: 'application', 'aria-label': label, tabindex: '-1' }, cross);
  const state = { at: { x: 0, y: 0 }, frame: 0, picking: false };
  const tell = () => {
    cancelAnimationFrame(state.frame);
    state.frame = requestAnimationFrame(() => on.move(spotAt(state.at)));
  };
  undo.listen(element, 'pointerenter', on.enter);
  undo.listen(element, 'pointermove', (event) => {
    state.at = placeIn(host, event);
    cross.hidden = true;
    tell();
  });
  undo.listen(element, 'pointerleave', () => {
    cancelAnimationFrame(state.frame);
    on.leave();
  });
  undo.listen(element, 'click', (event) => on.pick(spotAt(placeIn(host, event))));
  undo.listen(element, 'keydown', (event) => {
    if (!state.picking || !press(event, state, host, { on, spotAt })) return;
    event.preventDefault();
    event.stopPropagation();
    cross.hidden = false;
    cross.style.transform = `translate(${state.at.x}px, ${state.at.y}px)`;
    if (state.picking) tell();
  });
  undo.add(() => cancelAnimationFrame(state.frame), () => element.remove());
  return Object.freeze({
    element,
    setPicking(picking) {
      state.picking = picking;
      element.tabIndex = picking ? 0 : -1;
      element.classList.toggle('picking', picking);
      cross.hidden = true;
      if (!picking) return;
      state.at = { x: host.clientWidth / 2, y: host.clientHeight / 2 };
      element.focus({ preventScroll: true });
    },
    destroy: undo.destroy,
  });
}

/** Whether the key meant something here. */
function press({ key, shiftKey }, state, host, { on, spotAt }) {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (way) {
    const step = shiftKey ? 1 : STEP;
    const within = (value, most) => Math.max(0, Math.min(most, value));
    state.at = {
      x: within(state.at.x + way[0] * step, host.clientWidth),
      y: within(state.at.y + way[1] * step, host.clientHeight),
    };
  } else if (key === 'Enter') on.pick(spotAt(state.at));
  else if (key === 'Escape') on.giveUp();
  else return false;
  return true;
}
