import { el } from '../../dom/el.js';
import { partyRow } from '../card/partyRow.js';

/**
 * The parties of a dispute: rows that are added and taken away; a row with nothing typed is not sent.
 *
 * @param {{i18n: object, codes: object, onChange: () => void}} context
 * @returns {import("../card/fields.js").Field} reads the list, or empty
 */
export function partiesField(context) {
  const { i18n } = context;
  const list = el('div', { class: 'stack' });
  const state = { rows: [] };
  const add = (party) => addRow({ context, list, state, more }, party);
  const more = el(
    'button',
    { class: 'button', type: 'button', on: { click: () => add().focus() } },
    i18n.t('parties.add'),
  );
  const filled = () => state.rows.filter((row) => !row.isEmpty());
  const read = () => (filled().length === 0 ? '' : filled().map((row) => row.read()));
  const summary = el('summary', {}, i18n.t('parties.optional'));
  const element = el('details', { class: 'stack' }, summary, list, el('div', { class: 'form-acts' }, more));
  element.addEventListener('toggle', () => element.open && state.rows.length === 0 && add());
  return {
    name: 'parties',
    element,
    read,
    write(parties) {
      parties.forEach((party) => add(party));
      element.open = true;
    },
    /** The server names `parties[1].phone`: the second row that was sent. */
    fault(message, path) {
      const [, index, name] = /^parties\[(\d+)\]\.?(\w*)/.exec(path ?? '') ?? [];
      if (message === null) {
        state.rows.forEach((row) => row.fault(null));
      } else {
        element.open = true;
        filled()[Number(index)]?.fault(message, name);
      }
    },
    focus: () => state.rows[0]?.focus(),
  };
}

function addRow({ context, list, state, more }, party) {
  const row = partyRow({ ...context, side: state.rows.length === 0 ? 'MAIN' : 'OTHER' });
  if (party) {
    row.write(party);
  }
  const remove = () => {
    state.rows = state.rows.filter((other) => other !== row);
    row.element.remove();
    more.focus();
    context.onChange();
  };
  row.element.append(
    el(
      'button',
      { class: 'button plain', type: 'button', on: { click: remove } },
      context.i18n.t('parties.remove'),
    ),
  );
  state.rows.push(row);
  list.append(row.element);
  return row;
}
