import { createI18n } from '../i18n/i18n.js';
import { setupEn } from '../i18n/setup.en.js';
import { setupZh } from '../i18n/setup.zh.js';
import { createApi } from '../net/api.js';
import { createPlacesRoom } from '../rooms/places.js';
import { createSetupRoom } from '../rooms/setup.js';
import { createDoor } from '../session/door.js';
import { createPreferences } from '../session/preferences.js';
import { createSessionRoom } from '../session/session.js';
import { SetupPage } from './setupPage.js';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const preferences = createPreferences(window.localStorage, { language: navigator.language, dark });
const i18n = () => createI18n(preferences.language(), { zh: setupZh, en: setupEn });

const api = createApi({
  fetch: window.fetch.bind(window),
  cookies: () => document.cookie,
  language: () => preferences.language(),
  onSignedOut: () => door.signedOut(),
});
const [places, room, sessions] = [createPlacesRoom(api), createSetupRoom(api), createSessionRoom(api)];

function applyLook() {
  document.documentElement.dataset.theme = preferences.theme();
  document.documentElement.lang = preferences.language() === 'zh' ? 'zh-CN' : 'en';
}

function switchLanguage() {
  preferences.setLanguage(preferences.language() === 'zh' ? 'en' : 'zh');
  applyLook();
}

async function readFacts(session) {
  const mayList = session.roles.includes('SYSTEM_ADMIN');
  const mayImport = session.roles.includes('GIS_EDITOR');
  const [place, baseMap, grids, users, incidents] = await Promise.all([
    places.place(),
    places.baseMap(),
    places.grids(),
    mayList ? room.users() : null,
    mayImport ? room.hasIncidents() : false,
  ]);
  return { place, baseMap, grids: grids ?? { features: [] }, users, incidents };
}

async function open(host, session) {
  const words = i18n();
  const [facts, codes] = await Promise.all([readFacts(session), places.codes()]);
  document.title = words.t('setup.title');
  const page = new SetupPage(host, {
    i18n: words,
    session,
    codes,
    facts,
    places,
    room,
    reread: () => readFacts(session),
    onLanguage() {
      switchLanguage();
      door.redraw();
    },
    onTheme() {
      preferences.setTheme(preferences.theme() === 'dark' ? 'light' : 'dark');
      applyLook();
      page.setTheme();
    },
    onSignOut: () => sessions.signOut().finally(() => location.assign('/')),
  });
  return page;
}

applyLook();
const door = createDoor(document.getElementById('page'), {
  session: sessions,
  about: places.about,
  i18n,
  switchLanguage,
  open,
});
