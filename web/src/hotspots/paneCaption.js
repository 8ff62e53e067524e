import { el, fill } from '../dom/el.js';
import { aliveIn, countsOf } from '../state/hotspots.js';
import { CURRENT } from '../state/studies.js';

/**
 * The lines above one map: which period, how many hotspots, and what is going on: a study under way that can be called
 * off, a refusal, a cut. Never over the map.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, side: 'a'|'b', onCancel: () => void, onRetry: () => void}} context
 */
export function createPaneCaption(context) {
  const { i18n, side } = context;
  const title = el('h2', { class: 'review-caption-title' });
  const surge = el('p', { class: 'notice review-surge', hidden: true });
  const said = el('div', { class: 'review-said', role: 'status' });
  const mark = el('span', { class: 'review-side' }, side.toUpperCase());
  const run = runningPart(context);
  const wait = waitingPart(context);
  return Object.freeze({
    element: el('header', { class: 'review-caption' }, el('div', { class: 'review-line' }, mark, title), said, surge),
    /** @param {import('./studyDesk.js').Side} state @param {import('../state/reviewUrl.js').Review} review */
    show(state, review) {
      fill(title, titleOf(i18n, side, state, review));
      run.show(state.progress, review);
      wait.show(state, review);
      // while it runs only its bar moves: the button under somebody's finger stays the same one
      const going = { running: run, asking: wait }[state.state];
      if (!going || said.firstChild !== going.element) fill(said, ...sayingOf({ ...context, run, wait }, state, review));
      const surges = surgesOf(state.collection).map((one) => i18n.name(one));
      surge.hidden = surges.length === 0;
      fill(surge, ...surges.map((sentence) => el('span', {}, i18n.t('review.surge', { sentence }))));
    },
    destroy: wait.stop,
  });
}

function titleOf(i18n, side, { at }, { method, month, ...review }) {
  if (method === CURRENT) return i18n.t('review.asOf', { day: at ?? review[side][1] });
  const [from, to] = review[side];
  const span = i18n.t('review.span', { from, to });
  return side === 'b' && month ? i18n.t('review.spanMonth', { span, month }) : span;
}

function sayingOf(context, state, review) {
  const { i18n, side } = context;
  const says = {
    idle: () => [],
    asking: () => [context.wait.element],
    running: () => [context.run.element],
    cancelled: () => [again(context, i18n.t('review.cancelled'))],
    failed: () => [again(context, failure(i18n, state.problem))],
    done: () => [el('p', {}, doneWords(i18n, side, state, review))],
  };
  return says[state.state]();
}

function spanOf(review, side) {
  return { from: review[side][0], to: review[side][1] };
}

/** An answer that takes its time: what is read, for how long already, and the way out. Nothing for a short wait. */
function waitingPart({ i18n, side, onCancel }) {
  const words = el('span', {});
  const seconds = el('span', { 'aria-hidden': 'true' });
  const cancel = el('button', { class: 'button', type: 'button', on: { click: onCancel } }, i18n.t('review.cancel'));
  const count = { timer: 0, since: 0 };
  const tick = () => {
    const n = Math.floor((performance.now() - count.since) / 1000);
    seconds.textContent = n > 0 ? i18n.t('review.askingFor', { n }) : '';
  };
  const stop = () => {
    clearInterval(count.timer);
    count.timer = 0;
  };
  return {
    element: el('p', { class: 'review-running waiting' }, words, seconds, cancel),
    stop,
    show({ state, asked }, review) {
      if (state !== 'asking') {
        stop();
        return;
      }
      const sentence = asked ? i18n.t('review.askingDay', { day: asked }) : i18n.t('review.asking', spanOf(review, side));
      if (count.timer !== 0 && words.textContent === sentence) return;
      stop();
      words.textContent = sentence;
      count.since = performance.now();
      count.timer = setInterval(tick, 1_000);
      tick();
    },
  };
}

function runningPart({ i18n, side, onCancel }) {
  const words = el('span', {});
  const percent = el('span', { 'aria-hidden': 'true' });
  const bar = el('progress', { max: 100, value: 0, 'aria-label': i18n.t('review.progress') });
  const cancel = el('button', { class: 'button', type: 'button', on: { click: onCancel } }, i18n.t('review.cancel'));
  return {
    element: el('p', { class: 'review-running' }, words, percent, bar, cancel),
    show(progress, review) {
      const sentence = i18n.t('review.running', spanOf(review, side));
      if (words.textContent !== sentence) words.textContent = sentence;
      bar.value = Math.round(progress * 100);
      percent.textContent = `${bar.value} %`;
    },
  };
}

function again({ i18n, onRetry }, sentence) {
  const retry = el('button', { class: 'button', type: 'button', on: { click: onRetry } }, i18n.t('retry'));
  return el('p', { class: 'review-running' }, el('span', {}, sentence), retry);
}

function failure(i18n, problem) {
  if (problem?.said) return i18n.name(problem.said);
  if (problem?.kind === 'silent' || (problem?.status >= 500 && !problem.detail)) return i18n.t('review.silent');
  return problem?.detail || i18n.t('review.refused');
}

function doneWords(i18n, side, { spots, collection }, { month, method }) {
  const narrowed = side === 'b' && method !== CURRENT ? month : null;
  const { all, doubtful } = countsOf(aliveIn(spots, narrowed));
  const key = all === doubtful ? 'review.countedDoubtful' : 'review.counted';
  const counted = i18n.t(all === 0 ? 'review.noneCounted' : key, { all, doubtful });
  return [i18n.name(collection?.sentence), counted].filter(Boolean).join(' ');
}

function surgesOf(collection) {
  const surges = collection?.surges ?? [collection?.surge];
  return surges.filter(Boolean).map((one) => one.sentence ?? one);
}
