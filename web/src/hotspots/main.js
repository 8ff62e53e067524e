import { hotspotsEn } from '../i18n/hotspots.en.js';
import { hotspotsZh } from '../i18n/hotspots.zh.js';
import { isoDay } from '../i18n/words.js';
import { createHotspotsRoom } from '../rooms/hotspots.js';
import { showNotYours } from '../session/notYours.js';
import { startPage } from '../session/pageStart.js';
import { mayReview } from '../state/reviewers.js';
import { methodsOf } from '../state/studies.js';
import { ReviewPage } from './reviewPage.js';

async function open(host, { places, rooms, ...page }) {
  const { i18n, session } = page;
  document.title = i18n.t('review.title');
  if (!mayReview(session))
    return showNotYours(host, i18n, { title: 'review.title', why: 'review.notYours', home: 'review.console' });
  const [town, methods] = await Promise.all([places.town(), rooms.hotspots.methods()]);
  if (!town.place.setUp) throw Object.assign(new Error(), { detail: i18n.t('review.noPlace') });
  const now = () => Date.now();
  const facts = { ...town, methods: methodsOf(methods), today: isoDay(new Date(now())), now };
  return new ReviewPage(host, { ...page, ...facts, room: rooms.hotspots });
}

startPage({
  sentences: { zh: hotspotsZh, en: hotspotsEn },
  rooms: (api) => ({ hotspots: createHotspotsRoom(api) }),
  open,
});
