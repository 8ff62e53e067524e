import { el, fill, keyCap } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { shortNumber } from '../state/incidents.js';
import { methodOf } from '../state/studies.js';
import { methodWord, valuesWord } from './methodWords.js';
import { trendChart } from './trendChart.js';

/**
 * One hotspot in full: its sentence, its test, its days, its trend, its incidents.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, names: (code: string|null) => string,
 *   statuses: (code: string) => string, incidentsOf: (spot: object, options: object) => Promise<object[]>,
 *   methods: readonly import('../state/studies.js').Method[], now: () => number, onClose: () => void}} context
 */
export function createSpotPanel(context) {
  const { i18n } = context;
  const element = el('section', { class: 'review-spot', 'aria-label': i18n.t('review.chosen') });
  const panel = { ...context, element, call: null, shown: null, unread: null };
  fill(element, ...prompt(i18n));
  return Object.freeze({
    element,
    /**
     * @param {'a'|'b'} side
     * @param {import('../state/hotspots.js').Spot|null} spot
     * @param {object|null} collection the study it belongs to
     * @param {boolean} focus
     */
    show(side, spot, collection, focus) {
      if (panel.shown === spot && spot) return;
      panel.shown = spot;
      panel.call?.abort();
      panel.unread = null;
      if (spot) showSpot(panel, side, spot, collection, focus);
      else fill(element, ...prompt(i18n));
    },
    /** After a cut: the list that could not be read. */
    reread: () => panel.unread?.(),
    destroy: () => panel.call?.abort(),
  });
}

function prompt(i18n) {
  const line = (key, more = '') => el('p', { class: `quiet${more}` }, i18n.t(key));
  return [line('review.choose'), line('review.keys', ' review-keys-hint')];
}

function showSpot(panel, side, spot, collection, focus) {
  const { i18n, element, onClose } = panel;
  const place = i18n.t('review.spotTitle', { side: side.toUpperCase(), rank: spot.rank });
  const title = el('h2', { tabindex: '-1' }, place);
  const close = el('button', { class: 'button', type: 'button', on: { click: onClose } });
  close.append(i18n.t('close'), keyCap('Esc'));
  const head = el('div', { class: 'review-spot-head' }, title, close);
  const words = el('p', { class: 'review-sentence' }, i18n.name(spot.sentence));
  const left = el('div', { class: 'stack' }, head, words, verdictOf(i18n, spot), factsOf(panel, spot, collection));
  const trend = el('div', {}, el('h3', {}, i18n.t('review.trend')), trendChart(i18n, spot));
  const list = el('div', { class: 'review-incidents' });
  fill(element, left, trend, list);
  if (focus) title.focus();
  listIncidents(panel, spot, list);
}

function verdictOf(i18n, { verdict }) {
  if (verdict === 'proven') return null;
  return el('p', { class: 'notice' }, i18n.t(`review.verdict.${verdict}.why`));
}

function factsOf(panel, spot, collection) {
  const { i18n, names, methods } = panel;
  const { observed, expected, ratio, ratioLow, ratioHigh, since, until, category } = spot;
  const figures = { observed, expected: plain(expected), ratio: plain(ratio) };
  const interval = { low: plain(ratioLow), high: plain(ratioHigh) };
  const rows = [
    ['review.fact.kind', names(category)],
    ['review.fact.span', i18n.t('review.span', { from: since, to: until })],
    ['review.fact.observed', expected === null ? `${observed} / —` : i18n.t('review.observedExpected', figures)],
    ['review.fact.interval', ratioLow === null ? null : i18n.t('review.interval', interval)],
    ['review.fact.test', testOf(panel, spot)],
    ['review.fact.parameters', valuesWord(i18n, methodOf(methods, spot.method), collection?.parameters ?? {})],
  ].filter(([, text]) => text);
  return el(
    'dl',
    { class: 'review-facts' },
    ...rows.flatMap(([key, text]) => [el('dt', {}, i18n.t(key)), el('dd', {}, text)]),
  );
}

/** @param {number|null} value @returns {string} one decimal below a hundred */
function plain(value) {
  if (value === null) return '—';
  return value < 100 ? value.toFixed(1) : String(Math.round(value));
}

function testOf({ i18n, methods }, { method, pValue, qValue, recurrenceDays }) {
  const name = methodWord(i18n, methodOf(methods, method));
  if (pValue === null) return i18n.t('review.noTest', { name });
  const parts = [i18n.t('review.p', { p: small(pValue) })];
  if (qValue !== null && qValue !== pValue) parts.push(i18n.t('review.q', { q: small(qValue) }));
  if (recurrenceDays !== null) parts.push(i18n.t('review.recurrence', { n: Math.round(recurrenceDays) }));
  return [name, ...parts].join(i18n.t('list.semicolon'));
}

function small(p) {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`;
}

async function listIncidents(panel, spot, host) {
  const { i18n, incidentsOf } = panel;
  const head = el('h3', {}, i18n.t('review.incidents', { n: spot.observed }));
  fill(host, head, el('p', { class: 'quiet waiting' }, i18n.t('review.readingIncidents')));
  panel.call = new AbortController();
  panel.unread = null;
  const { signal } = panel.call;
  try {
    const found = await incidentsOf(spot, { signal });
    if (signal.aborted) return;
    const missing = spot.observed - found.length;
    const note = missing > 0 && el('p', { class: 'caption' }, i18n.t('review.incidentsMissing', { n: missing }));
    const rows = found.map((incident) => incidentRow(panel, incident));
    fill(host, head, note, el('ol', { class: 'incident-list', 'aria-label': head.textContent }, ...rows));
  } catch (problem) {
    if (signal.aborted) return;
    const again = () => listIncidents(panel, spot, host);
    if (problem.kind === 'silent') panel.unread = again;
    const retry = el('button', { class: 'button', type: 'button', on: { click: again } }, i18n.t('retry'));
    fill(host, head, el('p', {}, problem.detail || i18n.t('review.silent')), retry);
  }
}

function incidentRow({ i18n, names, statuses, now }, incident) {
  const { id, title, kind, status, occurredAt } = incident;
  const link = el('a', { href: `/?sel=i:${encodeURIComponent(id)}` }, shortNumber(incident), ' ', title ?? names(kind));
  const when = el('time', { datetime: occurredAt }, momentWords(i18n, Date.parse(occurredAt), now()));
  return el('li', {}, link, el('span', { class: 'caption' }, when, ' · ', statuses(status)));
}
