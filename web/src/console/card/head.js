import { el, fill } from '../../dom/el.js';
import { isNearDue, isOverdue } from '../../state/clocks.js';
import { shortNumber } from '../../state/incidents.js';
import { kindGlyph, statusRing } from '../../map/symbols.js';
import { cardTop } from '../cardTop.js';
import { levelBadge } from '../levelBadge.js';
import { clockSentence, flagWords } from '../words.js';

/**
 * The head of the card: number, level, state, clock, title. Opening the card moves the focus to the title.
 *
 * @param {{i18n: object, names: object, now: () => number, onClose: () => void}} context
 */
export function createHead({ i18n, names, now, onClose }) {
  const line = el('div', { class: 'card-line' });
  const clock = el('p', { class: 'card-clock' });
  const title = el('h2', { class: 'card-title', tabindex: '-1' });
  const element = el('div', { class: 'card-head' }, cardTop(i18n, line, onClose), title, clock);
  let shown = null;
  const tick = () => {
    if (shown) {
      const flags = flagWords(i18n, shown);
      clock.textContent = [clockSentence(i18n, shown, now()), flags].filter(Boolean).join(i18n.t('list.semicolon'));
      clock.dataset.state = isOverdue(shown, now()) ? 'over' : isNearDue(shown, now()) ? 'near' : 'calm';
    }
  };
  return Object.freeze({
    element,
    tick,
    focus: () => title.focus({ preventScroll: true }),
    show(incident) {
      shown = incident;
      title.textContent = incident.title;
      fill(
        line,
        el('span', { class: 'mono strong', title: incident.number }, shortNumber(incident)),
        el('span', { class: 'with-glyph' }, kindGlyph(incident.kind, 18), names.kind(incident.kind)),
        incident.level && levelBadge(incident.level, names.level(incident.level), i18n.lang),
        el('span', { class: 'with-glyph' }, statusRing(incident.status), names.status(incident.status)),
      );
      tick();
    },
  });
}
