import { el } from '../dom/el.js';
import { formValues } from '../state/cameraForm.js';

const PLAIN = Object.freeze(['name', 'location', 'heading', 'fieldOfView', 'rangeMetres']);
const CODED = Object.freeze({ source: 'source', kind: 'kind', placeType: 'placeType' });

/**
 * What is kept of a camera, for those who may read it and no more.
 *
 * @param {object} context of the panel
 */
export function cameraFacts(context) {
  const { i18n, details } = context;
  const values = formValues(details);
  const pair = (name, text) => [el('dt', {}, i18n.t(`camAdmin.field.${name}`)), el('dd', {}, text || '—')];
  const facts = [
    ...PLAIN.flatMap((name) => pair(name, values[name])),
    ...Object.entries(CODED).flatMap(([name, of]) => pair(name, i18n.t(`camAdmin.${of}.${values[name]}`))),
    ...pair('masks', i18n.t(details.properties.masked ? 'camAdmin.masked' : 'camAdmin.notMasked')),
  ];
  return Object.freeze({
    element: el('div', { class: 'stack' }, el('dl', { class: 'admin-facts' }, ...facts)),
    destroy() {},
  });
}
