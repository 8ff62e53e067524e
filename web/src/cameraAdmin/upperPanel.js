import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { createSharePanel } from './sharePanel.js';
import { createUpperForm } from './upperForm.js';
import { upperState } from './upperWords.js';

/**
 * One upper platform: how its link stands, its settings, the cameras it may see. Without one: the form of a new one.
 *
 * @param {object} context of the page, with `view`, `upper` (null: a new one), `said`, and
 *   `done: (id: string|null, said: string) => Promise<void>`
 */
export function createUpperPanel(context) {
  const { i18n, upper, view, said } = context;
  const state = el('div', { class: 'stack' });
  const part = upper && view.part === 'shared' ? createSharePanel(context) : createUpperForm(context);
  const update = (now) => now && fill(state, ...stateLines(context, now));
  update(upper);
  const element = el(
    'div',
    { class: 'stack' },
    el('h2', { tabindex: '-1' }, upper ? upper.name : i18n.t('upper.new')),
    upper && el('p', { class: 'quiet mono' }, upper.id),
    upper && state,
    upper && partLinks(context),
    said && el('p', { class: 'notice', role: 'status' }, said),
    part.element,
  );
  return Object.freeze({
    element,
    /** @param {object|null} now the same platform, read again */
    update,
    destroy: part.destroy,
  });
}

function stateLines({ i18n, now }, upper) {
  const since = upper.since && i18n.t('upper.since', { time: momentWords(i18n, Date.parse(upper.since), now()) });
  return [
    el('p', { class: upper.state === 'FAILED' ? 'notice fault' : null }, upperState(i18n, upper)),
    since && el('p', { class: 'caption' }, since),
  ];
}

function partLinks({ i18n, view, upper, go }) {
  const words = { settings: i18n.t('camAdmin.part.settings'), shared: i18n.t('upper.shared', { n: upper.cameras }) };
  const link = (part) => {
    const click = () => {
      go({ part });
      document.querySelector('.admin-parts [aria-pressed=true]')?.focus();
    };
    const props = { class: 'button', type: 'button', 'aria-pressed': String(part === view.part), on: { click } };
    return el('button', props, words[part]);
  };
  const label = i18n.t('upper.parts');
  return el('div', { class: 'admin-parts', role: 'group', 'aria-label': label }, ...Object.keys(words).map(link));
}
