import { choiceField, lineField } from '../console/card/fields.js';
import { el } from '../dom/el.js';

const PURPOSES = Object.freeze(['WALL', 'PATROL', 'MAINTENANCE']);

/**
 * Asks once why somebody wants to look; the answer stands in the view register beside every picture.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n,
 *   onAnswer: (purpose: import('../rooms/cameras.js').Purpose) => void}} context
 */
export function createWhyForm({ i18n, onAnswer }) {
  const options = PURPOSES.map((value) => ({ value, label: i18n.t(`purpose.${value}`) }));
  const purpose = choiceField({ name: 'purpose', label: i18n.t('why.purpose'), options });
  const reason = lineField({ name: 'reason', label: i18n.t('why.reason'), required: true });
  const submit = (event) => {
    event.preventDefault();
    const text = reason.read();
    reason.fault(text === '' ? i18n.t('field.needed') : null);
    if (text === '') reason.focus();
    else onAnswer(Object.freeze({ purpose: purpose.read(), reason: text }));
  };
  const element = el(
    'form',
    { class: 'stack why', novalidate: true, on: { submit } },
    el('p', {}, i18n.t('why.first')),
    purpose.element,
    reason.element,
    el('button', { class: 'button primary', type: 'submit' }, i18n.t('why.open')),
  );
  return Object.freeze({ element, focus: reason.focus });
}
