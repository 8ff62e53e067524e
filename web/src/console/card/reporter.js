import { el, fill } from '../../dom/el.js';
import { unmaskForm } from './unmaskForm.js';

/**
 * The reporter, masked. Seeing the full name and phone asks for a reason first, and is recorded.
 *
 * @param {{i18n: object, unmask: (id: string, reason: string) => Promise<{name: string, phone: string}>}} context
 */
export function createReporter({ i18n, unmask }) {
  const body = el('div', { class: 'stack' });
  const element = el('section', { class: 'card-section', hidden: true }, el('h3', {}, i18n.t('reporter.title')), body);
  let shown = null;
  const line = (reporter) =>
    el('p', {}, reporter.name ?? '—', '  ', el('span', { class: 'mono' }, reporter.phone ?? '—'));
  const ask = (incident, reporter) => {
    const form = unmaskForm({
      i18n,
      unmask: async (reason) => {
        const full = await unmask(incident.id, reason);
        if (shown === reporter) {
          fill(body, line(full), el('p', { class: 'caption' }, i18n.t('reporter.recorded')));
        }
      },
    });
    fill(body, line(reporter), form.element);
    form.focus();
  };
  return Object.freeze({
    element,
    /** A live change of the same case takes away neither the clear words nor a reason half written. */
    show(incident, reporter, mayUnmask) {
      if (reporter && reporter === shown) {
        return;
      }
      shown = reporter ?? null;
      element.hidden = !reporter;
      if (reporter) {
        fill(body, line(reporter), mayUnmask ? askButton(i18n, () => ask(incident, reporter)) : notAllowed(i18n));
      }
    },
  });
}

/** @param {object} i18n @param {() => void} ask @returns {HTMLElement} */
export function askButton(i18n, ask) {
  return el('button', { class: 'button', type: 'button', on: { click: ask } }, i18n.t('reporter.unmask'));
}

/** @param {object} i18n @returns {HTMLElement} whose right it is */
export function notAllowed(i18n) {
  return el('p', { class: 'caption' }, i18n.t('reporter.notAllowed'));
}
