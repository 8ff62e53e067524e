import { el } from '../dom/el.js';
import { crsField } from './crs.js';
import { fileField, textField } from '../forms/fields.js';
import { readingList } from './outcome.js';
import { createStepForm } from '../forms/stepForm.js';

const FILES = '.zip,.gpkg,.geojson,.json,.kml,.csv';

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, facts: () => object, changed: () => Promise<void>}} context
 * @returns {HTMLElement} step 1: which place, and where it ends
 */
export function placeStep({ i18n, room, facts, changed }) {
  const { place } = facts();
  const known = place.setUp;
  const fields = [
    textField({
      name: 'code',
      label: i18n.t('setup.place.code'),
      hint: i18n.t('setup.place.codeHint'),
      value: known ? place.code : '',
    }),
    textField({ name: 'name', label: i18n.t('setup.place.name'), value: known ? place.name : '' }),
    fileField({
      name: 'file',
      label: i18n.t('setup.place.outline'),
      hint: i18n.t('setup.place.outlineHint'),
      accept: FILES,
    }),
    crsField(i18n),
  ];
  const check = ({ code, name, file }) => ({
    ...(/^\d{9}$/.test(code) ? {} : { code: i18n.t('setup.place.codeFault') }),
    ...(name ? {} : { name: i18n.t('setup.needed') }),
    ...(file ? {} : { file: i18n.t('setup.fileNeeded') }),
  });
  const run = async (values) => {
    const answer = await room.place(known ? { ...values, version: place.version } : values);
    await changed();
    return el(
      'div',
      { class: 'stack' },
      el('p', {}, i18n.t('setup.place.done', { place: values.name })),
      readingList(i18n, answer),
    );
  };
  const label = i18n.t(known ? 'setup.place.replace' : 'setup.place.create');
  const form = createStepForm({ i18n, fields, acts: [{ label, primary: true, check, run }] });
  const state = i18n.t(known ? 'setup.place.known' : 'setup.place.unknown', { place: place.name, code: place.code });
  return el('div', { class: 'stack' }, el('p', { class: 'quiet' }, state), form.element);
}
