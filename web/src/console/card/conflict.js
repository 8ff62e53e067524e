import { el } from '../../dom/el.js';
import { momentWords } from '../../i18n/words.js';
import { differences } from '../../state/differences.js';

/**
 * Somebody was faster: both versions beside each other, and the sentence that nothing typed is lost.
 *
 * @param {{i18n: object, names: object, now: () => number, before: object, after: object, who: string | null}} context
 * @returns {HTMLElement | null} null when nothing that matters differs
 */
export function conflictView({ i18n, names, now, before, after, who }) {
  const rows = differences(before, after);
  if (rows.length === 0) {
    return null;
  }
  const show = (field, value) => valueWords({ i18n, names, now }, field, value);
  return el(
    'div',
    { class: 'notice fault conflict' },
    el('p', {}, who ? i18n.t('conflict.by', { who }) : i18n.t('conflict.somebody')),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, i18n.t('conflict.field')),
          el('th', { scope: 'col' }, i18n.t('conflict.before', { version: before.version })),
          el('th', { scope: 'col' }, i18n.t('conflict.after', { version: after.version })),
        ),
      ),
      el(
        'tbody',
        {},
        ...rows.map((row) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, i18n.t(`field.${row.field}`)),
            el('td', {}, show(row.field, row.before)),
            el('td', {}, show(row.field, row.after)),
          ),
        ),
      ),
    ),
  );
}

function valueWords({ i18n, names, now }, field, value) {
  const named = {
    status: names.status,
    level: names.level,
    kind: names.kind,
    category: names.category,
    scale: names.scale,
  };
  if (value === null || value === undefined || value === '') {
    return '—';
  }
  if (named[field]) {
    return named[field](value);
  }
  if (field === 'dueAt') {
    return momentWords(i18n, Date.parse(value), now());
  }
  if (field === 'workers') {
    return value.map((worker) => worker.name).join(i18n.t('list.comma')) || '—';
  }
  return typeof value === 'boolean' ? i18n.t(value ? 'flag.on' : 'flag.off') : String(value);
}
