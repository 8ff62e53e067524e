import { el, fill } from '../dom/el.js';

/**
 * What did not count, and why: repeated reports, the default place, late dates, one busy reporter. Named with their
 * counts, because what is silently dropped is never put right.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {{element: HTMLElement, show: (collections: {a: object|null, b: object|null}) => void}}
 */
export function createAsideList(i18n) {
  const body = el('div', {});
  const element = el('section', { class: 'review-aside' }, el('h3', {}, i18n.t('review.setAside')), body);
  const rowsOf = (list) =>
    list.map((one) => {
      const words = i18n.name(one.sentence ?? one).replace(/[。.]$/, '');
      return el('li', {}, i18n.t('review.setAside.row', { words, n: one.count }));
    });
  return Object.freeze({
    element,
    show(collections) {
      const parts = ['b', 'a'].flatMap((side) => {
        const list = (collections[side]?.setAside ?? []).filter(({ count }) => count > 0);
        if (list.length === 0) return [];
        const title = el('p', { class: 'caption' }, i18n.t(`review.ranks.${side}`));
        return [title, el('ul', { class: 'aside-list' }, ...rowsOf(list))];
      });
      const why = i18n.t(parts.length ? 'review.setAside.why' : 'review.setAside.none');
      fill(body, el('p', { class: 'quiet' }, why), ...parts);
    },
  });
}
