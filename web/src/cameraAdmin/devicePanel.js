import { el } from '../dom/el.js';
import { textField } from '../forms/fields.js';
import { createStepForm } from '../forms/stepForm.js';
import { momentWords } from '../i18n/words.js';
import { writeAdmin } from '../state/cameraAdminUrl.js';

/**
 * One device: what it says of itself, its channels, its own password, which goes in and never comes out. Without a device
 * the form asks for the id of one that has yet to come.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, now: () => number, device: object|null, said: string,
 *   saved: (id: string, said: string) => Promise<void>}} context
 * @returns {HTMLElement}
 */
export function devicePanel(context) {
  const { i18n, device, said } = context;
  return el(
    'div',
    { class: 'stack' },
    el(
      'h2',
      { tabindex: '-1', class: device ? 'mono' : null },
      device ? device.deviceId : i18n.t('camAdmin.device.expect'),
    ),
    device && deviceFacts(context),
    said && el('p', { class: 'notice', role: 'status' }, said),
    el('h3', {}, i18n.t('camAdmin.device.password')),
    el('p', { class: 'quiet' }, i18n.t(device?.ownPassword ? 'camAdmin.device.ownWhy' : 'camAdmin.device.commonWhy')),
    passwordForm(context),
    device && device.channels.length > 0 && channelList(context),
  );
}

function deviceFacts({ i18n, device, now }) {
  const pair = (key, text) => (text ? [el('dt', {}, i18n.t(`camAdmin.device.${key}`)), el('dd', {}, text)] : []);
  const time = (at) => (at ? momentWords(i18n, Date.parse(at), now()) : null);
  const { maker } = device;
  return el(
    'dl',
    { class: 'admin-facts' },
    ...pair('maker', maker?.name),
    ...pair('model', maker?.model),
    ...pair('firmware', maker?.firmware),
    ...pair('registeredAt', time(device.registeredAt)),
    ...pair('lastSeen', time(device.lastSeen)),
  );
}

function passwordForm({ i18n, room, device, saved }) {
  const id = textField({
    name: 'deviceId',
    label: i18n.t('camAdmin.device.deviceId'),
    hint: i18n.t('camAdmin.gbIdFault'),
  });
  const word = textField({
    name: 'password',
    label: i18n.t('camAdmin.device.newPassword'),
    hint: i18n.t('camAdmin.device.passwordHint'),
    type: 'password',
    autocomplete: 'new-password',
  });
  const check = ({ deviceId, password }) => ({
    ...(device || /^\d{20}$/.test(deviceId) ? {} : { deviceId: i18n.t('camAdmin.gbIdFault') }),
    ...(/^[!-~]{8,64}$/.test(password) ? {} : { password: i18n.t('camAdmin.device.passwordFault') }),
  });
  const put = async (deviceId, password, key) => {
    await room.setPassword(deviceId, password);
    const words = i18n.t(key);
    await saved(deviceId, words);
    return words;
  };
  const set = {
    label: i18n.t('camAdmin.device.setPassword'),
    primary: true,
    check,
    run: ({ deviceId, password }) => put(device?.deviceId ?? deviceId, password, 'camAdmin.device.passwordSet'),
  };
  const clear = {
    label: i18n.t('camAdmin.device.clearPassword'),
    run: () => put(device.deviceId, '', 'camAdmin.device.passwordCleared'),
  };
  const acts = device?.ownPassword ? [set, clear] : [set];
  return createStepForm({ i18n, fields: device ? [word] : [id, word], acts }).element;
}

function channelList({ i18n, device }) {
  const line = ({ channelId, name, cameraId, online, placed }) => {
    const words = [i18n.t(`cameraStatus.${online ? 'ONLINE' : 'OFFLINE'}`), !placed && i18n.t('camAdmin.unplaced')];
    return el(
      'li',
      {},
      el('a', { href: writeAdmin({ tab: 'cameras', id: cameraId }) }, name || channelId),
      el('span', { class: 'caption mono' }, channelId),
      el('span', {}, words.filter(Boolean).join(i18n.t('list.comma'))),
    );
  };
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, i18n.t('camAdmin.device.channels', { n: device.channels.length })),
    device.channels.some(({ placed }) => !placed) && el('p', { class: 'quiet' }, i18n.t('camAdmin.device.placeThem')),
    el('ul', { class: 'admin-channels' }, ...device.channels.map(line)),
  );
}
