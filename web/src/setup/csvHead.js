/**
 * The first rows of a CSV file, enough to choose columns by. The file itself is read by the server. Pure.
 *
 * @typedef {{header: string[], rows: string[][]}} CsvHead
 */
const DELIMITERS = [',', ';', '\t', '|'];
const GUESSES = Object.freeze({
  lon: ['lon', 'lng', 'long', 'longitude', '经度'],
  lat: ['lat', 'latitude', '纬度'],
  x: ['x', 'easting', 'x_m'],
  y: ['y', 'northing', 'y_m'],
  occurredAt: ['occurredat', 'occurred_at', 'time', 'datetime', 'date', 'date_single', '发生时间', '时间', '日期'],
  kind: ['kind', 'type', 'category', '类型', '类别'],
  title: ['title', 'subject', 'name', 'final_case', '标题', '名称'],
});

/**
 * @param {string} text the beginning of the file
 * @param {boolean} cut the text ends in the middle of the file, so that its last line may be half a line
 * @param {number} [most] rows
 * @returns {CsvHead}
 */
export function csvHead(text, cut, most = 200) {
  const clean = text.replace(/^\uFEFF/, '');
  const records = recordsOf(clean, delimiterOf(clean), most + 2);
  if (cut && records.length > 1) records.pop();
  const [header = [], ...rows] = records;
  return { header: header.map((name) => name.trim()), rows: rows.filter(hasText).slice(0, most) };
}

/**
 * @param {readonly string[]} header
 * @returns {Record<string, string>} a likely column for each field, or empty
 */
export function guessColumns(header) {
  const plain = header.map((name) => name.toLowerCase());
  const find = (names) => header[names.map((name) => plain.indexOf(name)).find((at) => at >= 0)] ?? '';
  return Object.fromEntries(Object.entries(GUESSES).map(([field, names]) => [field, find(names)]));
}

/**
 * @param {CsvHead} head
 * @param {string} column
 * @param {number} [most]
 * @returns {string[]} the different values of a column, most frequent first
 */
export function valuesOf({ header, rows }, column, most = 20) {
  const at = header.indexOf(column);
  const counts = new Map();
  for (const row of rows) {
    const value = (row[at] ?? '').trim();
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([value]) => value);
}

/**
 * @param {readonly {row?: number, reason: string}[]} rejected
 * @returns {string} CSV with a byte order mark, so that office programs read the Chinese
 */
export function rejectedCsv(rejected) {
  const quote = (value) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  return `\uFEFFrow,reason\r\n${rejected.map(({ row, reason }) => `${row ?? ''},${quote(reason)}`).join('\r\n')}\r\n`;
}

function delimiterOf(text) {
  const line = text.split(/\r?\n/, 1)[0];
  const count = (delimiter) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function hasText(row) {
  return row.some((value) => value.trim() !== '');
}

function recordsOf(text, delimiter, most) {
  const records = [];
  let [record, value, quoted] = [[], '', false];
  for (let i = 0; i < text.length && records.length < most; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') value += c;
      else if (text[i + 1] === '"') value += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === delimiter || c === '\n') {
      record.push(value.replace(/\r$/, ''));
      value = '';
      if (c === '\n') records.push(record.splice(0));
    } else value += c;
  }
  if (records.length < most && (value || record.length)) records.push([...record, value.replace(/\r$/, '')]);
  return records;
}
