import { el, fill } from '../../dom/el.js';
import { problemSentence } from '../words.js';
import { partyRow } from './partyRow.js';
import { askButton, notAllowed } from './reporter.js';
import { unmaskForm } from './unmaskForm.js';

/**
 * @typedef {{id: string, side: string, name: string | null, phone: string | null, idKind: string | null,
 *   idNumber: string | null, address: string | null, mergedFrom: string | null}} Party
 */

/**
 * The parties, masked. Seeing them in full asks for a reason first; naming another one or taking one off the list sends
 * the others back by their id alone, so that masks never replace what is stored.
 *
 * @param {{i18n: object, names: object, codes: object, mayChange: boolean,
 *   unmask: (id: string, reason: string, withIdNumber: boolean) => Promise<Party[]>,
 *   change: (incident: object, parties: object[]) => Promise<void>}} context
 */
export function createParties(context) {
  const { i18n } = context;
  const body = el('div', { class: 'stack' });
  const element = el('section', { class: 'card-section', hidden: true }, el('h3', {}, i18n.t('parties.title')), body);
  const state = { incident: null, parties: null, mayUnmask: false };
  const section = { context, body, state };
  return Object.freeze({
    element,
    /** A live change of the same case takes away neither the clear words nor a form half filled. */
    show(incident, parties, mayUnmask) {
      const same = parties && parties === state.parties;
      Object.assign(state, { incident, parties: parties ?? null, mayUnmask });
      if (same) {
        return;
      }
      const named = (parties ?? []).length > 0;
      element.hidden = !named && !(mayUnmask && context.mayChange && incident.kind === 'DISPUTE');
      if (!element.hidden) {
        draw(section, parties);
      }
    },
  });
}

function draw({ context, body, state }, parties, ...after) {
  const { i18n } = context;
  const section = { context, body, state };
  const acts =
    after.length > 0
      ? after
      : [
          !state.mayUnmask && notAllowed(i18n),
          state.mayUnmask &&
            el(
              'div',
              { class: 'form-acts' },
              parties.length > 0 && askButton(i18n, () => ask(section)),
              context.mayChange &&
                el(
                  'button',
                  { class: 'button', type: 'button', on: { click: () => add(section) } },
                  i18n.t('parties.add'),
                ),
            ),
        ];
  const list = el('ul', { class: 'plain-list parties' }, ...parties.map((party) => row(section, party, after.length === 0)));
  fill(body, parties.length > 0 && list, ...acts);
}

function row(section, party, still) {
  const { i18n, names } = section.context;
  const facts = [
    party.phone && el('span', { class: 'mono' }, party.phone),
    party.idKind && el('span', {}, names.idKind(party.idKind), ' ', idWords(i18n, party)),
    party.address && el('span', {}, party.address),
    party.mergedFrom && el('span', { class: 'caption' }, i18n.t('parties.mergedFrom', { number: party.mergedFrom })),
  ].filter(Boolean);
  return el(
    'li',
    { class: 'party' },
    el('span', { class: 'caption' }, names.partySide(party.side)),
    el('strong', {}, party.name ?? '—'),
    ...facts,
    still && removable(section, party) && removeButton(section, party),
  );
}

function idWords(i18n, party) {
  return party.idNumber ? el('span', { class: 'mono' }, party.idNumber) : i18n.t('parties.idKept');
}

function removable({ context, state }, party) {
  return state.mayUnmask && context.mayChange && !party.mergedFrom;
}

/** Cannot be undone: the first click asks by naming who it is, the second does it. */
function removeButton(section, party) {
  const { i18n } = section.context;
  const whole = i18n.t('parties.removeOf', { name: party.name ?? '—' });
  const act = () => {
    if (button.textContent === whole) {
      send(section, i18n.t('parties.remove'), own(section, (other) => other.id !== party.id));
    } else {
      button.textContent = whole;
      button.classList.remove('plain');
    }
  };
  const button = el(
    'button',
    { class: 'button plain', type: 'button', 'aria-label': whole, on: { click: act } },
    i18n.t('parties.remove'),
  );
  return button;
}

function own({ state }, wanted = () => true) {
  return state.parties.filter((party) => !party.mergedFrom && wanted(party)).map(({ id }) => ({ id }));
}

function ask(section) {
  const { context, state } = section;
  const { i18n } = context;
  const asked = state.parties;
  const box = el('input', { type: 'checkbox' });
  const kept = asked.some((party) => party.idKind);
  const form = unmaskForm({
    i18n,
    more: kept ? el('label', { class: 'check' }, box, i18n.t('parties.withIdNumber')) : null,
    unmask: async (reason) => {
      const clear = await context.unmask(state.incident.id, reason, box.checked);
      if (state.parties === asked) {
        draw(section, clear, el('p', { class: 'caption' }, i18n.t('reporter.recorded')));
      }
    },
  });
  draw(section, asked, form.element);
  form.focus();
}

function add(section) {
  const { context, state } = section;
  const { i18n } = context;
  const side = state.parties.some((party) => party.side === 'MAIN') ? 'OTHER' : 'MAIN';
  const fields = partyRow({ ...context, side });
  const problem = el('div', {});
  const leave = () => draw(section, state.parties);
  const submit = async (event) => {
    event.preventDefault();
    fields.fault(fields.isNamed() ? null : i18n.t('field.needed'), 'name');
    if (fields.isNamed()) {
      await send(section, i18n.t('parties.add'), [...own(section), fields.read()], { fields, problem });
    }
  };
  const form = el(
    'form',
    { class: 'stack', novalidate: true, on: { submit } },
    fields.element,
    problem,
    el(
      'div',
      { class: 'form-acts' },
      el('button', { class: 'button primary', type: 'submit' }, i18n.t('parties.add')),
      el('button', { class: 'button', type: 'button', on: { click: leave } }, i18n.t('form.leave')),
    ),
  );
  draw(section, state.parties, form);
  fields.focus();
}

async function send({ context, body, state }, act, parties, form) {
  try {
    await context.change(state.incident, parties);
  } catch (fault) {
    const left = fault.errors.filter((error) => !form?.fields.fault(error.message, error.field?.split('.')[1]));
    const problem = el(
      'div',
      { class: 'notice fault', role: 'alert' },
      el('p', {}, problemSentence(context.i18n, fault, act)),
      left.length > 0 && el('ul', {}, ...left.map((error) => el('li', {}, error.message))),
    );
    if (form) {
      fill(form.problem, problem);
    } else {
      body.append(problem);
    }
  }
}
