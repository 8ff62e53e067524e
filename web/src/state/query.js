/** The part of an address after its question mark; the script engine of the tests has no URLSearchParams. */

/** @param {string} search @returns {Map<string, string>} values by name; what is not well encoded is empty */
export function readQuery(search) {
  const pairs = search.replace(/^\?/, '').split('&').filter(Boolean);
  return new Map(pairs.map((pair) => pair.split('=')).map(([name, ...rest]) => [decoded(name), decoded(rest.join('='))]));
}

/** @param {[string, unknown][]} pairs those without a value are left out @returns {string} with its question mark, or empty */
export function writeQuery(pairs) {
  const text = pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join('&');
  return text === '' ? '' : `?${text}`;
}

function readable(value) {
  return encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':');
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return '';
  }
}
