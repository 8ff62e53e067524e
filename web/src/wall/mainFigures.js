import { el } from '../dom/el.js';
import { pillText } from '../layers/pills.js';

const FIGURES = ['open', 'red', 'overdue', 'onDuty', 'closed'];

/**
 * Five figures, changed in place. What is not known yet is a dash, never a nought. They are no links: nobody clicks on
 * a wall, and the list beside them says how many there are, to the last one.
 *
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {{element: HTMLElement, show: (figures: Record<string, number|null>) => void}}
 */
export function createMainFigures(i18n) {
  const cells = new Map();
  const rows = FIGURES.map((name, i) => {
    const cell = el('dd', { class: i === 0 ? 'wall-figure lead' : 'wall-figure' }, '—');
    cells.set(name, cell);
    return el('div', { class: `wall-figure-row ${name}` }, el('dt', {}, i18n.t(`wall.figure.${name}`)), cell);
  });
  return Object.freeze({
    element: el('dl', { class: 'wall-figures', 'aria-label': i18n.t('wall.figures') }, ...rows),
    show(figures) {
      for (const [name, cell] of cells) {
        const text = figures[name] === null || figures[name] === undefined ? '—' : pillText(figures[name], i18n.lang);
        if (cell.textContent !== text) cell.textContent = text;
      }
    },
  });
}
