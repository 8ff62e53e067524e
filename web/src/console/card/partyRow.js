import { el } from '../../dom/el.js';
import { choiceField, lineField } from './fields.js';

/**
 * The fields of one party. Only side and name are needed; the number of a resident card is checked by the server.
 *
 * @param {{i18n: object, codes: object, side?: string}} context `side` is the one chosen at first
 * @returns {{element: HTMLElement, read: () => object, write: (party: object) => void, isNamed: () => boolean,
 *   isEmpty: () => boolean, fault: (message: string | null, name?: string) => boolean, focus: () => void}}
 */
export function partyRow({ i18n, codes, side }) {
  const sides = (codes.partySides ?? []).map((entry) => ({ value: entry.code, label: i18n.name(entry) }));
  const fields = {
    side: choiceField({ name: 'side', label: i18n.t('parties.side'), options: sides, value: side }),
    name: lineField({ name: 'name', label: i18n.t('report.reporterName'), required: true }),
    phone: lineField({ name: 'phone', label: i18n.t('report.reporterPhone'), type: 'tel' }),
    idNumber: lineField({ name: 'idNumber', label: i18n.t('parties.idNumber') }),
    address: lineField({ name: 'address', label: i18n.t('parties.address') }),
  };
  const typed = Object.values(fields).filter((field) => field !== fields.side);
  const isEmpty = () => typed.every((field) => field.read() === '');
  return {
    element: el(
      'div',
      { class: 'stack party-row' },
      el('div', { class: 'pair' }, fields.side.element, fields.name.element),
      el('div', { class: 'pair' }, fields.phone.element, fields.idNumber.element),
      fields.address.element,
    ),
    read: () => bodyOf(fields),
    write: (party) => Object.values(fields).forEach((field) => field.write(party[field.name] ?? '')),
    isNamed: () => fields.name.read() !== '',
    isEmpty,
    fault(message, name) {
      if (message === null) {
        Object.values(fields).forEach((field) => field.fault(null));
      }
      fields[name]?.fault(message);
      return Boolean(fields[name]);
    },
    focus: () => fields.name.focus(),
  };
}

function bodyOf(fields) {
  const filled = Object.values(fields)
    .map((field) => [field.name, field.read()])
    .filter(([, value]) => value !== '');
  const body = Object.fromEntries(filled);
  return isResidentForm(body.idNumber) ? { ...body, idKind: 'RESIDENT_ID' } : body;
}

/** Eighteen places, the last may be X: then it is meant as a resident number, and a wrong digit shall be told. */
function isResidentForm(number) {
  return /^\d{17}[\dXx]$/.test((number ?? '').replace(/\s/g, ''));
}
