import { el } from '../../dom/el.js';
import { momentWords } from '../../i18n/words.js';
import { createSection } from './section.js';

const READERS = Object.freeze(['DISPATCHER', 'SUPERVISOR', 'LEADER', 'VIDEO_MANAGER']);

/**
 * The alarms of devices that belong to an incident: what rang, how often, when last. There for those who may read them
 * and for incidents that devices can have opened or joined.
 *
 * @param {{i18n: import('../../i18n/i18n.js').I18n, session: {roles: string[]}, now: () => number,
 *   read: (id: string, options: object) => Promise<object[]>}} context
 */
export function createAlarms({ i18n, session, now, read }) {
  const section = createSection({
    i18n,
    title: i18n.t('alarms.title'),
    empty: null,
    draw: (alarms) => [el('ul', { class: 'plain-list' }, ...alarms.map((alarm) => row(i18n, now, alarm)))],
  });
  const mayRead = READERS.some((role) => session.roles.includes(role));
  return Object.freeze({
    ...section,
    /** @param {{id: string, source: string, kind: string}} incident */
    show({ id, source, kind }) {
      if (mayRead && (source === 'VIDEO_ALARM' || kind === 'CAMERA_FAULT')) section.load((options) => read(id, options));
      else section.clear();
    },
  });
}

/** @param {{name: string, words: string, count: number, lastAt: string}} alarm */
function row(i18n, now, { name, words, count, lastAt }) {
  const what = name ? i18n.t('alarms.what', { name, words }) : words;
  const times = i18n.t('alarms.times', { n: count, time: momentWords(i18n, Date.parse(lastAt), now()) });
  return el('li', { class: 'near' }, el('span', {}, what), el('span', { class: 'caption' }, times));
}
