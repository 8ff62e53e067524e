/** An upper platform as a form: everything typed stays text until it is sent; the password goes in and never comes out. */
const COMPARED = Object.freeze([
  'name',
  'domain',
  'address',
  'port',
  'transport',
  'user',
  'charset',
  'edition',
  'enabled',
  'reason',
]);
const LONGEST_NAME = 200;
const LONGEST_REASON = 500;

/** What a new platform starts from; it is switched on once it is complete. */
export const NEW_UPPER = Object.freeze({
  id: '',
  name: '',
  domain: '',
  address: '',
  port: '5060',
  transport: 'UDP',
  user: '',
  password: '',
  charset: 'GB18030',
  edition: '2016',
  enabled: [],
  reason: '',
});

/** @param {object} upper of `GET /api/cascades`, or `current` of a conflict @returns {Record<string, any>} values of the form */
export function upperValues(upper) {
  const kept = Object.fromEntries(['id', ...COMPARED].map((name) => [name, upper[name]]));
  return { ...NEW_UPPER, ...kept, port: String(upper.port), enabled: upper.enabled ? ['on'] : [] };
}

/**
 * @param {Record<string, any>} values
 * @param {{fresh: boolean}} how fresh: a platform that is not entered yet
 * @returns {Record<string, {key: string, params?: object}>} by field, the sentence that says what is wrong
 */
export function upperFaults(values, { fresh }) {
  const port = Number(values.port);
  const good = {
    'upper.digitsFault': {
      ...(fresh ? { id: isId(values.id) } : {}),
      user: isId(values.user),
    },
    'upper.domainFault': { domain: /^\d{10,20}$/.test(values.domain) },
    'upper.addressFault': { address: /^[A-Za-z0-9.:_-]{1,253}$/.test(values.address) },
    'upper.portFault': { port: Number.isInteger(port) && port > 0 && port < 65_536 },
    'upper.passwordFault': { password: (!fresh && values.password === '') || /^[!-~]{1,64}$/.test(values.password) },
  };
  const faults = { ...textFault('name', values.name, LONGEST_NAME), ...reasonFault(values.reason) };
  for (const [key, fields] of Object.entries(good)) {
    for (const [name, fits] of Object.entries(fields)) if (!fits) faults[name] = { key };
  }
  return faults;
}

/** @param {string} reason @returns {Record<string, {key: string, params?: object}>} nothing is given away without an agreement */
export function reasonFault(reason) {
  return textFault('reason', reason, LONGEST_REASON);
}

function textFault(name, text, most) {
  if (text.trim() === '') return { [name]: { key: 'camAdmin.needed' } };
  return text.trim().length > most ? { [name]: { key: 'upper.longFault', params: { most } } } : {};
}

/** @param {string} text @returns {boolean} whether it is an id of GB/T 28181 */
export function isId(text) {
  return /^\d{20}$/.test(text);
}

/**
 * @param {Record<string, any>} values
 * @param {number|undefined} version the one that the form started from; none for a new platform
 * @returns {object} body of PUT; an empty password keeps the one that is there
 */
export function upperRequest(values, version) {
  const { id, password, port, enabled, reason, ...others } = values;
  return {
    ...(version === undefined ? {} : { version }),
    ...others,
    port: Number(port),
    enabled: enabled.includes('on'),
    reason: reason.trim(),
    ...(password === '' ? {} : { password }),
  };
}

/**
 * @param {Record<string, any>} values as typed here
 * @param {object} current the platform as somebody else has just saved it
 * @returns {{field: string, now: string, yours: string}[]} what is different
 */
export function upperConflicts(values, current) {
  const now = upperValues(current);
  return COMPARED.map((field) => ({ field, now: String(now[field]), yours: String(values[field]) })).filter(
    (row) => row.now !== row.yours,
  );
}

/** @param {readonly object[]} uppers @param {string} text @returns {object[]} those whose name, id or address has it, by name */
export function shownUppers(uppers, text) {
  const wanted = text.trim().toLowerCase();
  const fits = ({ name, id, address }) => `${name} ${id} ${address}`.toLowerCase().includes(wanted);
  return uppers.filter(fits).sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
}
