import { el } from '../dom/el.js';
import { keyRows, singleKeySwitch } from '../dom/keyRows.js';
import { capital } from '../i18n/words.js';
import { cardTop } from './cardTop.js';

const GROUPS = Object.freeze({
  anywhere: ['/', ':', 'i', 'q', 'z', 'y', 'P', 'g h', 'g c', 'F6', 'Esc', '[', ']', '?'],
  list: ['j', 'k', 'Enter', 'n', 'f'],
  map: ['Tab', '+', '−', '0', 'l', 'o'],
});

/**
 * The sheet of keys. Single keys can be switched off here.
 *
 * @param {{i18n: object, codes: object, singleKeys: boolean, onSingleKeys: (on: boolean) => void, onClose: () => void}} context
 */
export function helpSheet({ i18n, codes, singleKeys, onSingleKeys, onClose }) {
  const title = el('h2', { tabindex: '-1', class: 'card-title' }, i18n.t('help.title'));
  const sections = Object.entries(GROUPS).map(([name, keys]) => [
    el('h3', {}, i18n.t(`help.${name}`)),
    keyRows(keys.map((key) => [key, i18n.t(`key.${key}`)])),
  ]);
  const moves = (codes.moves ?? [])
    .filter((move) => move.key && move.action !== 'undo')
    .map((move) => [move.key, capital(i18n.name(move))]);
  const element = el(
    'article',
    { class: 'card-body help stack' },
    cardTop(i18n, title, onClose),
    singleKeySwitch(i18n.t('help.singleKeys'), singleKeys, onSingleKeys),
    ...sections.flat(),
    el('h3', {}, i18n.t('help.incident')),
    keyRows([...moves, ['1-5', i18n.t('key.1-5')], ['c', i18n.t('key.c')]]),
    el('p', { class: 'quiet' }, i18n.t('help.chain')),
  );
  return Object.freeze({ element, focus: () => title.focus() });
}
