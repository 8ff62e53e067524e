import { viewRegisterEn } from '../i18n/viewRegister.en.js';
import { viewRegisterZh } from '../i18n/viewRegister.zh.js';
import { createViewRegisterRoom } from '../rooms/viewRegister.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { createRegisterPage } from './registerPage.js';

const READERS = Object.freeze(['AUDIT_ADMIN', 'SECURITY_ADMIN']);

async function open(host, { places, rooms, ...page }) {
  const { i18n, session } = page;
  document.title = i18n.t('views.title');
  if (!session.roles.some((role) => READERS.includes(role)))
    return showNotYours(host, i18n, { title: 'views.title', why: 'views.notYours', home: 'views.home' });
  const place = await places.place();
  return createRegisterPage(host, { ...page, place, room: rooms.views, now: () => Date.now() });
}

startPage({
  sentences: { zh: viewRegisterZh, en: viewRegisterEn },
  rooms: (api) => ({ views: createViewRegisterRoom(api) }),
  open,
});
