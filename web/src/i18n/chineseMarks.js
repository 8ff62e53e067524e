const WIDE = Object.freeze({ ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' });
const BESIDE_HAN = /(?<=\p{Script=Han}|[“”）])[,:;?!] ?|[,:;?!](?=\p{Script=Han}|[“”（])/gu;
const BRACKETS = /\(([^()]*)\)/gu;
const HAN = /\p{Script=Han}/u;

/**
 * Sentences of the server are written with the marks of a keyboard; beside Chinese words they stand as Chinese marks.
 *
 * @param {string} text in any language; without Chinese words it stays as it is
 * @returns {string}
 */
export function chineseMarks(text) {
  if (!HAN.test(text)) return text;
  return text.replace(BRACKETS, bracket).replace(BESIDE_HAN, (mark) => WIDE[mark[0]]);
}

/** Both of a pair are of one kind. */
function bracket(pair, inner, at, whole) {
  const beside = whole.charAt(at - 1) + whole.charAt(at + pair.length);
  return HAN.test(inner + beside) ? `（${inner}）` : pair;
}
