/** The smallest test kit that does the job: a list of named functions, run by JUnit (JavaScriptTest) in GraalJS. */

/** @type {{name: string, run: () => void}[]} in the order of writing */
export const tests = [];

/**
 * @param {string} name the behaviour in words
 * @param {() => void} run throws when the behaviour is not there
 */
export function test(name, run) {
  tests.push({ name, run });
}

/**
 * @param {unknown} actual
 * @param {unknown} expected compared by value, key order does not matter
 * @param {string} [what]
 */
export function equal(actual, expected, what = '') {
  const left = canonical(actual);
  const right = canonical(expected);
  if (left !== right) throw new Error(`${what ? what + ': ' : ''}expected ${right}, was ${left}`);
}

/**
 * @param {unknown} value
 * @param {string} [what]
 */
export function ok(value, what = 'expected a true value') {
  if (!value) throw new Error(what);
}

/**
 * @param {number} actual
 * @param {number} expected
 * @param {number} tolerance
 * @param {string} [what]
 */
export function near(actual, expected, tolerance, what = '') {
  if (!(Math.abs(actual - expected) <= tolerance)) {
    throw new Error(`${what ? what + ': ' : ''}expected ${expected} within ${tolerance}, was ${actual}`);
  }
}

/**
 * @param {() => unknown} run
 * @param {string} [part] of the message
 */
export function throws(run, part = '') {
  try {
    run();
  } catch (fault) {
    if (!String(fault).includes(part)) throw new Error(`expected a fault with "${part}", was ${fault}`);
    return;
  }
  throw new Error('expected a fault, none came');
}

function canonical(value) {
  return JSON.stringify(value, (key, part) => {
    if (part === undefined) return '(undefined)';
    if (part instanceof Map) return { map: [...part] };
    if (part instanceof Set) return { set: [...part] };
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
