import { showNotYours } from '../accounts/notYours.js';
import { createI18n } from '../i18n/i18n.js';
import { hotspotsEn } from '../i18n/hotspots.en.js';
import { hotspotsZh } from '../i18n/hotspots.zh.js';
import { isoDay } from '../i18n/words.js';
import { createApi } from '../net/api.js';
import { createHotspotsRoom } from '../rooms/hotspots.js';
import { createPlacesRoom } from '../rooms/places.js';
import { createDoor } from '../session/door.js';
import { createPreferences } from '../session/preferences.js';
import { createSessionRoom } from '../session/session.js';
import { mayReview } from '../state/reviewers.js';
import { ReviewPage } from './reviewPage.js';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const preferences = createPreferences(window.localStorage, { language: navigator.language, dark });
const i18n = () => createI18n(preferences.language(), { zh: hotspotsZh, en: hotspotsEn });

const api = createApi({
  fetch: window.fetch.bind(window),
  cookies: () => document.cookie,
  language: () => preferences.language(),
  onSignedOut: () => door.signedOut(),
});
const [places, room, sessions] = [createPlacesRoom(api), createHotspotsRoom(api), createSessionRoom(api)];

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
  document.title = words.t('review.title');
  if (!mayReview(session))
    return showNotYours(host, words, { title: 'review.title', why: 'review.notYours', home: 'review.console' });
  const [place, codes, baseMap, grids] = await Promise.all([
    places.place(),
    places.codes(),
    places.baseMap(),
    places.grids(),
  ]);
  if (!place.setUp) throw Object.assign(new Error(), { detail: words.t('review.noPlace') });
  const now = () => Date.now();
  const today = isoDay(new Date(now()));
  const singleKeys = () => preferences.singleKeys();
  const signOut = () => sessions.signOut().finally(() => location.assign('/'));
  const language = () => {
    switchLanguage();
    door.redraw();
  };
  const theme = () => {
    preferences.setTheme(preferences.theme() === 'dark' ? 'light' : 'dark');
    applyLook();
    page.setTheme();
  };
  const context = { i18n: words, session, codes, place, baseMap, grids, room, today, now, singleKeys };
  const page = new ReviewPage(host, { ...context, on: { language, theme, signOut } });
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
