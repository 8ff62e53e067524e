import { camerasEn } from '../i18n/cameras.en.js';
import { camerasZh } from '../i18n/cameras.zh.js';
import { createCameraNews } from '../live/cameraNews.js';
import { createStatusLine } from '../live/statusLine.js';
import { createWorld } from '../live/world.js';
import { createCamerasRoom } from '../rooms/cameras.js';
import { openMedia, openSocket } from '../session/browser.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { apply, NO_STATUS } from '../state/cameraStatus.js';
import { mayReport } from '../state/reporters.js';
import { reportLink } from '../state/reportUrl.js';
import { store } from '../state/store.js';
import { mayWatch } from '../state/watchers.js';
import { createGroundSource } from '../video/groundSource.js';
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
  const read = (all) => all.features.map((feature) => Object.freeze({ id: feature.id, ...feature.properties }));
  const cameras = store(read(list));
  const gridNames = new Map(grids.features.map(({ properties }) => [properties.code, properties.name]));
  const now = () => Date.now();
  const live = liveMap(places, grids.features, now);
  const report = (seen, camera) => window.open(reportLink({ ...seen, camera: camera.name }), '_blank', 'noopener');
  const onReport = mayReport(session) ? report : null;
  const ground = createGroundSource({ room: rooms.cameras, facts: live.facts, now, onReport });
  const media = { room: rooms.cameras, openSocket: openMedia, now, ground };
  const shown = createCamerasPage(host, { ...page, place, cameras: cameras.get(), gridNames, ...media });
  cameras.on(shown.show);
  const status = store(NO_STATUS);
  const news = createCameraNews({ cameras, status, load: async (ids) => read(await places.cameras(ids)) });
  const line = createStatusLine({ openSocket, onItems: (items) => status.set(apply(status.get(), items)) });
  return Object.freeze({
    destroy() {
      line.destroy();
      news.destroy();
      live.destroy();
      shown.destroy();
    },
  });
}

/** The live map begins when somebody first wants it on a picture. */
function liveMap(places, grids, now) {
  let world = null;
  return Object.freeze({
    async facts() {
      world ??= createWorld({ snapshot: places.snapshot, openSocket, now });
      return { grids, incidents: world.incidents, riskPoints: world.riskPoints, now: world.now };
    },
    destroy: () => world?.destroy(),
  });
}

startPage({
  sentences: { zh: camerasZh, en: camerasEn },
  rooms: (api) => ({ cameras: createCamerasRoom(api) }),
  open,
});
