import { wallEn } from '../i18n/wall.en.js';
import { wallZh } from '../i18n/wall.zh.js';
import { createHotspotsRoom } from '../rooms/hotspots.js';
import { openSocket } from '../session/browser.js';
import { startPage } from '../session/pageStart.js';
import { wallOf } from './reading.js';
import { WallPage } from './wallPage.js';

const query = new URLSearchParams(location.search);

function roomsOf(api) {
  const hotspots = createHotspotsRoom(api);
  return { figures: () => api.get('/api/figures'), hotspots: () => hotspots.map() };
}

async function open(host, { i18n, places, rooms }) {
  const town = await places.town();
  if (!town.place.setUp) throw Object.assign(new Error(), { detail: i18n.t('wall.noPlace') });
  document.title = i18n.t('wall.title', { place: town.place.name });
  return new WallPage(host, { ...town, i18n, rooms: { ...rooms, places }, wall: wallOf(query), openSocket });
}

startPage({
  sentences: { zh: wallZh, en: wallEn },
  rooms: roomsOf,
  open,
  fixed: { theme: 'dark', language: query.get('lang') },
});
