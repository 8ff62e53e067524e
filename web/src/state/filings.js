/** The filing register: within 30 days of first use, and after a change (Decree 799 art. 14). */

/** States in the order of their urgency, as a list is sorted. */
export const FILING_STATES = Object.freeze(['OVERDUE', 'CHANGED', 'DUE', 'FILED']);

const LEAST_DAYS = 30;
const MOST_DAYS = 3_650;

/** @param {readonly object[]} filings @returns {object[]} what somebody has to do first comes first */
export function sortedFilings(filings) {
  return [...filings].sort((a, b) => rank(a) - rank(b) || left(a) - left(b) || a.name.localeCompare(b.name, 'zh'));
}

/** @param {readonly object[]} filings @returns {Record<string, number>} how many are in each state */
export function filingCounts(filings) {
  const count = (state) => filings.filter((one) => one.state === state).length;
  return Object.fromEntries(FILING_STATES.map((state) => [state, count(state)]));
}

/** @param {readonly object[]} filings @param {{q: string, show: string|null}} wish @returns {object[]} */
export function shownFilings(filings, { q, show }) {
  const text = q.trim().toLowerCase();
  const fits = (one) => `${one.name} ${one.cameraId} ${one.filingNumber ?? ''}`.toLowerCase().includes(text);
  return sortedFilings(filings.filter((one) => (!FILING_STATES.includes(show) || one.state === show) && fits(one)));
}

/** @param {object} filing @param {string} today @returns {Record<string, string>} what the form starts from */
export function filingValues({ filedOn, filingNumber, policeOffice, storageDays, deviceType, state }, today) {
  return {
    // a change is filed anew, on a day of its own
    filedOn: state === 'FILED' ? (filedOn ?? today) : today,
    filingNumber: filingNumber ?? '',
    policeOffice: policeOffice ?? '',
    storageDays: String(storageDays ?? LEAST_DAYS),
    deviceType: deviceType ?? '',
  };
}

/**
 * @param {Record<string, string>} values
 * @param {string} today
 * @returns {Record<string, {key: string, params?: object}>} by field, the sentence that says what is wrong
 */
export function filingFaults(values, today) {
  const faults = {};
  for (const name of ['filingNumber', 'policeOffice', 'deviceType']) {
    if (!values[name]) faults[name] = { key: 'camAdmin.needed' };
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(values.filedOn);
  if (!day || values.filedOn > today) faults.filedOn = { key: 'camAdmin.filedOnFault' };
  const days = Number(values.storageDays);
  if (!Number.isInteger(days) || days < LEAST_DAYS || days > MOST_DAYS) {
    faults.storageDays = { key: 'camAdmin.storageFault', params: { least: LEAST_DAYS, most: MOST_DAYS } };
  }
  return faults;
}

/** @param {Record<string, string>} values @param {{version?: number}} filing @returns {object} body of PUT */
export function filingRequest(values, { version }) {
  return { ...values, storageDays: Number(values.storageDays), ...(version === undefined ? {} : { version }) };
}

function rank({ state }) {
  return FILING_STATES.indexOf(state);
}

function left({ daysLeft }) {
  return daysLeft ?? Number.MAX_SAFE_INTEGER;
}
