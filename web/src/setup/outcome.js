import { el } from '../dom/el.js';
import { rejectedCsv } from './csvHead.js';

const SHOWN = 200;

/**
 * What came of an import: rows taken, rows refused one by one, and the refused ones to take away as a file.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {import('../rooms/setup.js').Taken} taken
 * @param {string} fileName of the list of refused rows
 * @param {boolean} [dryRun] nothing was saved, it was only looked at
 * @returns {HTMLElement}
 */
export function takenList(i18n, { accepted, rejected = [] }, fileName, dryRun = false) {
  const key = `setup.${dryRun ? 'good' : 'taken'}${rejected.length ? 'Some' : 'All'}`;
  const sentence = i18n.t(key, {
    accepted,
    rejected: rejected.length,
  });
  if (rejected.length === 0) return el('p', {}, sentence);
  const rows = rejected
    .slice(0, SHOWN)
    .map(({ row, reason }) => el('tr', {}, el('td', { class: 'number' }, row ?? '—'), el('td', {}, reason)));
  const head = el('tr', {}, el('th', { class: 'number' }, i18n.t('setup.row')), el('th', {}, i18n.t('setup.reason')));
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, sentence),
    el(
      'div',
      { class: 'scroll', tabindex: '0' },
      el('table', { class: 'grid-table' }, el('thead', {}, head), el('tbody', {}, ...rows)),
    ),
    rejected.length > SHOWN && el('p', { class: 'caption' }, i18n.t('setup.firstRows', { n: SHOWN })),
    el('p', {}, downloadButton(i18n, rejected, fileName)),
  );
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{notes?: readonly string[], reading?: {format: string, crs: string, charset: string}}} taken
 * @returns {HTMLElement|null} how the file was understood, and what is odd about it
 */
export function readingList(i18n, { notes = [], reading }) {
  if (!reading && notes.length === 0) return null;
  const rows = [reading && i18n.t('setup.reading', reading), ...notes].filter(Boolean);
  return el('ul', {}, ...rows.map((text) => el('li', {}, text)));
}

function downloadButton(i18n, rejected, fileName) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([rejectedCsv(rejected)], { type: 'text/csv;charset=utf-8' }));
    const link = el('a', { href: address, download: fileName });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return el('button', { class: 'button', type: 'button', on: { click: save } }, i18n.t('setup.download'));
}
