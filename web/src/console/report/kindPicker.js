import { el } from '../../dom/el.js';
import { kindGlyph } from '../../map/symbols.js';

/**
 * The kinds as big buttons with glyph and word; one of them is chosen.
 *
 * @param {{i18n: object, codes: object, onChange: () => void}} context
 * @returns {import("../card/fields.js").Field}
 */
export function kindPicker({ i18n, codes, onChange }) {
  const inputs = codes.kinds.map(({ code }) =>
    el('input', { type: 'radio', name: 'kind', value: code, class: 'visually-hidden', on: { change: onChange } }),
  );
  const fault = el('span', { class: 'fault', hidden: true });
  const element = el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'label' }, i18n.t('report.kind')),
    el(
      'div',
      { class: 'kinds' },
      ...codes.kinds.map((kind, i) =>
        el('label', { class: 'kind' }, inputs[i], kindGlyph(kind.code, 24), el('span', {}, i18n.name(kind))),
      ),
    ),
    fault,
  );
  return {
    name: 'kind',
    element,
    read: () => inputs.find((input) => input.checked)?.value ?? '',
    write: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
    fault(message) {
      fault.hidden = !message;
      fault.textContent = message ?? '';
    },
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0]).focus(),
  };
}
