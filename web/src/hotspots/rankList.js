import { el, fill } from '../dom/el.js';
import { hotspotSwatch } from '../map/symbols.js';
import { rampStep } from '../state/hotspots.js';

/**
 * The hotspots of both maps as lists: rank, how many times the usual, since when, proven or not. The keyboard's way to
 * what lies on the maps.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, names: (code: string|null) => string,
 *   onOpen: (side: 'a'|'b', id: string) => void}} context
 */
export function createRankList(context) {
  const { i18n } = context;
  const parts = { a: partOf(i18n, 'a'), b: partOf(i18n, 'b') };
  const element = el('section', { class: 'review-ranks', 'aria-label': i18n.t('review.ranks') });
  element.append(...parts.b.elements, ...parts.a.elements);
  const buttons = () => [...element.querySelectorAll('.rank-row')];
  return Object.freeze({
    element,
    /**
     * @param {'a'|'b'} side
     * @param {readonly import('../state/hotspots.js').Spot[]} spots
     * @param {boolean} answered an empty list before there was an answer says nothing
     */
    show(side, spots, answered) {
      const held = document.activeElement?.closest?.('.rank-row')?.dataset.id;
      fill(parts[side].list, ...spots.map((spot) => rowOf(context, side, spot)));
      const { none } = parts[side];
      none.hidden = spots.length > 0;
      none.textContent = i18n.t(answered ? 'review.ranks.none' : 'review.unanswered');
      if (held)
        buttons()
          .find((row) => row.dataset.id === held)
          ?.focus();
    },
    /** @param {{side: string, id: string}|null} selection */
    mark(selection) {
      for (const row of buttons()) {
        const chosen = selection?.id === row.dataset.id && selection.side === row.dataset.side;
        if (chosen) row.setAttribute('aria-current', 'true');
        else row.removeAttribute('aria-current');
      }
    },
    /** @param {number} step one down or up, from the row that has the focus */
    move(step) {
      const rows = buttons();
      const at = rows.indexOf(document.activeElement?.closest?.('.rank-row'));
      rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
    },
    focus: (selection) =>
      buttons()
        .find((row) => row.dataset.id === selection?.id)
        ?.focus(),
  });
}

function partOf(i18n, side) {
  const head = el('h3', { id: `ranks-${side}` }, i18n.t(`review.ranks.${side}`));
  const list = el('ol', { class: 'rank-list', 'aria-labelledby': head.id });
  const none = el('p', { class: 'quiet' }, i18n.t('review.unanswered'));
  return { list, none, elements: [head, none, list] };
}

function rowOf({ i18n, names, onOpen }, side, spot) {
  const { id, rank, verdict, observed, ratio, since, category } = spot;
  const doubtful = verdict !== 'proven';
  const much =
    ratio === null ? i18n.t('review.cases', { n: observed }) : i18n.t('review.times', { n: ratio.toFixed(1) });
  const line = (...inside) => el('span', { class: 'rank-line' }, ...inside);
  return el(
    'li',
    {},
    el(
      'button',
      { class: 'rank-row', type: 'button', data: { id, side }, on: { click: () => onOpen(side, id) } },
      el('span', { class: 'rank-number' }, String(rank)),
      hotspotSwatch(doubtful ? null : rampStep(ratio)),
      el(
        'span',
        { class: 'rank-lines' },
        line(el('strong', {}, much), names(category)),
        line(i18n.t('review.since', { day: since }), el('span', {}, i18n.t(`review.verdict.${verdict}`))),
      ),
    ),
  );
}
