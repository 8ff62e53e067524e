import { el, fill } from '../dom/el.js';

/**
 * The panel on the right: nothing, an incident, a new report or the sheet of keys; one at a time. What is put aside is
 * destroyed, so nothing ticks behind the scene; typed text is in the drafts.
 *
 * @param {{i18n: object, onMode: (mode: string | null) => void}} context
 */
export function createSidePane({ i18n, onMode }) {
  const element = el('aside', {
    class: 'sidepane panel',
    data: { region: 'card' },
    'aria-label': i18n.t('card.label'),
    hidden: true,
  });
  const state = { mode: null, part: null, from: null };
  const put = (mode, part) => {
    state.part?.destroy?.();
    Object.assign(state, { mode, part });
    element.hidden = part === null;
    fill(element, part?.element);
    element.scrollTop = 0;
    onMode(mode);
  };
  return Object.freeze({
    element,
    mode: () => state.mode,
    part: () => state.part,
    /** @param {string} mode @param {object} part @param {boolean} focus */
    show(mode, part, focus = true) {
      if (state.mode === null) {
        state.from = document.activeElement;
      }
      put(mode, part);
      if (focus) {
        part.focus();
      }
    },
    /** @param {() => void} [refocus] where the focus goes back to */
    close(refocus) {
      const had = element.contains(document.activeElement) || document.activeElement === document.body;
      put(null, null);
      if (had) {
        (refocus ?? (() => state.from?.isConnected && state.from.focus()))();
      }
    },
    destroy: () => state.part?.destroy?.(),
  });
}
