import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { agoWords } from '../i18n/words.js';
import { devicePanel } from './devicePanel.js';
import { createListFrame, listRow, retryNotice, searchBox } from './listFrame.js';

const READ_EVERY_MS = 10_000;
const COLUMNS = ['device', 'status', 'version', 'transport', 'seen', 'channels', 'password'];

/**
 * The devices that sign in by GB/T 28181, and what has to be entered in one so that it finds us.
 *
 * @param {object} context of the page, with `view` and `go`
 */
export function createDevicesTab(context) {
  const { i18n, go } = context;
  const undo = disposer();
  const search = searchBox({
    i18n,
    label: 'camAdmin.searchDevice',
    value: context.view.q,
    onInput: (q) => go({ q }, 'replace'),
  });
  const station = el('div', { class: 'admin-station' });
  const expect = el('button', { class: 'button', type: 'button' }, i18n.t('camAdmin.device.expect'));
  const frame = createListFrame({
    i18n,
    name: 'admin-devices',
    label: i18n.t('camAdmin.tab.devices'),
    columns: COLUMNS.map((name) => i18n.t(`camAdmin.column.${name}`)),
    tools: [search, expect],
    above: [station],
  });
  const tab = { context, frame, search, station, view: context.view, answer: null, shown: null, over: false };
  expect.addEventListener('click', () => {
    go({ id: null, part: 'new' });
    frame.enterSide();
  });
  undo.every(READ_EVERY_MS, () => !document.hidden && read(tab));
  undo.add(() => (tab.over = true));
  read(tab);
  return Object.freeze({
    element: frame.element,
    show(view) {
      tab.view = view;
      if (search.value !== view.q) search.value = view.q;
      draw(tab);
    },
    reached: () => read(tab),
    destroy: undo.destroy,
  });
}

async function read(tab) {
  const { context, frame } = tab;
  try {
    tab.answer = await context.room.devices();
    if (!tab.over) draw(tab);
  } catch (problem) {
    if (!tab.over && !tab.answer) fill(frame.side, retryNotice(context.i18n, problem, () => read(tab)));
  }
}

function draw(tab) {
  const { context, frame, answer, view, station } = tab;
  if (!answer) return;
  const { i18n } = context;
  drawStation(station, i18n, answer.station);
  const text = view.q.trim().toLowerCase();
  const words = ({ deviceId, maker, channels }) =>
    [deviceId, maker?.name, ...channels.map(({ name }) => name)].join(' ');
  const shown = answer.items.filter((device) => words(device).toLowerCase().includes(text));
  const count = answer.items.length === 0 ? 'camAdmin.device.none' : 'camAdmin.device.count';
  const online = answer.items.filter((device) => device.online).length;
  const focused = frame.element.querySelector('.admin-list tbody :focus')?.textContent;
  frame.show(shown, (device) => row(tab, device), i18n.t(count, { n: shown.length, online }));
  if (focused) [...frame.element.querySelectorAll('.admin-open')].find((one) => one.textContent === focused)?.focus();
  showPanel(tab);
}

function drawStation(element, i18n, { on, id, domain, address, port }) {
  const pair = (key, text) => [el('dt', {}, i18n.t(`camAdmin.device.${key}`)), el('dd', { class: 'mono' }, text)];
  const facts = [
    ...pair('id', id),
    ...pair('domain', domain),
    ...pair('address', address),
    ...pair('port', String(port)),
  ];
  if (element.childElementCount > 0) return;
  fill(
    element,
    el('h2', {}, i18n.t('camAdmin.device.setUp')),
    on
      ? el('dl', { class: 'admin-facts wide' }, ...facts)
      : el('p', { class: 'notice' }, i18n.t('camAdmin.device.off')),
    on && el('p', { class: 'quiet' }, i18n.t('camAdmin.device.how')),
  );
}

function row(tab, device) {
  const { i18n, go, now } = tab.context;
  const { deviceId, registered, online, version, transport, lastSeen, channels, ownPassword } = device;
  const onOpen = () => {
    go({ id: deviceId, part: 'settings' });
    tab.frame.enterSide();
  };
  const status = registered ? (online ? 'ONLINE' : 'OFFLINE') : 'NEVER_CONNECTED';
  return listRow({
    current: deviceId === tab.view.id,
    title: deviceId,
    onOpen,
    cells: [
      ['name mono', null],
      ['status', i18n.t(`cameraStatus.${status}`)],
      ['version', version ?? '—'],
      ['transport', transport ?? '—'],
      ['seen', lastSeen ? agoWords(i18n, Date.parse(lastSeen), now()) : '—'],
      ['channels', i18n.t('camAdmin.device.channelCount', { n: channels.length })],
      ['password', i18n.t(ownPassword ? 'camAdmin.device.own' : 'camAdmin.device.common')],
    ],
  });
}

/** The panel is drawn anew only when the device is another one or has changed: somebody may be typing in it. */
function showPanel(tab, said = '') {
  const { context, frame, answer, view } = tab;
  const device = answer.items.find((one) => one.deviceId === view.id) ?? null;
  const fresh = view.part === 'new';
  const state = JSON.stringify([view.id, view.part, device?.online, device?.ownPassword, device?.channels]);
  if (state === tab.shown && !said) return;
  const typing = frame.side.contains(document.activeElement) && document.activeElement.value;
  if (typing && !said && tab.shown && JSON.parse(tab.shown)[0] === view.id) return;
  tab.shown = state;
  if (!device && !fresh) {
    fill(frame.side, el('p', { class: 'quiet' }, context.i18n.t('camAdmin.device.choose')));
    return;
  }
  const saved = async (id, words) => {
    tab.answer = await context.room.devices();
    if (tab.view.id !== id) context.go({ id, part: 'settings' }, 'replace');
    draw(tab);
    showPanel(tab, words);
    frame.enterSide();
  };
  fill(frame.side, devicePanel({ ...context, device, said, saved }));
}
