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
  const { i18n } = context;
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
        show(items);
      }
    } catch (problem) {
      if (state.cancel === cancel) {
        clearTimeout(state.timer);
        fail(problem, read);
      }
    }
  };
  const show = (items) => {
    element.hidden = items.length === 0 && context.empty === null;
    fill(body, ...(items.length > 0 ? context.draw(items) : [el('p', { class: 'quiet' }, context.empty)]));
  };
  const fail = (problem, read) => {
    element.hidden = problem.status === 403 || problem.status === 404;
    fill(
      body,
      el('p', {}, problemSentence(i18n, problem, context.title)),
      el('button', { class: 'button', type: 'button', on: { click: () => load(read) } }, i18n.t('retry')),
    );
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
