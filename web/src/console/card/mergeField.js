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
  const state = { chosen: null, timer: 0, line, found };
  line.input.addEventListener('input', () => {
    state.chosen = null;
    clearTimeout(state.timer);
    state.timer = setTimeout(() => search(context, state), PAUSE_MS);
  });
  return {
    ...line,
    read: () => state.chosen?.id ?? '',
    save: () => state.chosen,
    write(value) {
      if (value?.id) {
        choose(context, state, value);
      }
    },
    destroy: () => clearTimeout(state.timer),
  };
}

function choose({ i18n }, state, incident) {
  state.chosen = { id: incident.id, number: incident.number };
  state.line.input.value = incident.number;
  const words = i18n.t('merge.into', { number: shortNumber(incident), title: incident.title ?? '' });
  fill(state.found, el('span', { class: 'quiet' }, words));
}

/** Offers what the digits may mean; a number that is exactly one of them is taken without a click. */
async function search(context, state) {
  const digits = state.line.read().replace(/[^\d-]/g, '');
  const candidates = digits.length < 2 ? [] : await context.candidates(digits).catch(() => []);
  const others = candidates.filter((other) => other.id !== context.incident.id).slice(0, 5);
  fill(state.found, ...others.map((other) => offer(other, () => choose(context, state, other))));
  const exact = others.filter((other) => other.number === digits || shortNumber(other) === digits);
  if (exact.length === 1) {
    state.chosen = { id: exact[0].id, number: exact[0].number };
  }
}

function offer(incident, click) {
  return el('button', { class: 'chip', type: 'button', on: { click } }, `${shortNumber(incident)} ${incident.title}`);
}
