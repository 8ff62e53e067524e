import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { heldBack } from '../state/outbox.js';
import { parkedBox } from './parkedBox.js';

/**
 * What waits on this device, what was refused (with both sides), and what has arrived.
 *
 * @param {object} desk
 */
export function createOutboxList(desk) {
  const { i18n, outbox, orders } = desk;
  const undo = disposer();
  const waiting = el('ul', { class: 'stack field-waiting' });
  const head = el('h2', {}, i18n.t('field.waiting'));
  const arrived = el('ul', { class: 'field-arrived' });
  const latest = el('p', { class: 'quiet field-latest', role: 'status' });
  const done = el('details', { hidden: true }, el('summary', {}, i18n.t('field.arrived')), arrived);
  const element = el('section', { class: 'stack field-outbox' }, head, waiting, latest, done);
  const boxes = new Map();
  const draw = () => {
    const entries = outbox.entries.get();
    head.hidden = entries.length === 0;
    const gone = [...boxes.keys()].filter((order) => !entries.some((entry) => entry.order === order));
    gone.forEach((order) => boxes.delete(order));
    const held = heldBack(entries);
    fill(waiting, ...entries.map((entry) => entryRow(desk, { entries, held, boxes }, entry)));
  };
  const drawDone = () => {
    const facts = orders.done.get();
    latest.hidden = facts.length === 0;
    done.hidden = facts.length < 2;
    fill(latest, facts.length > 0 && doneWords(desk, facts[0]));
    fill(arrived, ...facts.slice(1).map((fact) => el('li', {}, doneWords(desk, fact))));
  };
  undo.add(outbox.entries.on(draw), orders.done.on(drawDone));
  draw();
  drawDone();
  return Object.freeze({ element, destroy: undo.destroy });
}

function entryRow(desk, { entries, held, boxes }, entry) {
  const { i18n, clock } = desk;
  const at = momentWords(i18n, entry.at, clock.device());
  const state = entry.state === 'PARKED' ? 'parked' : held.has(entry.order) ? 'held' : entry.tries > 0 ? 'again' : 'next';
  const line = el(
    'p',
    {},
    el('strong', {}, entryWords(desk, entry)),
    ' ',
    el('span', { class: 'quiet' }, `${at} · ${i18n.t(`field.entry.${state}`)}`),
  );
  if (state !== 'parked') return el('li', { class: 'field-entry' }, line);
  // a box in which somebody is choosing stays as it is
  const known = boxes.get(entry.order);
  const box = known?.key === entry.key ? known.box : parkedBox(desk, entries, entry);
  boxes.set(entry.order, { key: entry.key, box });
  return el('li', { class: 'field-entry', data: { state } }, line, box);
}

/** @param {object} desk @param {object} entry @returns {string} what the worker did */
export function entryWords({ i18n, names }, entry) {
  const about = entry.title ?? '';
  if (entry.kind === 'REPORT') {
    return i18n.t('field.entry.report', { kind: names.kind(entry.body.kind), title: entry.body.title });
  }
  if (entry.kind === 'PHOTO') return i18n.t('field.entry.photo');
  if (entry.kind === 'MOVE') return i18n.t('field.entry.act', { act: names.move(entry.body.action), title: about });
  const act = entry.kind === 'DECLINE' ? names.move('return') : i18n.t(`field.step.${entry.body.state}`);
  return i18n.t('field.entry.act', { act, title: about });
}

function doneWords({ i18n, names, clock }, { kind, step, at, number, title }) {
  const acts = { REPORT: () => i18n.t('field.report'), DECLINE: () => names.move('return'), MOVE: () => names.move(step) };
  const act = (acts[kind] ?? (() => i18n.t(`field.step.${step}`)))();
  return i18n.t('field.done', { at: momentWords(i18n, at, clock.now()), act, number, title });
}
