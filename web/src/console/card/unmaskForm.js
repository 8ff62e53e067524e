import { el, fill } from '../../dom/el.js';
import { problemSentence } from '../words.js';
import { lineField } from './fields.js';

/**
 * Asks why somebody wants to see people in clear. The button carries the act; what is typed stays when it fails.
 *
 * @param {{i18n: object, more?: HTMLElement | null, unmask: (reason: string) => Promise<void>}} context `more` stands
 *   below the reason
 * @returns {{element: HTMLElement, focus: () => void}}
 */
export function unmaskForm({ i18n, more, unmask }) {
  const reason = lineField({ name: 'reason', label: i18n.t('reporter.reason'), required: true });
  const problem = el('p', { class: 'notice fault', role: 'alert', hidden: true });
  const send = el('button', { class: 'button primary', type: 'submit' }, i18n.t('reporter.unmask'));
  const submit = async (event) => {
    event.preventDefault();
    reason.fault(reason.read() === '' ? i18n.t('field.needed') : null);
    problem.hidden = true;
    if (reason.read() === '') {
      reason.focus();
      return;
    }
    send.disabled = true;
    try {
      await unmask(reason.read());
    } catch (fault) {
      problem.hidden = false;
      fill(problem, problemSentence(i18n, fault, i18n.t('reporter.unmask')));
    } finally {
      send.disabled = false;
    }
  };
  const element = el('form', { class: 'stack', novalidate: true, on: { submit } }, reason.element, more, problem, send);
  return { element, focus: reason.focus };
}
