import { el } from './el.js';

const PAUSE_MS = 1_000;

/**
 * Live regions for those who listen: at most one sentence a second and region, the last one of several wins.
 *
 * @param {HTMLElement} host
 * @returns {{polite: (sentence: string) => void, assertive: (sentence: string) => void, destroy: () => void}}
 */
export function createAnnouncer(host) {
  const polite = region('polite');
  const assertive = region('assertive');
  host.append(polite.element, assertive.element);
  return Object.freeze({
    polite: polite.say,
    assertive: assertive.say,
    destroy() {
      polite.destroy();
      assertive.destroy();
    },
  });
}

function region(politeness) {
  const element = el('div', { class: 'visually-hidden', 'aria-live': politeness, 'aria-atomic': 'true' });
  let waiting = null;
  let timer = 0;
  const speak = () => {
    timer = 0;
    if (waiting !== null) {
      element.textContent = waiting;
      waiting = null;
      timer = setTimeout(speak, PAUSE_MS);
    }
  };
  return {
    element,
    say(sentence) {
      waiting = sentence;
      if (timer === 0) {
        speak();
      }
    },
    destroy() {
      clearTimeout(timer);
      element.remove();
    },
  };
}
