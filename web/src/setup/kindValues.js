import { el, fill } from '../dom/el.js';

/**
 * A table that translates the values of the file's own column into kinds.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {readonly (readonly [string, string])[]} kinds code and word
 * @returns {{element: HTMLElement, show: (values: readonly string[]) => void, read: () => Record<string, string>}}
 */
export function createKindValues(i18n, kinds) {
  const body = el('tbody', {});
  const head = el('tr', {}, el('th', {}, i18n.t('setup.map.value')), el('th', {}, i18n.t('setup.map.kind')));
  const element = el('table', { class: 'grid-table' }, el('thead', {}, head), body);
  let selects = new Map();
  return Object.freeze({
    element,
    show(values) {
      const chosen = new Map([...selects].map(([value, select]) => [value, select.value]));
      selects = new Map(values.map((value) => [value, kindSelect(i18n, kinds, value)]));
      for (const [value, select] of selects) select.value = chosen.get(value) ?? select.value;
      fill(body, ...[...selects].map(([value, select]) => el('tr', {}, el('td', {}, value), el('td', {}, select))));
      element.hidden = values.length === 0;
    },
    read: () =>
      Object.fromEntries([...selects].map(([value, select]) => [value, select.value]).filter(([, kind]) => kind)),
  });
}

function kindSelect(i18n, kinds, value) {
  const label = i18n.t('setup.map.kindOf', { value });
  const options = [['', i18n.t('setup.map.asOthers')], ...kinds].map(([key, text]) =>
    el('option', { value: key }, text),
  );
  const select = el('select', { class: 'select', 'aria-label': label }, ...options);
  select.value = kinds.some(([code]) => code === value) ? value : '';
  return select;
}
