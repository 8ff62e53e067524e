import { evidenceEn } from '../i18n/evidence.en.js';
import { evidenceZh } from '../i18n/evidence.zh.js';
import { createEvidenceRoom } from '../rooms/evidence.js';
import { openMedia } from '../session/browser.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { mayWatch } from '../state/watchers.js';
import { createEvidencePage } from './evidencePage.js';

async function open(host, { places, rooms, ...page }) {
  const { i18n, session } = page;
  document.title = i18n.t('evidence.title');
  if (!mayWatch(session))
    return showNotYours(host, i18n, { title: 'evidence.title', why: 'evidence.notYours', home: 'evidence.console' });
  const place = await places.place();
  return createEvidencePage(host, { ...page, place, places, room: rooms.evidence, openMedia, now: () => Date.now() });
}

startPage({
  sentences: { zh: evidenceZh, en: evidenceEn },
  rooms: (api) => ({ evidence: createEvidenceRoom(api) }),
  open,
});
