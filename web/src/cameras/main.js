import { camerasEn } from '../i18n/cameras.en.js';
import { camerasZh } from '../i18n/cameras.zh.js';
import { createCamerasRoom } from '../rooms/cameras.js';
import { openMedia } from '../session/browser.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { mayWatch } from '../state/watchers.js';
import { createCamerasPage } from './camerasPage.js';

async function open(host, { places, rooms, ...page }) {
  const { i18n, session } = page;
  document.title = i18n.t('cameraWall.title');
  if (!mayWatch(session))
    return showNotYours(host, i18n, {
      title: 'cameraWall.title',
      why: 'cameraWall.notYours',
      home: 'cameraWall.console',
    });
  const [place, list, grids] = await Promise.all([places.place(), places.cameras(), places.grids()]);
  const cameras = list.features.map((feature) => Object.freeze({ id: feature.id, ...feature.properties }));
  const gridNames = new Map(grids.features.map(({ properties }) => [properties.code, properties.name]));
  const now = () => Date.now();
  return createCamerasPage(host, { ...page, place, cameras, gridNames, room: rooms.cameras, openSocket: openMedia, now });
}

startPage({
  sentences: { zh: camerasZh, en: camerasEn },
  rooms: (api) => ({ cameras: createCamerasRoom(api) }),
  open,
});
