import { choiceField, momentField, radioField, textField, lineField } from './fields.js';
import { isSatisfied } from '../../state/moves.js';
import { mergeField } from './mergeField.js';
import { workersField } from './workersField.js';

const OUTCOMES = Object.freeze(['SATISFIED', 'NOT_SATISFIED', 'UNREACHABLE']);

/**
 * The fields of each move. A move without fields goes at once.
 *
 * @param {{i18n: object, names: object, codes: object, incident: object, now: () => number,
 *   workers: () => Promise<object[]>, candidates: (digits: string) => Promise<object[]>, onChange: () => void}} context
 * @param {import("../../state/moves.js").Move} move
 * @returns {import("./fields.js").Field[]}
 */
export function moveFields(context, move) {
  const makers = { assign, merge, verify, revisit, extend, close, handle: result };
  const maker = makers[move.action] ?? (move.needs?.includes('reason') ? reason : plain);
  return maker(context, move);
}

function assign({ i18n, codes, now, workers, onChange }) {
  const units = (codes.units ?? []).map((unit) => ({ value: unit.id ?? unit.code, label: i18n.name(unit) }));
  return [
    workersField({ i18n, name: 'workerIds', label: i18n.t('assign.workers'), load: workers, onChange }),
    choiceField({ name: 'unitId', label: i18n.t('assign.unit'), options: units, empty: i18n.t('assign.noUnit') }),
    momentField({ name: 'dueAt', label: i18n.t('assign.dueAt'), now, steps: steps(i18n) }),
  ];
}

function steps(i18n) {
  return [45, 120, 1440].map((minutes) => ({ label: i18n.t(`step.${minutes}`), minutes }));
}

function merge({ i18n, incident, candidates }) {
  return [mergeField({ i18n, label: i18n.t('merge.label'), incident, candidates })];
}

function result({ i18n }) {
  return [textField({ name: 'result', label: i18n.t('handle.result'), required: true })];
}

function verify({ i18n }) {
  const options = ['true', 'false'].map((value) => ({ value, label: i18n.t(`verify.${value}`) }));
  return [
    radioField({ name: 'passed', label: i18n.t('verify.passed'), options }),
    textField({ name: 'finding', label: i18n.t('verify.finding'), required: true }),
  ];
}

/** A vain call is counted: the third ends the revisit. */
function revisit({ i18n, incident }) {
  const n = (incident.unreached ?? 0) + 1;
  const options = OUTCOMES.map((value) => ({ value, label: i18n.t(`outcome.${value}`, { n }) }));
  return [
    radioField({ name: 'outcome', label: i18n.t('revisit.outcome'), options }),
    textField({ name: 'note', label: i18n.t('revisit.note') }),
  ];
}

function extend({ i18n, now }) {
  return [
    momentField({ name: 'dueAt', label: i18n.t('extend.dueAt'), now, required: true, steps: steps(i18n) }),
    textField({ name: 'reason', label: i18n.t('move.reason'), required: true }),
  ];
}

/** Closing needs no word when the reporter is satisfied; otherwise a leader says why. */
function close({ i18n, incident }) {
  return isSatisfied(incident) ? [] : [textField({ name: 'reason', label: i18n.t('close.reason'), required: true })];
}

function reason({ i18n, codes }, move) {
  const options = (codes.reasons ?? [])
    .filter((entry) => !entry.action || entry.action === move.action)
    .map((entry) => ({ value: entry.code, label: i18n.name(entry) }));
  const code =
    options.length > 0
      ? [
          choiceField({
            name: 'reasonCode',
            label: i18n.t('move.reasonCode'),
            options,
            empty: i18n.t('move.noReasonCode'),
          }),
        ]
      : [];
  return [...code, textField({ name: 'reason', label: i18n.t('move.reason'), required: true })];
}

function plain(context, move) {
  return (move.needs ?? []).map((name) => lineField({ name, label: name, required: true }));
}

/**
 * @param {import("./fields.js").Field[]} fields
 * @returns {object} what the server is sent: empty fields are left out, yes/no become true/false
 */
export function bodyOf(fields) {
  const body = {};
  for (const field of fields) {
    const value = field.read();
    if (value === '' || (Array.isArray(value) && value.length === 0)) {
      continue;
    }
    body[field.name] = value === 'true' || value === 'false' ? value === 'true' : value;
    Object.assign(body, field.beside?.());
  }
  return body;
}
