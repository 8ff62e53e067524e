import { el } from '../../dom/el.js';
import { choiceField, lineField, localText, isoText, textField } from '../card/fields.js';
import { kindPicker } from './kindPicker.js';
import { partiesField } from './partiesField.js';
import { placeField } from './placeField.js';

const SOURCE_OF_ROLE = Object.freeze({
  GRID_WORKER: 'GRID_PATROL',
  WINDOW_CLERK: 'WINDOW',
  VILLAGE_CLERK: 'PUBLIC_REPORT',
});

/**
 * The fields of a new report by name, in the order they stand.
 *
 * @param {{i18n: object, codes: object, session: object, grids: object[], gridAt: Function, geolocation: object | null,
 *   now: () => number, onChange: () => void, onPoint: (point: object) => void}} context
 */
export function reportFields(context) {
  const { i18n, codes, now } = context;
  const options = (list) => (list ?? []).map((entry) => ({ value: entry.code, label: i18n.name(entry) }));
  const categories = (codes.disputeCategories ?? []).map((entry) => ({
    value: entry.code,
    label: `${entry.code} ${i18n.name(entry)}`,
  }));
  return {
    kind: kindPicker(context),
    category: choiceField({
      name: 'category',
      label: i18n.t('report.category'),
      options: categories,
      empty: i18n.t('report.noCategory'),
    }),
    scale: choiceField({
      name: 'scale',
      label: i18n.t('report.scale'),
      options: options(codes.scales),
      empty: i18n.t('report.noScale'),
    }),
    location: placeField(context),
    address: lineField({ name: 'address', label: i18n.t('report.address') }),
    title: lineField({ name: 'title', label: i18n.t('report.title'), required: true }),
    description: textField({ name: 'description', label: i18n.t('report.description') }),
    occurredAt: occurredField(i18n, now),
    source: choiceField({
      name: 'source',
      label: i18n.t('report.source'),
      options: options(codes.sources),
      value: usualSource(context),
    }),
    parties: partiesField(context),
    reporterName: lineField({ name: 'reporterName', label: i18n.t('report.reporterName') }),
    reporterPhone: lineField({ name: 'reporterPhone', label: i18n.t('report.reporterPhone'), type: 'tel' }),
  };
}

function usualSource({ session }) {
  const role = session.roles.find((name) => SOURCE_OF_ROLE[name]);
  return SOURCE_OF_ROLE[role] ?? 'PUBLIC_REPORT';
}

function occurredField(i18n, now) {
  const field = lineField({
    name: 'occurredAt',
    label: i18n.t('report.occurredAt'),
    type: 'datetime-local',
    value: localText(new Date(now())),
  });
  return { ...field, read: () => isoText(field.input.value), save: () => field.input.value };
}

/**
 * @param {Record<string, import("../card/fields.js").Field>} fields
 * @returns {object} the body of POST /api/incidents
 */
export function reportBody(fields) {
  const body = { ...fields.location.read() };
  for (const name of ['kind', 'category', 'scale', 'title', 'description', 'address', 'occurredAt', 'source']) {
    const value = fields[name].read();
    if (value !== '' && !fields[name].element.hidden) {
      body[name] = value;
    }
  }
  if (!fields.parties.element.hidden && fields.parties.read() !== '') {
    body.parties = fields.parties.read();
  }
  const [name, phone] = [fields.reporterName.read(), fields.reporterPhone.read()];
  if (name || phone) {
    body.reporter = { ...(name && { name }), ...(phone && { phone }) };
  }
  return body;
}

/**
 * @param {object} fields
 * @param {{i18n: object}} context
 * @returns {HTMLElement[]} the fields as they stand in the form
 */
export function reportLayout(fields, { i18n }) {
  return [
    fields.kind.element,
    fields.category.element,
    fields.scale.element,
    fields.location.element,
    fields.address.element,
    fields.title.element,
    fields.description.element,
    el('div', { class: 'two' }, fields.occurredAt.element, fields.source.element),
    fields.parties.element,
    el(
      'details',
      { class: 'stack' },
      el('summary', {}, i18n.t('report.reporter')),
      el('div', { class: 'two' }, fields.reporterName.element, fields.reporterPhone.element),
    ),
  ];
}
