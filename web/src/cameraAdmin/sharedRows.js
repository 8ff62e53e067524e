import { el, fill } from '../dom/el.js';
import { checksField, textField } from '../forms/fields.js';
import { granted, RIGHTS, withoutCamera } from '../state/shares.js';

/**
 * The lines of a share list: each camera with the channel id it has upward, and what may be done with it there.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, items: readonly object[], turns: (cameraId: string) => boolean,
 *   onChange: () => void}} context turns: whether it can turn at all; onChange: a line went
 */
export function sharedRows({ i18n, items, turns, onChange }) {
  const title = el('h3', { tabindex: '-1' });
  const lines = el('ul', { class: 'admin-shared' });
  const top = el('p', { class: 'fault', hidden: true });
  const state = { i18n, turns, lines, onChange, rows: [] };
  const list = () => state.rows.map(({ item, read }) => ({ ...item, ...read() }));
  const set = (wanted) => {
    state.rows = wanted.map((item) => rowOf(state, item, () => drop(item.cameraId)));
    title.textContent = i18n.t('upper.shared', { n: wanted.length });
    fill(lines, ...state.rows.map(({ element }) => element));
    if (wanted.length === 0) fill(lines, el('li', { class: 'quiet' }, i18n.t('upper.sharesNone')));
  };
  const drop = (cameraId) => {
    set(withoutCamera(list(), cameraId));
    onChange();
    title.focus();
  };
  set(items);
  const field = {
    name: 'items',
    element: el('div', { class: 'field' }, title, lines, top),
    read: list,
    set,
    fault(message) {
      top.hidden = !message;
      fill(top, message ?? '');
    },
    get input() {
      return state.rows.find(({ wrong }) => wrong())?.input ?? title;
    },
  };
  return Object.freeze({
    field,
    list,
    set,
    /** @param {ReadonlyMap<string, string>} byCamera sentences */
    faults: (byCamera) => state.rows.forEach(({ item, fault }) => fault(byCamera.get(item.cameraId) ?? null)),
    focusLast: () => state.rows.at(-1)?.input.focus(),
  });
}

function rowOf({ i18n, turns }, item, onDrop) {
  const name = item.name || item.cameraId;
  const channel = textField({ name: 'channelId', label: i18n.t('upper.channel'), value: item.channelId });
  channel.input.inputMode = 'numeric';
  channel.input.classList.add('mono');
  const grants = turns(item.cameraId) ? RIGHTS : RIGHTS.filter((right) => right !== 'control');
  const options = grants.map((right) => [right, i18n.t(`upper.right.${right}`)]);
  const rights = checksField({ name: 'rights', label: i18n.t('upper.rights'), options });
  rights.set(grants.filter((right) => item[right]));
  const gone = el(
    'button',
    { class: 'button', type: 'button', 'aria-label': i18n.t('upper.dropOne', { name }), on: { click: onDrop } },
    i18n.t('upper.drop'),
  );
  let message = null;
  return {
    item,
    input: channel.input,
    read: () => ({ channelId: channel.read(), ...granted(rights.read()) }),
    wrong: () => message !== null,
    fault(text) {
      message = text;
      channel.fault(text);
    },
    element: el(
      'li',
      {},
      el('div', { class: 'admin-shared-head' }, el('strong', {}, name), gone),
      item.withheld && el('p', { class: 'caption' }, i18n.t('upper.withheld')),
      channel.element,
      rights.element,
    ),
  };
}
