/**
 * What the page reads of a CSV file itself: the first rows, enough to choose columns by, and the values of one column.
 * The rows are taken in by the server. Pure.
 *
 * @typedef {{header: string[], rows: string[][]}} CsvHead
 */
const MOST_VALUES = 50;
const DELIMITERS = [',', ';', '\t', '|'];
const GUESSES = Object.freeze({
  lon: ['lon', 'lng', 'long', 'longitude', '经度'],
  lat: ['lat', 'latitude', '纬度'],
  x: ['x', 'easting', 'x_m'],
  y: ['y', 'northing', 'y_m'],
  occurredAt: ['occurredat', 'occurred_at', 'time', 'datetime', 'date', 'date_single', '发生时间', '时间', '日期'],
  kind: ['kind', 'type', 'category', '类型', '类别'],
  title: ['title', 'subject', 'name', 'final_case', '标题', '名称'],
  description: ['description', 'text', 'details', '描述', '内容'],
  address: ['address', 'street', '地址', '地点'],
});

/**
 * @param {string} text the beginning of the file
 * @param {boolean} cut the text ends in the middle of the file, so that its last line may be half a line
 * @param {number} [most] rows
 * @returns {CsvHead}
 */
export function csvHead(text, cut, most = 200) {
  const clean = text.replace(/^\uFEFF/, '');
  const reader = createRecords(delimiterOf(clean), most + 2);
  const records = [...reader.push(clean), ...reader.end()];
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
 * Counts the values of one column while the file goes by in pieces.
 *
 * @param {string} column
 * @returns {{push: (text: string) => void, end: () => void, values: (most?: number) => string[]}} values: most frequent
 *   first
 */
export function createValueCount(column) {
  const counts = new Map();
  let [reader, at] = [null, -1];
  const take = (records) => {
    for (const record of records) {
      if (at < 0) at = record.findIndex((name) => name.trim() === column);
      else if (record[at]?.trim()) counts.set(record[at].trim(), (counts.get(record[at].trim()) ?? 0) + 1);
    }
  };
  return Object.freeze({
    push(text) {
      const clean = reader ? text : text.replace(/^\uFEFF/, '');
      reader ??= createRecords(delimiterOf(clean));
      take(reader.push(clean));
    },
    end: () => take(reader?.end() ?? []),
    values: (most = MOST_VALUES) =>
      [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, most)
        .map(([value]) => value),
  });
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

// one pass over the letters; what is not finished at the end of a piece goes on with the next
function createRecords(delimiter, most = Infinity) {
  let [record, value, quoted, closing, count] = [[], '', false, false, 0];
  const letter = (c, records) => {
    const pair = closing && c === '"';
    if (closing && !pair) quoted = false;
    closing = false;
    if (pair) value += '"';
    else if (quoted && c === '"') closing = true;
    else if (quoted) value += c;
    else if (c === '"') quoted = true;
    else if (c === delimiter || c === '\n') {
      record.push(value.replace(/\r$/, ''));
      value = '';
      if (c === '\n') {
        records.push(record.splice(0));
        count += 1;
      }
    } else value += c;
  };
  return {
    push(text) {
      const records = [];
      for (let i = 0; i < text.length && count < most; i++) letter(text[i], records);
      return records;
    },
    end: () => (count < most && (value || record.length) ? [[...record, value.replace(/\r$/, '')]] : []),
  };
}
