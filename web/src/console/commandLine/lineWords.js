import { momentWords } from '../../i18n/words.js';
import { shortNumber } from '../../state/incidents.js';
import { lngLatText } from '../../state/lngLatText.js';

/**
 * A command line in words: what Enter will do, why it cannot, and what may stand there.
 *
 * @param {{i18n: object, names: object, now: () => number}} context
 */
export function lineWords(context) {
  return Object.freeze({
    act: (act) => actWords(context, act),
    fault: (fault) => faultWords(context, fault),
    thing: (of) => thingWords(context, of),
  });
}

function actWords(context, act) {
  const { i18n, names } = context;
  if (act.kind === 'undo') {
    return i18n.t('command.will.undo');
  }
  if (act.kind === 'find') {
    return i18n.t('command.will.find', { text: act.text });
  }
  if (act.kind === 'go') {
    return i18n.t('command.will.go', { place: act.place?.name ?? lngLatText(act.point) });
  }
  const params = { number: shortNumber(act.incident), title: act.incident.title };
  if (act.kind === 'cam') {
    return i18n.t('command.will.cam', params);
  }
  const verb = names.move(act.action);
  if (act.kind === 'form') {
    return i18n.t('command.will.form', { ...params, verb, needed: i18n.t(`command.field.${act.needed}`) });
  }
  const more = valueWords(context, act.values);
  return i18n.t(more ? 'command.will.moveWith' : 'command.will.move', { ...params, verb, more });
}

function valueWords({ i18n, names, now }, values) {
  const { workerIds, unitId, dueAt, into, passed, outcome, ...texts } = values;
  return [
    workerIds?.join(i18n.t('list.comma')),
    unitId && names.unit(unitId),
    dueAt && i18n.t('command.due', { time: momentWords(i18n, Date.parse(dueAt), now()) }),
    into && i18n.t('merge.into', { number: shortNumber(into), title: into.title }),
    passed && i18n.t(`verify.${passed}`),
    outcome && i18n.t(`command.outcome.${outcome}`),
    ...Object.values(texts).map((text) => i18n.t('command.text', { text })),
  ]
    .filter(Boolean)
    .join(i18n.t('list.semicolon'));
}

function faultWords({ i18n, names }, { code, text, incident, moves = [] }) {
  if (code !== 'notNow') {
    return i18n.t(`command.fault.${code}`, { text });
  }
  const params = { number: shortNumber(incident), status: names.status(incident.status) };
  const possible = moves.map((move) => i18n.name(move)).join(i18n.t('list.comma'));
  return possible
    ? i18n.t('command.fault.notNow', { ...params, moves: possible })
    : i18n.t('command.fault.nothingNow', params);
}

/** What stands beside a candidate: the name behind the code. */
function thingWords({ i18n, names }, of) {
  if (!of) {
    return '';
  }
  if (of.action) {
    const word = `command.verb.${of.action}`;
    return i18n.t(word) === word ? names.move(of.action) : i18n.t(word);
  }
  if (of.number) {
    return [of.title, names.status(of.status)].join(i18n.t('list.comma'));
  }
  return of.workerId ? of.name : i18n.name(of) || of.name || '';
}
