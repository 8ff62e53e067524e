import { closeOutside } from '../dom/closeOutside.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { spanWords } from '../i18n/words.js';
import { deskRows, percent } from '../state/deskTimes.js';
import { store } from '../state/store.js';

const EVERY_MS = 30_000;

/**
 * How quickly the desk answers and sends, in the bar beside the age of the data; the whole table opens below it. It is
 * read again while somebody can see it.
 *
 * @param {{i18n: object, document: Document, read: () => Promise<{desk: import("../rooms/dispatch.js").Desk}>}} context
 */
export function createDeskTimes(context) {
  const { i18n, document } = context;
  const undo = disposer();
  const desk = store(null);
  const summary = el('summary', { class: 'button plain' });
  const body = el('div', { class: 'popover floating desk-times-body' });
  const element = el('details', { class: 'drop desk-times wide-only' }, summary, body);
  const draw = () => {
    fill(summary, shortWords(i18n, desk.get()));
    fill(body, ...deskTable(i18n, desk.get()));
  };
  const read = async () => {
    if (document.visibilityState === 'visible') {
      desk.set((await context.read().catch(() => null))?.desk ?? null);
      draw();
    }
  };
  undo.add(closeOutside(element));
  undo.every(EVERY_MS, read);
  undo.listen(document, 'visibilitychange', read);
  draw();
  read();
  return Object.freeze({ element, desk, destroy: undo.destroy });
}

function shortWords(i18n, desk) {
  const [, { share }] = deskRows(desk);
  const params = { share, seconds: desk?.referenceSeconds, reference: percent(desk?.referenceShare) };
  return i18n.t(share === null ? 'times.unknown' : 'times.short', params);
}

/**
 * @param {import("../i18n/i18n.js").I18n} i18n
 * @param {import("../rooms/dispatch.js").Desk | null} desk
 * @returns {HTMLElement[]} the table and what it is measured by
 */
export function deskTable(i18n, desk) {
  const span = (seconds) => (seconds === null ? '—' : spanWords(i18n, seconds));
  const head = ['step', 'p50', 'p90', 'share', 'waiting'];
  const rows = deskRows(desk).map(({ name, p50, p90, share, count, waiting }) => [
    i18n.t(`times.${name}`),
    span(p50),
    span(p90),
    share === null ? '—' : i18n.t('times.shareOf', { share, count }),
    waiting === null ? '—' : i18n.t('times.count', { n: waiting }),
  ]);
  const params = { seconds: desk?.referenceSeconds, share: percent(desk?.referenceShare) };
  return [
    el(
      'table',
      { class: 'grid-table' },
      el('thead', {}, el('tr', {}, ...head.map((name) => el('th', {}, i18n.t(`times.col.${name}`, params))))),
      el('tbody', {}, ...rows.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))))),
    ),
    el('p', { class: 'caption' }, i18n.t(desk ? 'times.note' : 'times.none', params)),
  ];
}
