import { calibrationEn } from '../i18n/calibration.en.js';
import { calibrationZh } from '../i18n/calibration.zh.js';
import { createCamerasRoom } from '../rooms/cameras.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { readQuery } from '../state/query.js';
import { mayCalibrate, mayWatch } from '../state/watchers.js';
import { createCalibrationPage } from './calibrationPage.js';

async function open(host, { places, rooms, ...page }) {
  const { i18n, session } = page;
  document.title = i18n.t('calibration.title');
  if (!mayCalibrate(session))
    return showNotYours(host, i18n, {
      title: 'calibration.title',
      why: 'calibration.notYours',
      home: 'calibration.console',
    });
  const [town, list] = await Promise.all([places.town(), places.cameras()]);
  if (!town.place.setUp) throw Object.assign(new Error(), { detail: i18n.t('calibration.noPlace') });
  const cameras = list.features.map(cameraOf);
  const wanted = readQuery(location.search).get('camera') ?? null;
  const facts = { ...town, cameras, wanted, mayLook: mayWatch(session), now: () => Date.now() };
  return createCalibrationPage(host, { ...page, ...facts, room: rooms.cameras, cone: places.cone });
}

function cameraOf({ id, geometry, properties }) {
  const [lng, lat] = geometry?.coordinates ?? [null, null];
  return Object.freeze({ ...properties, id, lng, lat });
}

startPage({
  sentences: { zh: calibrationZh, en: calibrationEn },
  rooms: (api) => ({ cameras: createCamerasRoom(api) }),
  open,
});
