import { el, fill, keyCap } from '../dom/el.js';
import { secondsToUndo, undoable, undoState, UNDO_SECONDS } from '../state/undo.js';
import { shortNumber } from '../state/incidents.js';
import { problemSentence } from './words.js';

/**
 * Offers to take the last move back while the server still does it. The count is the server's: hover or focus keeps the
 * note, and the note then says that it cannot keep the time; when it is over it says so.
 *
 * @param {{i18n: object, names: object, toasts: object, now: () => number, incidents: object,
 *   act: (id: string, move: object) => Promise<object>, merge: (body: object) => object}} context
 */
export function createUndoToast(context) {
  const { i18n, now } = context;
  const state = { last: null, close: null, timer: 0 };
  const button = el('button', { class: 'button', type: 'button', on: { click: () => undo(context, state) } });
  const limit = el('span', { class: 'caption', hidden: true }, i18n.t('undo.limit', { n: UNDO_SECONDS }));
  const draw = () => {
    limit.hidden = !button.closest('.toast')?.matches(':hover, :focus-within');
    const possible = state.last
      ? undoState(state.last, context.incidents.get().byId.get(state.last.incidentId), now())
      : 'late';
    if (possible === 'possible') {
      fill(button, i18n.t('undo.in', { n: secondsToUndo(state.last, now()) }), keyCap('z'));
      return;
    }
    clearInterval(state.timer);
    button.disabled = true;
    fill(button, i18n.t(`undo.${possible}`));
  };
  return Object.freeze({
    offer(incident, action) {
      clearInterval(state.timer);
      state.last = undoable(incident, action, now());
      button.disabled = false;
      const words = i18n.t('undo.done', {
        number: shortNumber(incident),
        status: context.names.status(incident.status),
      });
      state.close = context.toasts.show(el('span', { class: 'toast-text' }, el('span', {}, words), button, limit), words);
      state.timer = setInterval(draw, 250);
      draw();
    },
    undo: () => undo(context, state),
    destroy: () => clearInterval(state.timer),
  });
}

async function undo(context, state) {
  const { i18n, toasts } = context;
  const { last } = state;
  if (
    last === null ||
    undoState(last, context.incidents.get().byId.get(last.incidentId), context.now()) !== 'possible'
  ) {
    toasts.say(i18n.t('undo.nothing'));
    return;
  }
  state.last = null;
  clearInterval(state.timer);
  try {
    const body = await context.act(last.incidentId, { action: 'undo', version: last.version });
    context.merge(body);
    toasts.say(i18n.t('undo.undone', { number: shortNumber(last), status: context.names.status(body.status) }));
  } catch (problem) {
    toasts.say(problemSentence(i18n, problem, i18n.t('undo.verb')));
  }
}
