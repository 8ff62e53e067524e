import { el, fill } from '../dom/el.js';
import { clockWords } from '../i18n/words.js';
import { shares } from '../state/recordings.js';

/** A hand on the bar moves it many times; the device is told when it rests, ms. */
const REST_MS = 300;

/**
 * The span of a recording as a bar: what the device has of it, where it stands, and a handle to wind it.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, span: import('../state/recordings.js').Span,
 *   onSeek: (at: number) => void}} context
 */
export function createWindingBar({ i18n, span, onSeek }) {
  const there = el('div', { class: 'winding-there', 'aria-hidden': 'true' });
  const range = rangeOf(i18n, span);
  const words = el('output', { class: 'winding-at' }, clockWords(span.from));
  const bar = { timer: 0 };
  const momentOf = () => span.from + Number(range.value) * 1000;
  const say = (at) => {
    words.textContent = clockWords(at);
    range.setAttribute('aria-valuetext', clockWords(at));
  };
  range.addEventListener('input', () => {
    say(momentOf());
    clearTimeout(bar.timer);
    bar.timer = setTimeout(() => {
      bar.timer = 0;
      onSeek(momentOf());
    }, REST_MS);
  });
  say(span.from);
  const ends = [span.from, span.to].map((at) => el('span', { class: 'caption' }, clockWords(at)));
  return Object.freeze({
    element: el(
      'div',
      { class: 'winding' },
      el('div', { class: 'winding-track' }, there, range),
      el('div', { class: 'winding-ends' }, ends[0], words, ends[1]),
    ),
    /** @param {number} at where it stands; not while somebody has a hand on it */
    show(at) {
      if (bar.timer) return;
      range.value = String(Math.round((at - span.from) / 1000));
      say(at);
    },
    /** @param {readonly import('../state/recordings.js').Span[]} kept what the device has */
    showKept(kept) {
      const parts = shares(span, kept).map(({ left, width }) => {
        const part = el('span');
        part.style.left = `${left * 100}%`;
        part.style.width = `${width * 100}%`;
        return part;
      });
      fill(there, ...parts);
    },
    destroy: () => clearTimeout(bar.timer),
  });
}

/** In whole seconds from the begin. */
function rangeOf(i18n, { from, to }) {
  const range = el('input', {
    class: 'winding-range',
    type: 'range',
    min: '0',
    max: String(Math.max(1, Math.floor((to - from) / 1000))),
    step: '1',
    'aria-label': i18n.t('recording.bar'),
  });
  range.value = '0';
  return range;
}
