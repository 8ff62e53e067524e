/** Words for times, spans, ages and distances, as design.md section 6 writes them. */

const DAY = 86_400;

/** @param {import("./i18n.js").I18n} i18n @param {number} seconds @returns {string} a length of time */
export function spanWords(i18n, seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) {
    return i18n.t('span.seconds', { n: s });
  }
  if (s < 3600) {
    return i18n.t('span.minutes', { n: Math.floor(s / 60) });
  }
  if (s < DAY) {
    return i18n.t('span.hours', { h: Math.floor(s / 3600), m: two(Math.floor(s / 60) % 60) });
  }
  const [d, h] = [Math.floor(s / DAY), Math.floor((s % DAY) / 3600)];
  return i18n.t(h === 0 ? 'span.wholeDays' : 'span.days', { d, h });
}

/** @param {import("./i18n.js").I18n} i18n @param {number} seconds @returns {string} a short age for narrow columns */
export function shortSpan(i18n, seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) {
    return i18n.t('short.seconds', { n: s });
  }
  if (s < 3600) {
    return i18n.t('short.minutes', { n: Math.floor(s / 60) });
  }
  return s < DAY * 2
    ? i18n.t('short.hours', { n: Math.floor(s / 3600) })
    : i18n.t('short.days', { n: Math.floor(s / DAY) });
}

/**
 * @param {import("./i18n.js").I18n} i18n
 * @param {number} at milliseconds
 * @param {number} now
 * @returns {string} how long ago; from a day on, the date
 */
export function agoWords(i18n, at, now) {
  const seconds = (now - at) / 1000;
  return seconds < DAY ? i18n.t('ago', { span: spanWords(i18n, seconds) }) : momentWords(i18n, at, now);
}

/** @param {import("./i18n.js").I18n} i18n @param {number} at @param {number} now @returns {string} today 14:07, or with its day */
export function momentWords(i18n, at, now) {
  if (!Number.isFinite(at)) {
    return '—';
  }
  const date = new Date(at);
  const today = new Date(now);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (sameDay(date, today)) {
    return i18n.t('moment.today', { time });
  }
  if (date.getFullYear() !== today.getFullYear()) {
    return `${isoDay(date)} ${time}`;
  }
  const day = date.getDate();
  const month = i18n.t(`month.${date.getMonth() + 1}`);
  return i18n.t('moment.day', { day, month, weekday: i18n.t(`weekday.${date.getDay()}`), time });
}

/** @param {number} at @returns {string} 14:07:32 */
export function clockWords(at) {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** @param {Date} date @returns {string} 2026-03-05 */
export function isoDay(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {number | null | undefined} metres @returns {string} 350 m, 1.2 km */
export function distanceWords(metres) {
  if (metres === null || metres === undefined) {
    return '—';
  }
  if (metres < 995) {
    return `${metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10} m`;
  }
  return `${(metres / 1000).toFixed(1)} km`;
}

/** @param {string} word @returns {string} as it stands on a button or at the start of a line */
export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function sameDay(a, b) {
  return isoDay(a) === isoDay(b);
}

function two(n) {
  return String(n).padStart(2, '0');
}

/** @param {number} metres @returns {string} one digit below ten metres: more would be a promise */
export function accuracyWords(metres) {
  return metres < 10 ? `${Math.max(0.1, metres).toFixed(1)} m` : distanceWords(metres);
}
