/**
 * Puts values into a sentence: `{name}`, `{n, plural, one {# file} other {# files}}`, `{x, select, a {..} other {..}}`.
 * Branches may hold placeholders themselves. Unknown names stay visible, so that a mistake is seen.
 *
 * @param {string} text
 * @param {Record<string, unknown>} params
 * @param {(value: unknown) => string} show how a value looks in this language
 * @returns {string}
 */
export function formatMessage(text, params, show) {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) {
      return out + text.slice(at);
    }
    const close = closing(text, open);
    out += text.slice(at, open) + placeholder(text.slice(open + 1, close), params, show);
    at = close + 1;
  }
  return out;
}

function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    depth += text[i] === '{' ? 1 : text[i] === '}' ? -1 : 0;
    if (depth === 0) {
      return i;
    }
  }
  throw new Error(`unclosed placeholder in "${text}"`);
}

function placeholder(inside, params, show) {
  const [, name, form, rest] = /^\s*(\w+)\s*(?:,\s*(plural|select)\s*,([\s\S]*))?$/.exec(inside) ?? [];
  if (name === undefined || !(name in params)) {
    return `{${inside}}`;
  }
  if (form === undefined) {
    return show(params[name]);
  }
  const branches = branchesOf(rest);
  const value = params[name];
  const chosen = form === 'plural' ? pluralBranch(branches, Number(value)) : (branches[value] ?? branches.other);
  return formatMessage((chosen ?? '').replace(/#/g, show(value)), params, show);
}

function pluralBranch(branches, n) {
  return branches[`=${n}`] ?? (n === 1 ? branches.one : undefined) ?? branches.other;
}

function branchesOf(text) {
  const branches = {};
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) {
      break;
    }
    const close = closing(text, open);
    branches[text.slice(at, open).trim()] = text.slice(open + 1, close);
    at = close + 1;
  }
  return branches;
}
