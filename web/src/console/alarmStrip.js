import { agoWords } from '../i18n/words.js';
import { disposer } from '../dom/disposer.js';
import { el, fill, keyCap } from '../dom/el.js';
import { flood, NO_ALARMS, quiet, raise, settled, soundDue } from '../state/alarms.js';
import { shortNumber } from '../state/incidents.js';
import { levelBadge } from './levelBadge.js';

/**
 * New and urgent matters in words above the list, with their sound. Never only a sound, never two at once.
 *
 * @param {{i18n: object, names: object, now: () => number, alarm: object, sound: object, isMuted: () => boolean,
 *   announcer: object, find: (id: string) => object | undefined, onOpen: (incident: object) => void}} context
 */
export function createAlarmStrip(context) {
  const { now, sound } = context;
  const undo = disposer();
  const element = el('div', { class: 'alarm floating', hidden: true });
  let alarms = NO_ALARMS;
  const draw = () => {
    element.hidden = alarms.current === null;
    fill(element, alarms.current && content(context, alarms, acknowledge));
  };
  const acknowledge = () => {
    alarms = quiet(alarms);
    draw();
  };
  undo.add(
    context.alarm.on((alarm) => {
      alarms = raise(alarms, alarm);
      const speak = alarm.priority === 1 ? context.announcer.assertive : context.announcer.polite;
      speak(sentence(context, alarm));
      draw();
    }),
  );
  undo.every(500, () => {
    const left = settled(alarms, context.find(alarms.current?.incident.id));
    if (left !== alarms) {
      alarms = left;
      draw();
    }
    const text = element.querySelector('.alarm-text');
    if (text && alarms.current) {
      text.textContent = words(context, alarms);
    }
    const due = soundDue(alarms, now());
    alarms = due.next;
    if (due.play > 0 && !context.isMuted()) {
      sound.play(due.play);
    }
  });
  return Object.freeze({ element, acknowledge, isOn: () => alarms.current !== null, destroy: undo.destroy });
}

function content(context, alarms, acknowledge) {
  const { i18n, names, onOpen } = context;
  const { incident } = alarms.current;
  const open = () => {
    acknowledge();
    onOpen(incident);
  };
  return [
    incident.level && levelBadge(incident.level, names.level(incident.level), i18n.lang),
    el('span', { class: 'alarm-text' }, words(context, alarms)),
    el(
      'span',
      { class: 'alarm-acts' },
      el('button', { class: 'button', type: 'button', on: { click: open } }, i18n.t('alarm.open')),
      el('button', { class: 'button', type: 'button', on: { click: acknowledge } }, i18n.t('alarm.quiet'), keyCap('q')),
    ),
  ];
}

function words(context, alarms) {
  const { i18n, now } = context;
  const many = flood(alarms, now());
  return many
    ? i18n.t('alarm.flood', { n: many.count, priority: i18n.t(`alarm.priority.${many.highest}`) })
    : sentence(context, alarms.current);
}

function sentence({ i18n, names, now }, { cause, incident }) {
  return i18n.t(`alarm.${cause}`, {
    number: shortNumber(incident),
    kind: names.kind(incident.kind),
    grid: incident.gridName ?? i18n.t('incident.noGrid'),
    ago: agoWords(i18n, Math.min(now(), Date.parse(incident.receivedAt ?? incident.occurredAt)), now()),
    level: incident.level ? names.level(incident.level) : i18n.t('level.none'),
    n: incident.escalation ?? 0,
  });
}
