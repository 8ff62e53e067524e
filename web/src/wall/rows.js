import { el, fill } from '../dom/el.js';
import { shortSpan } from '../i18n/words.js';
import { kindGlyph, levelShape, statusRing } from '../map/symbols.js';
import { shortNumber } from '../state/incidents.js';

/**
 * The eight open incidents that need somebody most, in words: level, kind, grid, state, clock. No names, no phones, no
 * free text.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{kinds: Map<string, object>, statuses: Map<string, object>}} words of /api/codes
 * @returns {{element: HTMLElement, show: (incidents: readonly object[], now: number) => void, mark: (id: string|null) => void, setMost: (rows: number) => void}}
 */
export function createRows(i18n, words) {
  const list = el('ol', { class: 'wall-rows' });
  const head = el('h2', { class: 'wall-title' });
  let marked = null;
  let most = 8;
  const paint = () => [...list.children].forEach((row) => row.classList.toggle('marked', row.dataset.id === marked));
  return Object.freeze({
    element: el('section', { class: 'wall-list' }, head, list),
    show(incidents, now) {
      fill(head, i18n.t('wall.needing', { n: incidents.length, shown: Math.min(most, incidents.length) }));
      fill(list, ...incidents.slice(0, most).map((incident, i) => rowOf(incident, i + 1, { i18n, words, now })));
      if (incidents.length === 0) fill(list, el('li', { class: 'wall-quiet' }, i18n.t('wall.nothing')));
      paint();
    },
    setMost: (rows) => void (most = rows),
    mark(id) {
      marked = id;
      paint();
    },
  });
}

function rowOf(incident, rank, { i18n, words, now }) {
  const { id, level, kind, status, gridName } = incident;
  const levelMark = level && levelShape(level, { size: 24, language: i18n.lang });
  const levelWord = level && el('span', { class: 'visually-hidden' }, i18n.t(`wall.level.${level}`));
  const line = (...parts) => el('div', { class: 'wall-row-line' }, ...parts);
  return el(
    'li',
    { class: 'wall-row', data: { id } },
    el('span', { class: 'wall-row-level' }, levelMark, levelWord, el('span', {}, String(rank))),
    el(
      'div',
      { class: 'wall-row-lines' },
      line(
        el(
          'span',
          { class: 'wall-row-kind' },
          kindGlyph(kind, 24),
          el('strong', {}, i18n.name(words.kinds.get(kind)) || kind),
        ),
      ),
      line(el('span', {}, gridName ?? i18n.t('wall.noGrid')), el('span', {}, shortNumber(incident))),
      line(
        el(
          'span',
          { class: 'wall-row-state' },
          statusRing(status, 14),
          i18n.name(words.statuses.get(status)) || status,
        ),
        el('span', { class: 'wall-row-clock' }, clockOf(incident, now, i18n)),
      ),
    ),
  );
}

function clockOf({ paused, due }, now, i18n) {
  if (paused) return i18n.t('wall.paused');
  if (!Number.isFinite(due)) return i18n.t('wall.noLimit');
  const span = shortSpan(i18n, Math.abs(due - now) / 1000);
  return i18n.t(due < now ? 'wall.late' : 'wall.left', { span });
}
