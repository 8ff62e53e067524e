import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';

/**
 * Who looked at where the worker is: a count that opens its list.
 *
 * @param {{i18n: object, rooms: object, reader: object, clock: object, session: object}} desk
 */
export function createLooks({ i18n, rooms, reader, clock, session }) {
  const element = el('details', { class: 'field-looks', hidden: true });
  const state = { over: false };
  const show = (items) => {
    element.hidden = false;
    const line = ({ at, by, why }) =>
      el('li', {}, i18n.t('field.look', { at: momentWords(i18n, Date.parse(at), clock.now()), by, why: i18n.name(why) }));
    fill(
      element,
      el('summary', {}, i18n.t('field.looks', { n: items.length })),
      el('ul', { class: 'stack' }, ...items.map(line)),
      items.length === 0 && el('p', { class: 'quiet' }, i18n.t('field.noLooks')),
    );
  };
  const read = async () => {
    const found = await reader.read('looks', rooms.field.looks, clock.now());
    if (!state.over && found) show(found.value);
  };
  if (session.workerId) read();
  return Object.freeze({ element, destroy: () => (state.over = true) });
}
