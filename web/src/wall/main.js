import { createI18n } from '../i18n/i18n.js';
import { wallEn } from '../i18n/wall.en.js';
import { wallZh } from '../i18n/wall.zh.js';
import { createApi } from '../net/api.js';
import { createHotspotsRoom } from '../rooms/hotspots.js';
import { createPlacesRoom } from '../rooms/places.js';
import { createDoor } from '../session/door.js';
import { createPreferences } from '../session/preferences.js';
import { createSessionRoom } from '../session/session.js';
import { wallOf } from './reading.js';
import { WallPage } from './wallPage.js';

const query = new URLSearchParams(location.search);
const preferences = createPreferences(window.localStorage, { language: navigator.language, dark: true });
const language = () => query.get('lang') ?? preferences.language();
const i18n = () => createI18n(language(), { zh: wallZh, en: wallEn });

const api = createApi({
  fetch: window.fetch.bind(window),
  cookies: () => document.cookie,
  language,
  onSignedOut: () => door.signedOut(),
});
const places = createPlacesRoom(api);
const hotspots = createHotspotsRoom(api);
const rooms = Object.freeze({ places, figures: () => api.get('/api/figures'), hotspots: () => hotspots.map() });
const openSocket = () => new WebSocket(new URL('/live', location.href.replace(/^http/, 'ws')), 'gridsight.v1.json');

async function open(host) {
  const words = i18n();
  const [place, codes, baseMap, grids] = await Promise.all([
    places.place(),
    places.codes(),
    places.baseMap(),
    places.grids(),
  ]);
  if (!place.setUp) throw Object.assign(new Error(), { detail: words.t('wall.noPlace') });
  document.title = words.t('wall.title', { place: place.name });
  return new WallPage(host, { i18n: words, place, codes, baseMap, grids, rooms, wall: wallOf(query), openSocket });
}

const door = createDoor(document.getElementById('page'), {
  session: createSessionRoom(api),
  about: places.about,
  i18n,
  switchLanguage: () => preferences.setLanguage(preferences.language() === 'zh' ? 'en' : 'zh'),
  open,
});
document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
