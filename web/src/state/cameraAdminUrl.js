import { readQuery, writeQuery } from './query.js';

/**
 * A link to the page that looks after the cameras is what is seen on it.
 *
 * @typedef {object} AdminView
 * @property {string} tab one of those this person has
 * @property {string|null} id chosen camera, device or upper platform
 * @property {'settings'|'masks'|'diagnosis'|'shared'|'new'} part of the chosen one
 * @property {string} q words of the search
 * @property {string|null} show state by which a list is narrowed
 */

const READERS = Object.freeze(['VIDEO_MANAGER', 'SUPERVISOR', 'LEADER']);
const TABS = Object.freeze({
  cameras: READERS,
  health: Object.freeze([...READERS, 'DISPATCHER']),
  filings: Object.freeze([...READERS, 'AUDIT_ADMIN']),
  devices: Object.freeze(['VIDEO_MANAGER']),
  uppers: Object.freeze(['VIDEO_MANAGER']),
});
const PARTS = Object.freeze(['settings', 'masks', 'diagnosis', 'new']);
const UPPER_PARTS = Object.freeze(['settings', 'shared', 'new']);

/**
 * @param {{roles: readonly string[], scope?: string}} session
 * @param {{code: string}|null} [place] without it, nobody is taken to look after the whole of it
 * @returns {string[]} the tabs that somebody has, in their order
 */
export function tabsOf({ roles, scope }, place = null) {
  const whole = Boolean(place?.code && scope) && place.code.startsWith(scope);
  const has = (tab) => TABS[tab].some((role) => roles.includes(role)) && (whole || tab !== 'uppers');
  return Object.keys(TABS).filter(has);
}

/** @param {{roles: readonly string[]}} session @returns {boolean} whether this person may change what is kept of cameras */
export function mayManage({ roles }) {
  return roles.includes('VIDEO_MANAGER');
}

/** @param {string} search @param {readonly string[]} tabs that this person has @returns {AdminView} */
export function readAdmin(search, tabs) {
  const raw = readQuery(search);
  const tab = tabs.includes(raw.get('tab')) ? raw.get('tab') : tabs[0];
  const id = /^[\w-]{1,64}$/.test(raw.get('id') ?? '') ? raw.get('id') : null;
  const parts = tab === 'uppers' ? UPPER_PARTS : PARTS;
  const part = parts.includes(raw.get('part')) ? raw.get('part') : 'settings';
  const show = /^[A-Z_]{2,20}$/.test(raw.get('show') ?? '') ? raw.get('show') : null;
  return Object.freeze({
    tab,
    id,
    part: id === null && part !== 'new' ? 'settings' : part,
    q: raw.get('q') ?? '',
    show,
  });
}

/** @param {Partial<AdminView>} view @returns {string} with its question mark, or empty */
export function writeAdmin({ tab, id, part, q, show }) {
  return writeQuery([
    ['tab', tab === 'cameras' ? null : tab],
    ['q', q],
    ['show', show],
    ['id', id],
    ['part', part === 'settings' ? null : part],
  ]);
}
