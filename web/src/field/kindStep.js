import { el } from '../dom/el.js';
import { kindGlyph } from '../map/symbols.js';

/** What workers meet most; the others are one tap further. */
const FIRST = Object.freeze(['DISPUTE', 'HAZARD', 'SANITATION', 'HELP', 'SECURITY', 'FACILITY']);

/**
 * @param {{i18n: object, codes: object}} desk
 * @param {(kind: string) => void} choose
 * @returns {HTMLElement} six big glyphs, the rest behind "more"
 */
export function createKindStep({ i18n, codes }, choose) {
  const first = FIRST.map((code) => codes.kinds.find((kind) => kind.code === code)).filter(Boolean);
  const rest = codes.kinds.filter((kind) => !FIRST.includes(kind.code));
  const tile = (kind) =>
    el(
      'button',
      { class: 'field-kind', type: 'button', data: { kind: kind.code }, on: { click: () => choose(kind.code) } },
      kindGlyph(kind.code, 40),
      el('span', {}, i18n.name(kind)),
    );
  const more = el('details', {}, el('summary', { class: 'button field-big' }, i18n.t('field.moreKinds')));
  more.append(el('div', { class: 'field-kinds' }, ...rest.map(tile)));
  return el('div', { class: 'stack' }, el('div', { class: 'field-kinds' }, ...first.map(tile)), more);
}
