import { momentOf } from './commandWords.js';
import { isSatisfied } from './moves.js';
import { digitsOf, incidentsByTail } from './commandTarget.js';

const TEXT_OF = Object.freeze({ handle: 'result', verify: 'finding', revisit: 'note' });

/** Words for the choices of a move, as people say them. */
export const CHOICES = Object.freeze({
  verify: {
    field: 'passed',
    words: { 通过: 'true', passed: 'true', 不通过: 'false', failed: 'false' },
  },
  revisit: {
    field: 'outcome',
    words: {
      满意: 'SATISFIED',
      satisfied: 'SATISFIED',
      不满意: 'NOT_SATISFIED',
      unsatisfied: 'NOT_SATISFIED',
      未联系上: 'UNREACHABLE',
      unreached: 'UNREACHABLE',
    },
  },
});

/**
 * Reads what stands behind verb and target. The first word that fits nowhere ends it as the fault.
 *
 * @param {import("./moves.js").Move} move
 * @param {import("./commandWords.js").Word[]} words
 * @param {{workers: object[], units: object[], incidents: object[], now: number}} known
 * @returns {{values: object, fault: null | {at: number, code: string, text: string, candidates?: object[]}}}
 */
export function readArgs(move, words, known) {
  const values = {};
  for (const word of words) {
    const read = readOne(move, word, known, values);
    if (read.fault) {
      return { values, fault: { at: word.at, text: word.text, ...read.fault } };
    }
    Object.assign(values, read.value);
  }
  return { values, fault: null };
}

function readOne(move, word, known, values) {
  const kinds = [textArg, choiceArg, momentArg, mergeArg, unitArg, workerArg];
  for (const kind of kinds) {
    const read = kind(move, word, known, values);
    if (read) {
      return once(read, values);
    }
  }
  return { fault: { code: takesText(move) ? 'quotes' : 'unknownWord' } };
}

/** Workers add up; everything else is said once. */
function once(read, values) {
  const twice = Object.keys(read.value ?? {}).some((name) => name !== 'workerIds' && name in values);
  return twice ? { fault: { code: 'twice' } } : read;
}

/** @param {import("./moves.js").Move} move @returns {string | null} the field a text in quotes fills */
export function textField(move) {
  const reasons = move.action === 'close' || move.needs?.includes('reason');
  return TEXT_OF[move.action] ?? (reasons ? 'reason' : null);
}

function takesText(move) {
  return textField(move) !== null;
}

function textArg(move, word) {
  if (!word.quoted) {
    return null;
  }
  const field = textField(move);
  return field === null ? { fault: { code: 'noText' } } : { value: { [field]: word.text } };
}

function choiceArg(move, word) {
  const choice = CHOICES[move.action];
  const value = choice?.words[word.text.toLowerCase()];
  return value ? { value: { [choice.field]: value } } : null;
}

function momentArg(move, word, { now }) {
  const looks = /^\+|^\d{1,2}:/.test(word.text);
  if (!looks) {
    return null;
  }
  if (!['assign', 'extend'].includes(move.action)) {
    return { fault: { code: 'noMoment' } };
  }
  const at = momentOf(word.text, now);
  return at === null ? { fault: { code: 'moment' } } : { value: { dueAt: new Date(at).toISOString() } };
}

function mergeArg(move, word, { incidents }) {
  if (!word.text.startsWith('#')) {
    return null;
  }
  if (move.action !== 'merge') {
    return { fault: { code: 'noMerge' } };
  }
  const digits = digitsOf(word.text.slice(1));
  const found = digits === null ? [] : incidentsByTail(incidents, digits);
  if (found.length !== 1) {
    return { fault: { code: found.length === 0 ? 'noTarget' : 'manyTargets', candidates: found } };
  }
  const [{ id, number, title }] = found;
  return { value: { into: { id, number, title } } };
}

function unitArg(move, word, { units }) {
  const typed = word.text.toLowerCase();
  const idOf = (unit) => String(unit.id ?? unit.code);
  const found = units.filter((unit) => sameId(idOf(unit), typed) || unit.zh === word.text);
  if (move.action !== 'assign' || found.length === 0) {
    return null;
  }
  return found.length > 1
    ? { fault: { code: 'manyUnits', candidates: found } }
    : { value: { unitId: idOf(found[0]) } };
}

function workerArg(move, word, { workers }, values) {
  if (move.action !== 'assign') {
    return null;
  }
  const typed = word.text.toLowerCase();
  const found = workers.filter((worker) => sameId(worker.workerId, typed) || worker.name === word.text);
  if (found.length !== 1) {
    const near = workers.filter(
      ({ workerId, name }) => workerId.toLowerCase().startsWith(typed) || name?.startsWith(word.text),
    );
    const candidates = (found.length > 1 ? found : near).slice(0, 6);
    return { fault: { code: found.length > 1 ? 'manyWorkers' : 'noWorker', candidates } };
  }
  const before = values.workerIds ?? [];
  return before.includes(found[0].workerId)
    ? { fault: { code: 'twice' } }
    : { value: { workerIds: [...before, found[0].workerId] } };
}

/** `w5` is `w05`. */
function sameId(id, typed) {
  const plain = (text) => text.toLowerCase().replace(/^([a-z-]*)0+(?=\d)/, '$1');
  return plain(id) === plain(typed);
}

/**
 * @param {import("./moves.js").Move} move
 * @param {object} values read so far
 * @param {object} incident
 * @returns {string | null} the first field that is still needed; the card asks for it
 */
export function stillNeeded(move, values, incident) {
  if (move.action === 'assign') {
    return values.workerIds || values.unitId ? null : 'workerIds';
  }
  const text = move.action === 'close' && !isSatisfied(incident) ? ['reason'] : [];
  return [...(move.needs ?? []), ...text].find((name) => !values[name]) ?? null;
}
