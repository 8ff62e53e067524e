import { el, fill } from '../dom/el.js';
import { charsetField, crsField } from './crs.js';
import { fileField, selectField } from '../forms/fields.js';
import { readingList, takenList } from './outcome.js';
import { createStepForm } from '../forms/stepForm.js';

const LAYERS = ['roads', 'water', 'green', 'naturalVillages', 'buildings'];

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, facts: () => object, changed: () => Promise<void>}} context
 * @returns {HTMLElement} step 3: what the map draws under the work
 */
export function layersStep({ i18n, room, facts, changed }) {
  const counts = el('ul', { class: 'counts' });
  const showCounts = () => fill(counts, ...LAYERS.map((layer) => countOf(i18n, facts().baseMap, layer)));
  showCounts();
  const fields = [
    selectField({
      name: 'layer',
      label: i18n.t('setup.layer'),
      options: LAYERS.map((layer) => [layer, i18n.t(`setup.layer.${layer}`)]),
      value: 'roads',
    }),
    fileField({
      name: 'file',
      label: i18n.t('setup.layer.file'),
      hint: i18n.t('setup.grids.fileHint'),
      accept: '.zip,.gpkg,.geojson,.json,.kml,.csv',
    }),
    crsField(i18n),
    charsetField(i18n),
  ];
  const check = ({ file }) => (file ? {} : { file: i18n.t('setup.fileNeeded') });
  const run = async ({ layer, ...values }) => {
    const taken = await room.importLayer(layer, values);
    await changed();
    showCounts();
    return el('div', { class: 'stack' }, takenList(i18n, taken, `rejected-${layer}.csv`), readingList(i18n, taken));
  };
  const form = createStepForm({
    i18n,
    fields,
    acts: [{ label: i18n.t('setup.layer.import'), primary: true, check, run }],
  });
  return el('div', { class: 'stack' }, counts, form.element);
}

function countOf(i18n, baseMap, layer) {
  // of buildings the base map tells only how many
  const n = layer === 'buildings' ? (baseMap?.buildings ?? 0) : (baseMap?.[layer]?.features?.length ?? 0);
  return el('li', {}, i18n.t(`setup.layer.${layer}`), el('span', { class: 'number' }, i18n.t('setup.number', { n })));
}
