import { createValueCount, csvHead } from './csvHead.js';

const HEAD_BYTES = 65_536;
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads the beginning of a CSV file in the browser, packed or not; nothing is sent anywhere.
 *
 * @param {File} file .csv or .csv.gz
 * @returns {Promise<import('./csvHead.js').CsvHead>}
 */
export async function readHead(file) {
  const decoder = new TextDecoder();
  let text = '';
  const cut = await eachPiece(file, HEAD_BYTES, (bytes) => (text += decoder.decode(bytes, { stream: true })));
  return csvHead(text, cut);
}

/**
 * Which values a column has, in the whole file: a rare one may stand first in the last row.
 *
 * @param {File} file .csv or .csv.gz
 * @param {string} column
 * @returns {Promise<string[]>} most frequent first, from the first 64 MB of text
 */
export async function readValues(file, column) {
  const decoder = new TextDecoder();
  const count = createValueCount(column);
  const cut = await eachPiece(file, MOST_BYTES, (bytes) => count.push(decoder.decode(bytes, { stream: true })));
  if (!cut) count.end();
  return count.values();
}

async function eachPiece(file, most, take) {
  const packed = file.name.toLowerCase().endsWith('.gz');
  const stream = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = stream.getReader();
  for (let size = 0; size < most; ) {
    const { done, value } = await reader.read();
    if (done) return false;
    take(value);
    size += value.length;
  }
  await reader.cancel();
  return true;
}
