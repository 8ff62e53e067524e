import { valueWords } from '../console/card/versions.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';

/** So many of the latest are told. */
const TOLD = 3;

/**
 * Amendments of a case that met another change: that both are kept and the dispatcher decides, or what was decided. Read
 * anew whenever the case has changed, kept for times without a network.
 *
 * @param {object} desk `id`: of the case
 */
export function createAmendments(desk) {
  const { i18n, rooms, reader, clock, id } = desk;
  const list = el('ul', { class: 'stack' });
  const element = el('section', { class: 'stack field-amendments', hidden: true }, el('h3', {}, i18n.t('versions.title')), list);
  const state = { version: null };
  const read = () => reader.read(`amendments:${id}`, () => rooms.field.amendments(id), clock.now());
  return Object.freeze({
    element,
    /** @param {number} version of the case as it is known now */
    async show(version) {
      if (state.version === version) return;
      state.version = version;
      const found = await read();
      // a later change has asked again
      if (state.version !== version || found === null) return;
      const kept = found.value.filter((amendment) => amendment.fields.length > 0).slice(-TOLD);
      element.hidden = kept.length === 0;
      fill(list, ...kept.reverse().map((amendment) => row(desk, amendment)));
    },
  });
}

function row(desk, amendment) {
  const { i18n, clock } = desk;
  const open = amendment.state === 'OPEN';
  const moment = (text) => momentWords(i18n, Date.parse(text), clock.now());
  const head = open
    ? i18n.t('field.amend.open', { who: amendment.by, at: moment(amendment.at) })
    : i18n.t('field.amend.decided', { who: amendment.decidedBy, at: moment(amendment.decidedAt) });
  const sides = amendment.fields.map((field) => sideWords(desk, field, open ? null : amendment.taken[field.field]));
  return el('li', { class: 'notice stack', data: { state: amendment.state } }, el('p', {}, head), ...sides);
}

/** Both while it waits, then the one that was taken. */
function sideWords({ i18n, names }, { field, mine, theirs }, taken) {
  const say = (key, value) => {
    const words = { field: i18n.t(`field.amend.name.${field}`), value: valueWords(i18n, names, field, value) };
    return el('p', { class: 'field-words' }, i18n.t(`field.amend.${key}`, words));
  };
  if (taken) return say(taken, taken === 'MINE' ? mine : theirs);
  return el('div', {}, say('now', theirs), say('amended', mine));
}
