import { setupEn } from '../i18n/setup.en.js';
import { setupZh } from '../i18n/setup.zh.js';
import { createSetupRoom } from '../rooms/setup.js';
import { startPage } from '../session/pageStart.js';
import { SetupPage } from './setupPage.js';

async function readFacts({ session, places, rooms }) {
  const mayList = session.roles.includes('SYSTEM_ADMIN');
  const mayImport = session.roles.includes('GIS_EDITOR');
  const [place, baseMap, grids, users, incidents] = await Promise.all([
    places.place(),
    places.baseMap(),
    places.grids(),
    mayList ? rooms.setup.users() : null,
    mayImport ? rooms.setup.hasIncidents() : false,
  ]);
  return { place, baseMap, grids: grids ?? { features: [] }, users, incidents };
}

async function open(host, page) {
  const { i18n, places, rooms } = page;
  const [facts, codes] = await Promise.all([readFacts(page), places.codes()]);
  document.title = i18n.t('setup.title');
  return new SetupPage(host, { ...page, codes, facts, room: rooms.setup, reread: () => readFacts(page) });
}

startPage({ sentences: { zh: setupZh, en: setupEn }, rooms: (api) => ({ setup: createSetupRoom(api) }), open });
