import { chineseMarks } from '../i18n/chineseMarks.js';

/**
 * The one error of every call: what the server said (problem+json), or why it said nothing. `kind` tells them apart.
 */
export class Problem extends Error {
  /**
   * @param {{kind: "refused" | "silent" | "cancelled", status: number, code: string, detail: string,
   *   errors?: {field: string, message: string}[], body?: object}} facts
   */
  constructor(facts) {
    super(facts.detail);
    this.name = 'Problem';
    this.kind = facts.kind;
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.errors = Object.freeze(facts.errors ?? []);
    this.body = facts.body ?? {};
  }

  /** @param {string} field @returns {string | null} what is wrong with it */
  fault(field) {
    return this.errors.find((error) => error.field === field)?.message ?? null;
  }
}

/** @param {number} status @param {object | null} body @returns {Problem} */
export function refusal(status, body) {
  return new Problem({
    kind: 'refused',
    status,
    code: body?.code ?? `http.${status}`,
    detail: chineseMarks(body?.detail ?? body?.title ?? ''),
    errors: (Array.isArray(body?.errors) ? body.errors : []).map(withMarks),
    body: body ?? {},
  });
}

function withMarks(error) {
  return { ...error, message: chineseMarks(error.message ?? '') };
}

/** @param {string} reason `timeout` or `offline` @returns {Problem} */
export function silence(reason) {
  return new Problem({ kind: 'silent', status: 0, code: `net.${reason}`, detail: '' });
}
