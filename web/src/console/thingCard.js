import { el } from '../dom/el.js';
import { momentWords, spanWords } from '../i18n/words.js';
import { cardTop } from './cardTop.js';
import { levelBadge } from './levelBadge.js';

/**
 * A short card for what is no incident: a risk point, a camera, a worker, a hotspot.
 *
 * @param {{i18n: object, names: object, now: () => number, kind: string, thing: object, onClose: () => void}} context
 */
export function createThingCard(context) {
  const { i18n, kind, thing, onClose } = context;
  const title = el('h2', { class: 'card-title', tabindex: '-1' }, nameOf(context));
  const rows = (FACTS[kind] ?? (() => []))(context, thing).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const element = el(
    'article',
    { class: 'card-body' },
    cardTop(i18n, el('span', { class: 'quiet' }, i18n.t(`thing.${kind}`)), onClose),
    title,
    el('dl', { class: 'facts' }, ...rows.flatMap(([key, value]) => [el('dt', {}, i18n.t(key)), el('dd', {}, value)])),
  );
  return Object.freeze({ element, focus: () => title.focus({ preventScroll: true }) });
}

function nameOf({ i18n, kind, thing }) {
  return kind === 'hotspot' ? i18n.t('thing.hotspotName', thing) : (thing.name ?? thing.id);
}

const FACTS = Object.freeze({
  riskPoint: ({ i18n, names, now }, risk) => [
    ['fact.level', risk.level ? levelBadge(risk.level, names.level(risk.level), i18n.lang) : i18n.t('level.none')],
    ['fact.riskCategory', risk.category && names.riskCategory(risk.category)],
    ['fact.state', risk.status && i18n.name(risk.statusName ?? risk.status)],
    ['fact.reviewBy', risk.reviewBy && momentWords(i18n, Date.parse(risk.reviewBy), now())],
  ],
  camera: ({ i18n }, camera) => [
    ['fact.code', el('span', { class: 'mono' }, camera.id)],
    ['fact.state', stateOf(i18n, camera.status)],
    ['fact.heading', typeof camera.heading === 'number' ? `${Math.round(camera.heading)}°` : null],
    ['fact.range', camera.rangeMetres ? `${camera.rangeMetres} m` : null],
  ],
  hotspot: ({ i18n }, spot) => [
    ['fact.hotspot', i18n.name(spot.sentence)],
    ['fact.review', reviewLink(i18n, spot)],
  ],
  worker: ({ i18n }, worker) => [
    ['fact.code', el('span', { class: 'mono' }, worker.id)],
    ['fact.positionAge', i18n.t('workers.seen', { span: spanWords(i18n, worker.ageSeconds) })],
  ],
});

function reviewLink(i18n, { id }) {
  return el('a', { href: `/hotspots?sel=b:${encodeURIComponent(id)}` }, i18n.t('menu.hotspots'));
}

function stateOf(i18n, status) {
  const key = `cameraStatus.${String(status).toUpperCase()}`;
  const words = i18n.t(key);
  return words === key ? String(status ?? '—') : words;
}
