/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{roles?: {code: string}[]}} codes
 * @returns {(readonly [string, string])[]} code and word of every role, for a field
 */
export function roleOptions(i18n, { roles }) {
  return (roles ?? []).map((role) => [role.code, i18n.name(role)]);
}

/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{roles?: {code: string}[]}} codes
 * @returns {(roles: readonly string[]) => string} the roles of somebody in words
 */
export function roleWords(i18n, codes) {
  const words = new Map(roleOptions(i18n, codes));
  return (roles) => roles.map((role) => words.get(role) ?? role).join(i18n.t('list.comma'));
}
