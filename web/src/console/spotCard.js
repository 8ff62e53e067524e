import { el } from '../dom/el.js';
import { cameraGlyph, kindGlyph, levelShape, statusRing, workerGlyph } from '../map/symbols.js';
import { shortNumber } from '../state/incidents.js';
import { cardTop } from './cardTop.js';

const MOST = 200;

/**
 * Many things on one spot of the map are a list, not a spiral.
 *
 * @param {{i18n: object, names: object, title?: string, things: {kind: string, id: string, thing: object}[],
 *   onOpen: (kind: string, id: string) => void, onClose: () => void}} context
 */
export function createSpotCard({ i18n, names, title: words, things, onOpen, onClose }) {
  const title = el('h2', { class: 'card-title', tabindex: '-1' }, words ?? i18n.t('spot.title', { n: things.length }));
  const row = ({ kind, id, thing }) =>
    el(
      'li',
      {},
      el(
        'button',
        { class: 'pick', type: 'button', on: { click: () => onOpen(kind, id) } },
        ...symbols(kind, thing, i18n),
        el(
          'span',
          { class: 'pick-text' },
          el('span', {}, kind === 'incident' ? `${shortNumber(thing)} ${thing.title}` : (thing.name ?? id)),
          el('span', { class: 'caption' }, factsOf(kind, thing, { i18n, names })),
        ),
      ),
    );
  const rest = things.length - MOST;
  const element = el(
    'article',
    { class: 'card-body' },
    cardTop(i18n, title, onClose),
    el('ul', { class: 'plain-list' }, ...things.slice(0, MOST).map(row)),
    rest > 0 && el('p', { class: 'caption' }, i18n.t('spot.rest', { n: rest })),
  );
  return Object.freeze({ element, focus: () => title.focus({ preventScroll: true }) });
}

/** What tells one from another that lies under it. */
function factsOf(kind, thing, { i18n, names }) {
  if (kind === 'incident') return names.status(thing.status);
  const what = i18n.t(`thing.${kind}`);
  return kind === 'camera' ? [what, i18n.t(`cameraStatus.${thing.status}`)].join(i18n.t('list.comma')) : what;
}

function symbols(kind, thing, i18n) {
  const level = thing.level ? levelShape(thing.level, { language: i18n.lang }) : null;
  const incident = () => [statusRing(thing.status), kindGlyph(thing.kind, 18), level];
  const others = { camera: () => [cameraGlyph(18)], worker: () => [workerGlyph(18)], riskPoint: () => [level] };
  return kind === 'incident' ? incident() : (others[kind]?.() ?? []);
}
