import { textField } from '../forms/fields.js';

const KNOWN = ['EPSG:4490', 'EPSG:4326', 'EPSG:4548', 'EPSG:4549', 'EPSG:4527', 'EPSG:4528', 'GCJ02', 'BD09'];

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{value?: string, hint?: string}} [look]
 * @returns {import('../forms/fields.js').Field} the coordinate system of a file; empty: as the file says itself
 */
export function crsField(i18n, { value = '', hint = 'setup.crsHint' } = {}) {
  return textField({
    name: 'crs',
    label: i18n.t('setup.crs'),
    hint: i18n.t(hint),
    value,
    suggestions: KNOWN,
  });
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @returns {import('../forms/fields.js').Field} the letters of a DBF table; empty: as the file says itself
 */
export function charsetField(i18n) {
  return textField({
    name: 'charset',
    label: i18n.t('setup.charset'),
    hint: i18n.t('setup.charsetHint'),
    suggestions: ['UTF-8', 'GBK', 'GB18030'],
  });
}
