import { el, fill } from '../../dom/el.js';
import { lineField } from './fields.js';
import { shortNumber } from '../../state/incidents.js';

const PAUSE_MS = 250;

/**
 * The incident to merge into: last digits of a number, or a click on one of those that look alike.
 *
 * @param {{i18n: object, label: string, incident: object, candidates: (digits: string) => Promise<object[]>}} context
 * @returns {import("./fields.js").Field} reads the id, empty while it is not one incident
 */
export function mergeField(context) {
  const { i18n } = context;
  const line = lineField({
    name: 'into',
    label: context.label,
    required: true,
    hint: i18n.t('merge.hint'),
    inputmode: 'numeric',
  });
  const found = el('div', { class: 'chips' });
  line.element.append(found);
  const state = { chosen: null, timer: 0 };
  const choose = (incident) => {
    state.chosen = { id: incident.id, number: incident.number };
    line.input.value = incident.number;
    fill(
      found,
      el(
        'span',
        { class: 'quiet' },
        i18n.t('merge.into', { number: shortNumber(incident), title: incident.title ?? '' }),
      ),
    );
  };
  const search = async () => {
    const digits = line.read().replace(/[^\d-]/g, '');
    const candidates = digits.length < 2 ? [] : await context.candidates(digits).catch(() => []);
    const others = candidates.filter((other) => other.id !== context.incident.id).slice(0, 5);
    fill(
      found,
      ...others.map((other) =>
        el(
          'button',
          { class: 'chip', type: 'button', on: { click: () => choose(other) } },
          `${shortNumber(other)} ${other.title}`,
        ),
      ),
    );
    const exact = others.filter((other) => other.number === digits || shortNumber(other) === digits);
    if (exact.length === 1) {
      state.chosen = { id: exact[0].id, number: exact[0].number };
    }
  };
  line.input.addEventListener('input', () => {
    state.chosen = null;
    clearTimeout(state.timer);
    state.timer = setTimeout(search, PAUSE_MS);
  });
  return {
    ...line,
    read: () => state.chosen?.id ?? '',
    save: () => state.chosen,
    write(value) {
      if (value?.id) {
        choose(value);
      }
    },
    destroy: () => clearTimeout(state.timer),
  };
}
