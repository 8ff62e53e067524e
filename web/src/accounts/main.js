import { accountsEn } from '../i18n/accounts.en.js';
import { accountsZh } from '../i18n/accounts.zh.js';
import { setupEn } from '../i18n/setup.en.js';
import { setupZh } from '../i18n/setup.zh.js';
import { createAccountsRoom } from '../rooms/accounts.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { createAccountsPage } from './accountsPage.js';

async function open(host, { places, rooms, ...page }) {
  const { i18n, session } = page;
  document.title = i18n.t('accounts.title');
  const may = (role) => session.roles.includes(role);
  if (!may('SYSTEM_ADMIN') && !may('SECURITY_ADMIN'))
    return showNotYours(host, i18n, { title: 'accounts.title', why: 'accounts.notYours', home: 'accounts.home' });
  const room = rooms.accounts;
  const [codes, place, accounts] = await Promise.all([places.codes(), places.place(), room.list()]);
  return createAccountsPage(host, { ...page, codes, place, accounts, room });
}

startPage({
  sentences: { zh: { ...setupZh, ...accountsZh }, en: { ...setupEn, ...accountsEn } },
  rooms: (api) => ({ accounts: createAccountsRoom(api) }),
  open,
});
