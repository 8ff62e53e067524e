import { cameraAdminEn } from '../i18n/cameraAdmin.en.js';
import { cameraAdminZh } from '../i18n/cameraAdmin.zh.js';
import { uppersEn } from '../i18n/uppers.en.js';
import { uppersZh } from '../i18n/uppers.zh.js';
import { createCameraAdminRoom } from '../rooms/cameraAdmin.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { tabsOf } from '../state/cameraAdminUrl.js';
import { createAdminPage } from './adminPage.js';
import { createRegister } from './register.js';

async function open(host, { places, rooms, ...page }) {
  const { i18n, session } = page;
  document.title = i18n.t('camAdmin.title');
  if (tabsOf(session).length === 0)
    return showNotYours(host, i18n, {
      title: 'camAdmin.title',
      why: 'camAdmin.notYours',
      home: 'camAdmin.console',
    });
  const room = rooms.cameraAdmin;
  const place = await places.place();
  const tabs = tabsOf(session, place);
  const register = createRegister({ places, room, tabs });
  if (tabs.includes('cameras')) await register.read();
  return createAdminPage(host, { ...page, place, room, register, tabs, now: () => Date.now() });
}

startPage({
  sentences: { zh: { ...cameraAdminZh, ...uppersZh }, en: { ...cameraAdminEn, ...uppersEn } },
  rooms: (api) => ({ cameraAdmin: createCameraAdminRoom(api) }),
  open,
});
