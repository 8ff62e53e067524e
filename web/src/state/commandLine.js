import { readArgs, stillNeeded, CHOICES } from './commandArgs.js';
import { incidentsByTail, readTarget } from './commandTarget.js';
import { matchVerb, nameFor, verbsOf } from './commandVerbs.js';
import { wordsOf } from './commandWords.js';
import { shortNumber } from './incidents.js';
import { lngLatOf } from './lngLatText.js';
import { allowedMoves } from './moves.js';

/** Candidates shown at once. */
const MOST = 8;

/**
 * What a command line means: `line = verb target {arg}`. It only reads; nothing is done by it.
 *
 * @typedef {{moves: import("./moves.js").Move[], session: object, incidents: readonly object[], selected: object | null,
 *   workers: object[], units: object[], places: {name: string}[], now: number}} Known
 * @typedef {{kind: "move" | "form", action: string, incident: object, values: object, needed?: string}
 *   | {kind: "go", point?: {lng: number, lat: number}, place?: object} | {kind: "cam", incident: object}
 *   | {kind: "find", text: string} | {kind: "undo"}} Act what Enter will do
 * @typedef {{at: number, code: string, text: string, candidates?: object[], incident?: object, moves?: object[]}} Fault
 *
 * @param {string} line
 * @param {Known} known
 * @returns {{act: Act | null, fault: Fault | null}} both null for an empty line
 */
export function readLine(line, known) {
  const [verbWord, ...rest] = wordsOf(line);
  if (!verbWord) {
    return { act: null, fault: null };
  }
  const { found, exact } = matchVerb(verbsOf(known.moves), verbWord.text);
  const fail = (code, more) => ({ act: null, fault: { at: verbWord.at, text: verbWord.text, code, ...more } });
  if (found.length === 0 || verbWord.quoted) {
    return fail('verb');
  }
  if (!exact) {
    return fail('manyVerbs', { candidates: found });
  }
  const other = OTHERS[found[0].action];
  return other ? other(line, rest, known) : readMove(line, { verbWord, found, rest }, known);
}

const OTHERS = Object.freeze({
  undo: (line, [more]) =>
    more ? failed(more.at, 'unknownWord', { text: more.text }) : { act: { kind: 'undo' }, fault: null },
  find(line, words) {
    const text = words.map((word) => word.text).join(' ');
    return text === '' ? failed(line.length, 'textMissing') : { act: { kind: 'find', text }, fault: null };
  },
  cam(line, [word, more], known) {
    const { incident, fault } = readTarget(word, known, line.length);
    if (fault || more) {
      return fault ? { act: null, fault } : failed(more.at, 'unknownWord', { text: more.text });
    }
    return { act: { kind: 'cam', incident }, fault: null };
  },
  go: readPlace,
});

function failed(at, code, more = {}) {
  return { act: null, fault: { at, code, text: '', ...more } };
}

function readPlace(line, words, { places }) {
  const text = words.map((word) => word.text).join(' ');
  if (text === '') {
    return failed(line.length, 'placeMissing');
  }
  const point = lngLatOf(text);
  if (point) {
    return { act: { kind: 'go', point }, fault: null };
  }
  const same = places.filter((place) => place.name === text);
  const found = same.length > 0 ? same : places.filter((place) => place.name.includes(text));
  if (found.length === 1) {
    return { act: { kind: 'go', place: found[0] }, fault: null };
  }
  const code = found.length === 0 ? 'noPlace' : 'manyPlaces';
  return failed(words[0].at, code, { text, candidates: found.slice(0, MOST) });
}

function readMove(line, { verbWord, found, rest }, known) {
  const { incident, fault } = readTarget(rest[0], known, line.length);
  if (fault) {
    return { act: null, fault: { ...fault, candidates: fault.candidates?.slice(0, MOST) } };
  }
  const allowed = allowedMoves(known.moves, incident, known.session);
  const move = allowed.find((candidate) => found.some((verb) => verb.action === candidate.action));
  if (!move) {
    return failed(verbWord.at, 'notNow', { text: verbWord.text, incident, moves: allowed });
  }
  const args = readArgs(move, rest.slice(1), known);
  if (args.fault) {
    return { act: null, fault: args.fault };
  }
  if (args.values.into?.id === incident.id) {
    return failed(rest[1].at, 'intoItself', { text: rest[1].text });
  }
  const act = { action: move.action, incident, values: args.values };
  const needed = stillNeeded(move, args.values, incident);
  return { act: needed ? { kind: 'form', ...act, needed } : { kind: 'move', ...act }, fault: null };
}

/**
 * What Tab may put in the place of the word begun: verbs first, then cases, then what the verb takes.
 *
 * @param {string} line up to the caret
 * @param {Known} known
 * @returns {{from: number, options: {text: string, of: object}[]}} `of` is the verb, case, worker, unit or place
 */
export function completions(line, known) {
  const words = wordsOf(line);
  const begun = words.length > 0 && !/\s$/.test(line) ? words.pop() : { text: '', at: line.length, quoted: false };
  const options = begun.quoted ? [] : optionsFor(words, begun.text, known);
  return { from: begun.at, options: options.slice(0, MOST) };
}

function optionsFor([verbWord, ...rest], typed, known) {
  const verbs = verbsOf(known.moves);
  if (!verbWord) {
    return matchVerb(verbs, typed).found.map((verb) => ({ text: nameFor(verb, typed), of: verb }));
  }
  const { found, exact } = matchVerb(verbs, verbWord.text);
  const action = exact ? found[0].action : null;
  if (action === 'go') {
    const text = [...rest.map((word) => word.text), typed].join(' ');
    const found = rest.length > 0 ? [] : known.places.filter((place) => place.name.includes(text));
    return found.map((of) => ({ text: of.name, of }));
  }
  if (['undo', 'find', null].includes(action)) {
    return [];
  }
  return rest.length === 0 ? targets(found, typed, known) : argOptions(action, typed, known);
}

/** Those the verb can be used on come first; a case the person may not touch is not offered. */
function targets(found, typed, known) {
  const may = (incident) =>
    found[0].action === 'cam' ||
    allowedMoves(known.moves, incident, known.session).some((move) => found.some((verb) => verb.action === move.action));
  return numbered(typed, known)
    .filter(may)
    .map((of) => ({ text: tail(of, known.incidents), of }));
}

/** Completing is no choosing: any part of the number will do. */
function numbered(typed, { incidents }) {
  return incidents.filter((incident) => shortNumber(incident).includes(typed) || incident.number.startsWith(typed));
}

/** The shortest way to name it that names nothing else. */
function tail(incident, incidents) {
  const digits = shortNumber(incident);
  return incidentsByTail(incidents, digits).length === 1 ? digits : incident.number;
}

function argOptions(action, typed, known) {
  if (CHOICES[action]) {
    return Object.keys(CHOICES[action].words)
      .filter((word) => word.startsWith(typed))
      .map((text) => ({ text, of: null }));
  }
  if (action === 'merge') {
    return numbered(typed.replace(/^#/, ''), known).map((of) => ({ text: `#${tail(of, known.incidents)}`, of }));
  }
  if (action !== 'assign') {
    return [];
  }
  const begins = (...names) => names.some((name) => name?.toLowerCase().startsWith(typed.toLowerCase()));
  return [
    ...known.workers.filter((of) => begins(of.workerId, of.name)).map((of) => ({ text: of.workerId, of })),
    ...known.units.filter((of) => begins(of.id ?? of.code, of.zh)).map((of) => ({ text: of.id ?? of.code, of })),
  ];
}
