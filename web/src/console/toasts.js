import { el } from '../dom/el.js';

const SHOWN_MS = 10_000;

/**
 * Short notes at the edge of the map. They are never the only record of anything: what they say also stands in the card
 * or its history. Hover or focus keeps a note.
 *
 * @param {{i18n: object, announcer: object}} context
 */
export function createToasts({ i18n, announcer }) {
  const element = el('div', { class: 'toasts' });
  const timers = new Set();
  const show = (content, spoken, shownMs = SHOWN_MS) => {
    const close = () => {
      clearTimeout(timer);
      timers.delete(timer);
      toast.remove();
    };
    const toast = el(
      'div',
      { class: 'toast floating' },
      content,
      el('button', { class: 'button plain', type: 'button', on: { click: close } }, i18n.t('close')),
    );
    let timer = setTimeout(leave, shownMs);
    timers.add(timer);
    function leave() {
      timers.delete(timer);
      if (toast.matches(':hover') || toast.contains(document.activeElement)) {
        timer = setTimeout(leave, 1_000);
        timers.add(timer);
      } else {
        toast.remove();
      }
    }
    element.replaceChildren(toast);
    announcer.polite(spoken);
    return close;
  };
  return Object.freeze({
    element,
    show,
    say: (sentence) => show(el('span', {}, sentence), sentence),
    destroy() {
      timers.forEach(clearTimeout);
      timers.clear();
      element.remove();
    },
  });
}
