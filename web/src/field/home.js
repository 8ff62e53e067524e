import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { kindGlyph } from '../map/symbols.js';
import { DRAFT_NOTE } from '../state/fieldDraft.js';
import { createLooks } from './looks.js';
import { createOutboxList } from './outboxList.js';
import { createTaskList } from './taskList.js';

/**
 * Report, what waits, my tasks, who looked: in the order in which a worker needs them.
 *
 * @param {object} desk
 */
export async function createHome(desk) {
  const { i18n, route } = desk;
  const undo = disposer();
  const report = el('button', { class: 'button primary field-big', type: 'button' }, '+ ', i18n.t('field.report'));
  undo.listen(report, 'click', () => route.go('report'));
  const drafts = el('section', { class: 'stack', hidden: true });
  await showDrafts(desk, drafts);
  const [outbox, tasks, looks] = [createOutboxList(desk), createTaskList(desk), createLooks(desk)];
  undo.add(outbox.destroy, tasks.destroy, looks.destroy);
  const foot = createFoot(desk);
  const element = el('div', { class: 'stack field-home' }, report, drafts, outbox.element, tasks.element, looks.element, foot);
  return Object.freeze({ element, focus: () => report.focus(), destroy: undo.destroy });
}

async function showDrafts({ i18n, names, shelf, user, route, clock }, host) {
  const notes = await shelf.notes(user, DRAFT_NOTE);
  const row = ({ value }) =>
    el(
      'button',
      { class: 'pick field-row', type: 'button', on: { click: () => route.go('report', value.id) } },
      kindGlyph(value.kind, 28),
      el(
        'span',
        { class: 'pick-text' },
        el('span', { class: 'pick-name' }, i18n.t('field.draft', { kind: names.kind(value.kind) })),
        el('span', { class: 'quiet' }, value.text.trim() || momentWords(i18n, Date.parse(value.at), clock.device())),
      ),
    );
  host.hidden = notes.length === 0;
  fill(host, el('h2', {}, i18n.t('field.drafts')), ...notes.map(row));
}

/** In a county app the head is hidden; language and the way out are here then. */
function createFoot({ i18n, on }) {
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  return el(
    'p',
    { class: 'field-foot' },
    button('language.switch', on.language),
    button('session.signOut', on.signOut),
  );
}
