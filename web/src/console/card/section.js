import { el, fill } from '../../dom/el.js';
import { problemSentence } from '../words.js';

const QUIET_MS = 300;

/**
 * A part of the card that is read from the server: title, then bars, then its rows, an empty sentence or the error with
 * a retry. An answer that comes after another incident was opened is dropped.
 *
 * @param {{i18n: object, title: string, empty: string | null, draw: (items: object[]) => (Node | false)[]}} context
 */
export function createSection(context) {
  const body = el('div', { class: 'section-body' });
  const element = el('section', { class: 'card-section', hidden: true }, el('h3', {}, context.title), body);
  const state = { cancel: null, timer: 0 };
  const stop = () => {
    clearTimeout(state.timer);
    state.cancel?.abort();
    state.cancel = null;
  };
  const load = async (read) => {
    stop();
    const cancel = new AbortController();
    state.cancel = cancel;
    state.timer = setTimeout(() => {
      element.hidden = false;
      fill(body, el('div', { class: 'bar', 'aria-hidden': 'true' }));
    }, QUIET_MS);
    try {
      const items = await read({ signal: cancel.signal });
      if (state.cancel === cancel) {
        clearTimeout(state.timer);
        show(context, { element, body }, items);
      }
    } catch (problem) {
      if (state.cancel === cancel) {
        clearTimeout(state.timer);
        fail(context, { element, body }, { problem, retry: () => load(read) });
      }
    }
  };
  return Object.freeze({
    element,
    load,
    clear() {
      stop();
      element.hidden = true;
      body.replaceChildren();
    },
    destroy: stop,
  });
}

function show({ empty, draw }, { element, body }, items) {
  element.hidden = items.length === 0 && empty === null;
  fill(body, ...(items.length > 0 ? draw(items) : [el('p', { class: 'quiet' }, empty)]));
}

/** What this person may not see is not there; anything else is told, with a way to try again. */
function fail({ i18n, title }, { element, body }, { problem, retry }) {
  element.hidden = problem.status === 403 || problem.status === 404;
  fill(
    body,
    el('p', {}, problemSentence(i18n, problem, title)),
    el('button', { class: 'button', type: 'button', on: { click: retry } }, i18n.t('retry')),
  );
}
