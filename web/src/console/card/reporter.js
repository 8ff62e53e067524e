import { el, fill } from '../../dom/el.js';
import { problemSentence } from '../words.js';
import { lineField } from './fields.js';

/**
 * The reporter, masked. Seeing the full name and phone asks for a reason first, and is recorded.
 *
 * @param {{i18n: object, unmask: ((id: string, reason: string) => Promise<{name: string, phone: string}>) | null}} context
 */
export function createReporter({ i18n, unmask }) {
  const body = el('div', { class: 'stack' });
  const element = el('section', { class: 'card-section', hidden: true }, el('h3', {}, i18n.t('reporter.title')), body);
  const show = (incident, reporter) => {
    element.hidden = !reporter;
    if (reporter) {
      fill(body, line(reporter), askButton(incident, reporter));
    }
  };
  const line = (reporter) =>
    el('p', {}, reporter.name ?? '—', '  ', el('span', { class: 'mono' }, reporter.phone ?? '—'));
  const askButton = (incident, reporter) =>
    unmask === null
      ? el('p', { class: 'caption' }, i18n.t('reporter.notAllowed'))
      : el(
          'button',
          { class: 'button', type: 'button', on: { click: () => ask(incident, reporter) } },
          i18n.t('reporter.unmask'),
        );
  const ask = (incident, reporter) => {
    const reason = lineField({ name: 'reason', label: i18n.t('reporter.reason'), required: true });
    const problem = el('p', { class: 'notice fault', role: 'alert', hidden: true });
    const submit = async (event) => {
      event.preventDefault();
      if (reason.read() === '') {
        reason.fault(i18n.t('field.needed'));
        return;
      }
      try {
        const full = await unmask(incident.id, reason.read());
        fill(body, line(full), el('p', { class: 'caption' }, i18n.t('reporter.recorded')));
      } catch (fault) {
        problem.hidden = false;
        fill(problem, problemSentence(i18n, fault, i18n.t('reporter.unmask')));
      }
    };
    fill(body, line(reporter), reasonForm(i18n, [reason.element, problem], submit));
    reason.focus();
  };
  return Object.freeze({ element, show });
}

function reasonForm(i18n, parts, submit) {
  const send = el('button', { class: 'button primary', type: 'submit' }, i18n.t('reporter.unmask'));
  return el('form', { class: 'stack', novalidate: true, on: { submit } }, ...parts, send);
}
