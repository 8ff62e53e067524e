import { disposer } from '../../dom/disposer.js';
import { el, fill } from '../../dom/el.js';
import { sharesOf } from '../../state/sight.js';

const ROOM = '(min-width: 900px)';

/**
 * The legend of the coverage layer with its figures, on the map's edge while the layer is on; each count opens its list.
 *
 * @param {{i18n: import('../../i18n/i18n.js').I18n, coverage: ReturnType<typeof
 *   import('./coverageWatch.js').createCoverageWatch>, layers: object,
 *   onList: (title: string, list: {kind: string, id: string}[]) => void}} context
 */
export function createCoverageBox(context) {
  const undo = disposer();
  const body = el('div', { class: 'coverage-body' });
  const title = el('summary', {}, context.i18n.t('map.layer.coverage'));
  // on a small screen it would lie over the middle of the map
  const open = matchMedia(ROOM).matches;
  const element = el('details', { class: 'coverage-box floating', hidden: true, open }, title, body);
  const draw = () => show(context, element, body);
  undo.add(context.coverage.state.on(draw), context.layers.on(draw));
  draw();
  return Object.freeze({ element, destroy: undo.destroy });
}

function show(context, element, body) {
  const { i18n, coverage } = context;
  element.hidden = !coverage.isOn();
  if (element.hidden) return;
  const { collection, failed } = coverage.state.get();
  if (collection === null) {
    const retry = el('button', { class: 'button', type: 'button', on: { click: coverage.read } }, i18n.t('retry'));
    fill(body, el('p', { class: 'quiet' }, i18n.t(failed ? 'coverage.failed' : 'coverage.reading')), failed && retry);
    return;
  }
  fill(body, legend(i18n, sharesOf(collection)), counts(context), el('p', { class: 'caption' }, i18n.t('coverage.note')));
}

function legend(i18n, shares) {
  const row = (name) =>
    el(
      'li',
      {},
      el('span', { class: `swatch cover-${name}`, 'aria-hidden': 'true' }),
      el('span', {}, i18n.t(`coverage.${name}`)),
      el('span', { class: 'number' }, percent(shares[name])),
    );
  return el('ul', { class: 'coverage-legend plain-list' }, ...['watched', 'offline', 'blind'].map(row));
}

function counts({ i18n, coverage, onList }) {
  const { incidents, riskPoints } = coverage.state.get();
  const count = (name, kind, things) =>
    el(
      'button',
      {
        class: 'button',
        type: 'button',
        disabled: things.length === 0,
        on: {
          click: () =>
            onList(
              i18n.t(`coverage.${name}`, { n: things.length }),
              things.map(({ id }) => ({ kind, id })),
            ),
        },
      },
      i18n.t(`coverage.${name}`, { n: things.length }),
    );
  return el(
    'div',
    { class: 'form-acts' },
    count('incidents', 'incident', incidents),
    count('riskPoints', 'riskPoint', riskPoints),
  );
}

/** @param {number} share @returns {string} small shares keep a digit that is not zero */
function percent(share) {
  const value = share * 100;
  return `${value >= 10 || value === 0 ? Math.round(value) : value.toFixed(value < 1 ? 2 : 1)} %`;
}
