import { disposer } from '../dom/disposer.js';
import { el, fill, keyCap } from '../dom/el.js';
import { hotspotRows } from '../map/legend.js';
import { monthAfter, played } from '../state/months.js';

const STEP_MILLIS = 1_200;
const TYPING = 'input, textarea, select, button, summary, a, [role=application]';

/**
 * The slider under the maps: one step is a month, after the last one comes the whole period. Playing stops there by
 * itself; who wants less motion gets single steps instead.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, review: object, months: () => readonly string[], busy: () => boolean,
 *   onMonth: (month: string|null) => void}} context busy: the month shown is still being read, so the next one waits
 */
export function createMonthSlider(context) {
  const { i18n } = context;
  const undo = disposer();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const play = el('button', { class: 'button review-play', type: 'button' });
  const range = el('input', { type: 'range', class: 'review-range', min: '0', step: '1' });
  range.setAttribute('aria-label', i18n.t('review.months'));
  const words = el('output', { class: 'review-month' });
  const slider = { ...context, still, play, range, words, playing: false };
  const toggle = () => (still ? step(slider) : setPlaying(slider, !slider.playing));
  undo.listen(play, 'click', toggle);
  undo.listen(range, 'input', () => {
    const month = context.months()[Number(range.value)] ?? null;
    setPlaying(slider, false);
    context.onMonth(month);
  });
  undo.listen(range, 'keydown', (event) => jump(slider, event));
  undo.listen(document, 'keydown', (event) => {
    const free = event.target === range || !event.target.matches?.(TYPING);
    if (event.key !== ' ' || !free || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    toggle();
  });
  undo.every(STEP_MILLIS, () => slider.playing && !context.busy() && step(slider));
  undo.add(context.review.on(() => show(slider)));
  show(slider);
  const legend = el('ul', { class: 'review-legend', 'aria-label': i18n.t('map.legend') }, ...hotspotRows(i18n));
  return Object.freeze({
    element: el('div', { class: 'review-time' }, play, range, words, legend),
    stop: () => setPlaying(slider, false),
    destroy: undo.destroy,
  });
}

function step(slider) {
  const next = played(slider.months(), slider.review.get().month);
  if (!next.playing) setPlaying(slider, false);
  slider.onMonth(next.month);
}

function setPlaying(slider, playing) {
  slider.playing = playing;
  show(slider);
}

/** With Shift the arrows take a year at a time. */
function jump({ months, review, onMonth }, event) {
  const steps = { ArrowLeft: -12, ArrowRight: 12 }[event.key];
  if (!steps || !event.shiftKey) return;
  event.preventDefault();
  const all = months();
  const month = monthAfter(review.get().month ?? all.at(-1), steps);
  onMonth(all.includes(month) ? month : steps < 0 ? all[0] : null);
}

function show({ i18n, still, play, range, words, playing, months, review }) {
  const all = months();
  const { month } = review.get();
  const at = all.indexOf(month);
  range.max = String(all.length);
  range.value = String(at < 0 ? all.length : at);
  const said = at < 0 ? i18n.t('review.month.all') : i18n.t('review.month.one', { month });
  range.setAttribute('aria-valuetext', said);
  words.textContent = said;
  const key = still ? 'review.nextMonth' : playing ? 'review.pause' : 'review.play';
  fill(play, i18n.t(key), keyCap(i18n.t('review.space')));
}
