/**
 * Months as `2026-03` and days as `2026-03-05`, without a clock or a time zone: plain calendar arithmetic for periods
 * and for the slider that plays the months.
 */

/** @param {string} month @param {number} steps @returns {string} */
export function monthAfter(month, steps) {
  const [year, number] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + steps;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/**
 * @param {string} first
 * @param {string} last
 * @returns {readonly string[]} both included; empty when last is before first
 */
export function monthsBetween(first, last) {
  const months = [];
  for (let month = first; month <= last; month = monthAfter(month, 1)) months.push(month);
  return Object.freeze(months);
}

/** @param {string} month @param {string} today @returns {string} its last day, never later than today */
export function lastDayOf(month, today) {
  const [year, number] = month.split('-').map(Number);
  const last = `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
  return last > today ? today : last;
}

/** @param {string} day @param {number} days @returns {string} */
export function dayAfter(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** @param {string} text @returns {boolean} whether it is a day of the calendar */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/**
 * The slider's next place while it plays.
 *
 * @param {readonly string[]} months that can be shown, the present one last
 * @param {string|null} month shown now; null: the whole period, which comes after the last month
 * @returns {{month: string|null, playing: boolean}} from the end it begins again at the first month
 */
export function played(months, month) {
  const at = months.indexOf(month) + 1;
  return at >= months.length ? { month: null, playing: false } : { month: months[at], playing: true };
}
