import { csvHead } from './csvHead.js';

const HEAD_BYTES = 65_536;

/**
 * Reads the beginning of a CSV file in the browser, packed or not; nothing is sent anywhere.
 *
 * @param {File} file .csv or .csv.gz
 * @param {string} [charset]
 * @returns {Promise<import('./csvHead.js').CsvHead>}
 */
export async function readHead(file, charset = 'utf-8') {
  const packed = file.name.toLowerCase().endsWith('.gz');
  const stream = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const { bytes, cut } = await firstBytes(stream.getReader());
  return csvHead(new TextDecoder(charset).decode(bytes), cut);
}

async function firstBytes(reader) {
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: await joined(parts), cut: false };
    parts.push(value);
    size += value.length;
    if (size < HEAD_BYTES) continue;
    await reader.cancel();
    return { bytes: await joined(parts), cut: true };
  }
}

async function joined(parts) {
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
