import { el, fill } from '../../dom/el.js';
import { momentWords } from '../../i18n/words.js';
import { problemSentence } from '../words.js';
import { createSection } from './section.js';

/**
 * @typedef {{field: string, base: unknown, mine: unknown, theirs: unknown}} Field
 * @typedef {{amendmentId: string, by: string, at: string, deviceAt: string | null, reason: string | null,
 *   fields: Field[]}} Amendment
 */

/**
 * Two versions of the same fields: what stands in the case, and what somebody changed without knowing of it. A duty
 * officer takes one of the two for each field; all others see both.
 *
 * @param {{i18n: object, names: object, now: () => number, mayDecide: boolean, onDecided: (incident: object) => void,
 *   decide: (id: string, amendmentId: string, body: object) => Promise<object>}} context
 */
export function createVersions(context) {
  const state = { incident: null };
  const section = createSection({
    i18n: context.i18n,
    title: context.i18n.t('versions.title'),
    empty: null,
    draw: (amendments) => amendments.map((amendment) => view(context, state, amendment)),
  });
  section.element.classList.add('versions');
  return Object.freeze({
    ...section,
    /** The version on which a decision is made. */
    show(incident) {
      state.incident = incident;
    },
  });
}

function view(context, state, amendment) {
  const { i18n, now, mayDecide } = context;
  const taken = new Map();
  const problem = el('div', {});
  const send = el('button', { class: 'button primary', type: 'submit', disabled: true }, i18n.t('versions.decide'));
  const onTake = (field, whose) => {
    taken.set(field, whose);
    send.disabled = taken.size < amendment.fields.length;
  };
  const submit = async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      const body = { take: Object.fromEntries(taken), version: state.incident.version };
      context.onDecided(await context.decide(state.incident.id, amendment.amendmentId, body));
    } catch (fault) {
      send.disabled = false;
      fill(problem, el('p', { class: 'notice fault', role: 'alert' }, sentence(i18n, fault)));
    }
  };
  const time = momentWords(i18n, Date.parse(amendment.deviceAt ?? amendment.at), now());
  return el(
    'form',
    { class: 'stack', novalidate: true, on: { submit } },
    el('p', {}, i18n.t('versions.by', { who: amendment.by, time })),
    amendment.reason && el('p', { class: 'card-text' }, amendment.reason),
    ...amendment.fields.map((field) => choice(context, amendment, field, mayDecide ? onTake : null)),
    problem,
    mayDecide ? el('div', { class: 'form-acts' }, send) : el('p', { class: 'caption' }, i18n.t('versions.waits')),
  );
}

/** The list of versions comes anew with the case; what is asked is to look at it again. */
function sentence(i18n, fault) {
  return fault.status === 409 ? i18n.t('versions.changed') : problemSentence(i18n, fault, i18n.t('versions.decide'));
}

function choice({ i18n, names }, amendment, { field, mine, theirs }, onTake) {
  const name = `${amendment.amendmentId}-${field}`;
  const side = (whose, value) => {
    const words = el('span', { class: 'card-text' }, valueWords(i18n, names, field, value));
    const label = el('span', { class: 'caption' }, i18n.t(`versions.${whose}`));
    if (!onTake) {
      return el('div', { class: 'version' }, label, words);
    }
    const radio = el('input', { type: 'radio', name, on: { change: () => onTake(field, whose) } });
    return el('label', { class: 'version' }, radio, label, words);
  };
  return el(
    'fieldset',
    { class: 'version-choice' },
    el('legend', {}, i18n.t(`field.${field}`)),
    side('THEIRS', theirs),
    side('MINE', mine),
  );
}

/** @returns {string} one side of a field, a dash for nothing */
export function valueWords(i18n, names, field, value) {
  if (value === null || value === undefined || value === '') {
    return '—';
  }
  if (field === 'location') {
    return value.coordinates.map((degree) => degree.toFixed(5)).join(', ');
  }
  return field === 'category' ? names.category(value) : String(value);
}
