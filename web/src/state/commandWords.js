/**
 * One word of a command line: what stands there, where it begins, whether it stood in quotes.
 *
 * @typedef {{text: string, at: number, quoted: boolean}} Word
 */

const WIDE_SIGNS = '　＃：“”＂＋。．';
const NARROW_SIGNS = ' #:"""+..';

/**
 * Splits a line at blanks; text in quotes is one word, also when its end is still to be typed. Chinese input methods
 * write wide signs: they count as the narrow ones, place by place.
 *
 * @param {string} line
 * @returns {Word[]}
 */
export function wordsOf(line) {
  const words = [];
  const narrow = outsideQuotesNarrow(line);
  const pattern = /"([^"]*)"?|[^\s"]+/g;
  for (let match = pattern.exec(narrow); match !== null; match = pattern.exec(narrow)) {
    const quoted = match[0].startsWith('"');
    words.push({ text: quoted ? match[1].trim() : match[0], at: match.index, quoted });
  }
  return words;
}

/** What a person says in quotes keeps its own signs. */
function outsideQuotesNarrow(line) {
  let inside = false;
  return [...line.matchAll(/[\s\S]/g)]
    .map(([sign]) => {
      const narrow = NARROW_SIGNS[WIDE_SIGNS.indexOf(sign)] ?? sign;
      if (narrow === '"') {
        inside = !inside;
        return narrow;
      }
      return inside ? sign : narrow;
    })
    .join('');
}

/**
 * @param {string} text `+45m`, `+2h`, `+1d` or `16:30`; an hour that is over is tomorrow's
 * @param {number} now milliseconds
 * @returns {number | null} milliseconds, or null when it is no moment
 */
export function momentOf(text, now) {
  const span = /^\+(\d{1,4})([mhd])$/i.exec(text);
  if (span) {
    return now + Number(span[1]) * { m: 60_000, h: 3_600_000, d: 86_400_000 }[span[2].toLowerCase()];
  }
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!clock) {
    return null;
  }
  const at = new Date(now);
  at.setHours(Number(clock[1]), Number(clock[2]), 0, 0);
  if (at.getTime() <= now) {
    at.setDate(at.getDate() + 1);
  }
  return at.getTime();
}
