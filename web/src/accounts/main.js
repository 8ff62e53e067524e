import { accountsEn } from '../i18n/accounts.en.js';
import { accountsZh } from '../i18n/accounts.zh.js';
import { createI18n } from '../i18n/i18n.js';
import { setupEn } from '../i18n/setup.en.js';
import { setupZh } from '../i18n/setup.zh.js';
import { createApi } from '../net/api.js';
import { createAccountsRoom } from '../rooms/accounts.js';
import { createPlacesRoom } from '../rooms/places.js';
import { createDoor } from '../session/door.js';
import { openPasswordDialog } from '../session/passwordDialog.js';
import { createPreferences } from '../session/preferences.js';
import { createSessionRoom } from '../session/session.js';
import { createAccountsPage } from './accountsPage.js';
import { showNotYours } from './notYours.js';

const SENTENCES = { zh: { ...setupZh, ...accountsZh }, en: { ...setupEn, ...accountsEn } };
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const preferences = createPreferences(window.localStorage, { language: navigator.language, dark });
const i18n = () => createI18n(preferences.language(), SENTENCES);

const api = createApi({
  fetch: window.fetch.bind(window),
  cookies: () => document.cookie,
  language: () => preferences.language(),
  onSignedOut: () => door.signedOut(),
});
const [places, room, sessions] = [createPlacesRoom(api), createAccountsRoom(api), createSessionRoom(api)];

function applyLook() {
  document.documentElement.dataset.theme = preferences.theme();
  document.documentElement.lang = preferences.language() === 'zh' ? 'zh-CN' : 'en';
}

function switchLanguage() {
  preferences.setLanguage(preferences.language() === 'zh' ? 'en' : 'zh');
  applyLook();
}

async function open(host, session) {
  const words = i18n();
  document.title = words.t('accounts.title');
  const may = (role) => session.roles.includes(role);
  if (!may('SYSTEM_ADMIN') && !may('SECURITY_ADMIN')) return showNotYours(host, words);
  const [codes, place, accounts] = await Promise.all([places.codes(), places.place(), room.list()]);
  return createAccountsPage(host, {
    i18n: words,
    session,
    codes,
    place,
    accounts,
    room,
    on: {
      password: () =>
        openPasswordDialog({ i18n: words, username: session.username, change: sessions.changePassword }),
      language() {
        switchLanguage();
        door.redraw();
      },
      theme() {
        preferences.setTheme(preferences.theme() === 'dark' ? 'light' : 'dark');
        applyLook();
      },
      signOut: () => sessions.signOut().finally(() => location.assign('/')),
    },
  });
}

applyLook();
const door = createDoor(document.getElementById('page'), {
  session: sessions,
  about: places.about,
  i18n,
  switchLanguage,
  open,
});
