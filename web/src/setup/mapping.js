/**
 * What the mapping form says, as the server wants it: a field is a column's name, or a constant behind an equals sign.
 * Pure.
 *
 * @typedef {{position: 'degrees'|'metres', crs: string, lon: string, lat: string, x: string, y: string,
 *   occurredAt: string, title: string, description: string, address: string, category: string,
 *   kindFrom: 'column'|'constant', kindColumn: string, kind: string, kinds: Record<string, string>}} MappingForm
 */

const OPTIONAL = ['title', 'description', 'address', 'category'];

/**
 * @param {MappingForm} form
 * @returns {Record<string, any>} mapping of POST /api/incidents/import; `kindValues` translates the values of the column,
 *   `*` those not named
 */
export function mappingOf(form) {
  const mapping = form.position === 'degrees' ? { lon: form.lon, lat: form.lat } : { x: form.x, y: form.y };
  mapping.crs = form.crs;
  mapping.occurredAt = form.occurredAt;
  for (const name of OPTIONAL) if (form[name]) mapping[name] = form[name];
  if (form.kindFrom === 'constant') return { ...mapping, kind: `=${form.kind}` };
  return { ...mapping, kind: form.kindColumn, kindValues: { ...form.kinds, '*': form.kind } };
}

/**
 * @param {MappingForm} form
 * @returns {string[]} fields that are still missing
 */
export function missingIn(form) {
  const place = form.position === 'degrees' ? ['lon', 'lat'] : ['x', 'y'];
  const kind = form.kindFrom === 'column' ? ['kindColumn', 'kind'] : ['kind'];
  return [...place, 'crs', 'occurredAt', ...kind].filter((field) => !form[field]);
}
