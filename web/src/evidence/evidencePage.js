import { problemSentence } from '../console/words.js';
import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { pageHead } from '../session/pageHead.js';
import { createClipPanel } from './clipPanel.js';
import { clipRow } from './clipRow.js';
import { diskWords } from './diskNotice.js';
import { createRecordingPanel } from './recordingPanel.js';

/** What is under way changes by itself; the list is read again this often, ms. */
const AGAIN_MS = 4_000;
const DISK_MS = 60_000;

/**
 * Clips on the left, what belongs to the chosen one on the right.
 *
 * @param {HTMLElement} host
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, place: object,
 *   room: ReturnType<typeof import('../rooms/evidence.js').createEvidenceRoom>, now: () => number, on: object}} context
 */
export function createEvidencePage(host, context) {
  const { i18n, place } = context;
  const undo = disposer();
  const query = new URLSearchParams(location.search);
  const parts = pageParts(i18n);
  const page = { context, parts, query, items: [], next: null, chosen: query.get('clip'), panel: null, over: false };
  fill(
    host,
    el(
      'div',
      { class: 'page evidence-page' },
      pageHead(
        { ...context, title: i18n.t('evidence.title'), home: i18n.t('evidence.console'), synthetic: place.synthetic },
        el('a', { class: 'page-link', href: '/cameras' }, i18n.t('evidence.wall')),
      ),
      el('main', { class: 'evidence-body' }, el('div', { class: 'admin-split' }, parts.list, parts.side)),
    ),
  );
  undo.listen(parts.waiting, 'change', () => narrow(page));
  undo.listen(parts.all, 'click', () => location.assign('/evidence'));
  undo.listen(parts.more, 'click', () => read(page, page.next));
  undo.every(AGAIN_MS, () => isUnderWay(page) && refresh(page));
  undo.add(() => {
    page.over = true;
    page.panel?.destroy();
  });
  parts.waiting.checked = query.get('waiting') === 'true';
  parts.all.hidden = !query.has('incidentId') && !query.has('cameraId');
  undo.every(DISK_MS, () => !document.hidden && showDisk(page));
  showDisk(page);
  if (query.has('recording')) openRecording(page);
  read(page, null);
  return Object.freeze({ reached: () => refresh(page), destroy: undo.destroy });
}

function pageParts(i18n) {
  const rows = el('tbody', { role: 'rowgroup' });
  const count = el('p', { class: 'caption', role: 'status' });
  const disk = el('div', { role: 'status' });
  const waiting = el('input', { type: 'checkbox' });
  const all = el('button', { class: 'button', type: 'button' }, i18n.t('evidence.all'));
  const more = el('button', { class: 'button', type: 'button', hidden: true }, i18n.t('evidence.more'));
  const columns = ['camera', 'incident', 'begun', 'length', 'state'].map((key) =>
    el('th', { scope: 'col', role: 'columnheader' }, i18n.t(`evidence.${key}`)),
  );
  const table = el(
    'table',
    { class: 'grid-table admin-table evidence-table', role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...columns)),
    rows,
  );
  const label = i18n.t('evidence.list');
  const scroll = el(
    'div',
    { class: 'admin-scroll', tabindex: '0', role: 'region', 'aria-label': label, hidden: true },
    table,
    more,
  );
  const list = el(
    'section',
    { class: 'admin-list', 'aria-label': label },
    el('div', { class: 'admin-tools' }, el('label', { class: 'check' }, waiting, i18n.t('evidence.waiting')), all),
    disk,
    count,
    scroll,
  );
  const side = el('section', { class: 'admin-side', 'aria-label': i18n.t('evidence.chosen') });
  return { list, side, scroll, rows, count, disk, waiting, all, more };
}

function narrow(page) {
  if (page.parts.waiting.checked) page.query.set('waiting', 'true');
  else page.query.delete('waiting');
  remember(page);
  read(page, null);
}

function remember({ query, chosen }) {
  const shown = new URLSearchParams(query);
  if (chosen) shown.set('clip', chosen);
  const text = shown.toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
}

async function read(page, cursor) {
  const { context, parts } = page;
  const asked = new URLSearchParams(page.query);
  ['clip', 'recording'].forEach((name) => asked.delete(name));
  if (cursor) asked.set('cursor', cursor);
  try {
    const { items, next } = await context.room.list(asked);
    if (page.over) return;
    Object.assign(page, { items: cursor ? [...page.items, ...items] : items, next });
    if (page.panel === null) page.chosen ??= page.items[0]?.id ?? null;
    draw(page);
    if (page.panel === null && page.chosen) open(page, page.chosen);
  } catch (problem) {
    if (!page.over) parts.count.textContent = problemSentence(context.i18n, problem, context.i18n.t('evidence.list'));
  }
}

function draw(page) {
  const { context, parts, items } = page;
  const { i18n } = context;
  const words = items.length === 0 ? i18n.t(noneKey(page)) : i18n.t('evidence.count', { n: items.length });
  if (parts.count.textContent !== words) parts.count.textContent = words;
  const onOpen = (clip) => open(page, clip.id);
  fill(parts.rows, ...items.map((clip) => clipRow({ ...context, clip, current: clip.id === page.chosen, onOpen })));
  parts.more.hidden = page.next === null;
  parts.scroll.hidden = items.length === 0;
  if (page.panel === null) {
    fill(parts.side, el('p', { class: 'quiet' }, i18n.t(items.length === 0 ? 'evidence.sideNone' : 'evidence.choose')));
  }
}

function noneKey({ query }) {
  if (query.get('waiting') === 'true') return 'evidence.noneWaiting';
  return query.has('incidentId') || query.has('cameraId') ? 'evidence.noneHere' : 'evidence.none';
}

async function showDisk({ context, parts, over }) {
  const disk = await context.room.disk().catch(() => null);
  if (disk !== null && !over) fill(parts.disk, diskWords(context.i18n, disk));
}

/** The recording of a camera's device at the time of an incident, in place of a clip. */
async function openRecording(page) {
  const { context, parts, query } = page;
  const { i18n, room, places } = context;
  const id = query.get('recording');
  page.panel = Object.freeze({ show() {}, destroy() {} });
  try {
    const [incident, { features }] = await Promise.all([room.incident(query.get('incidentId')), places.cameras()]);
    const camera = features.find((feature) => feature.id === id)?.properties ?? { name: id };
    if (page.over || page.chosen !== null) return;
    const onKept = (clip) => location.assign(`/evidence?incidentId=${incident.id}&clip=${clip.id}`);
    const panel = createRecordingPanel({ ...context, camera: { ...camera, id }, incident, onKept });
    page.panel = Object.freeze({ show() {}, destroy: panel.destroy });
    fill(parts.side, panel.element);
  } catch (problem) {
    fill(parts.side, el('p', { class: 'notice fault' }, problemSentence(i18n, problem, i18n.t('recording.title'))));
  }
}

async function open(page, id) {
  const { context, parts } = page;
  page.chosen = id;
  page.query.delete('recording');
  remember(page);
  draw(page);
  try {
    const clip = await context.room.get(id);
    if (page.over || page.chosen !== id) return;
    page.panel?.destroy();
    page.panel = createClipPanel({ ...context, clip, onChanged: (changed) => replace(page, changed) });
    fill(parts.side, page.panel.element);
  } catch (problem) {
    const words = problemSentence(context.i18n, problem, context.i18n.t('evidence.chosen'));
    fill(parts.side, el('p', { class: 'notice fault' }, words));
  }
}

function replace(page, clip) {
  page.items = page.items.map((known) => (known.id === clip.id ? clip : known));
  draw(page);
}

function isUnderWay({ items }) {
  return items.some((clip) => clip.state === 'RECORDING' || clip.exports.some((wish) => wish.state === 'MAKING'));
}

/** Only what is under way is asked for again: a panel somebody types in stays as it is. */
async function refresh(page) {
  const busy = page.items.filter((clip) => isUnderWay({ items: [clip] }));
  for (const { id } of busy) {
    const clip = await page.context.room.get(id).catch(() => null);
    if (page.over || clip === null) return;
    replace(page, clip);
    if (id === page.chosen) page.panel?.show(clip);
  }
}
