import { el } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { sizeWords } from './clipWords.js';

/**
 * What there is to say of the disk for clips: a warning while it has too little room, else how much is left.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{isShort: boolean, freeBytes: number, floorBytes: number, since: string | null, incidentId: string | null,
 *   incidentNumber: string | null}} disk
 * @returns {HTMLElement}
 */
export function diskWords(i18n, { isShort, freeBytes, floorBytes, since, incidentId, incidentNumber }) {
  const free = sizeWords(freeBytes);
  if (!isShort) return el('p', { class: 'caption' }, i18n.t('disk.fine', { free }));
  const from = since ? momentWords(i18n, Date.parse(since), Date.now()) : '—';
  const words = i18n.t('disk.short', { free, floor: sizeWords(floorBytes), since: from });
  const card = incidentId && el('a', { href: `/?sel=i:${incidentId}` }, i18n.t('disk.card', { number: incidentNumber }));
  return el('p', { class: 'notice fault' }, words, ' ', card);
}
