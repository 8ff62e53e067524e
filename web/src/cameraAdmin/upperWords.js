/**
 * @param {import('../i18n/i18n.js').I18n} i18n
 * @param {{state: string, why: string|null}} upper
 * @returns {string} whether the link stands, and why it does not
 */
export function upperState(i18n, { state, why }) {
  const words = i18n.t(`upper.state.${state}`);
  return why ? i18n.t('upper.stateWhy', { state: words, why }) : words;
}
