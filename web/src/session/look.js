/**
 * Language and theme of the page as this person wants them, written on the root element. A page may fix one of them.
 *
 * @param {ReturnType<typeof import('./preferences.js').createPreferences>} preferences
 * @param {HTMLElement} root
 * @param {{language?: string|null, theme?: string}} [fixed] what the page does not leave to the person
 */
export function createLook(preferences, root, fixed = {}) {
  const language = () => fixed.language ?? preferences.language();
  const theme = () => fixed.theme ?? preferences.theme();
  const apply = () => {
    root.dataset.theme = theme();
    root.lang = language() === 'zh' ? 'zh-CN' : 'en';
  };
  apply();
  return Object.freeze({
    language,
    switchLanguage() {
      preferences.setLanguage(preferences.language() === 'zh' ? 'en' : 'zh');
      apply();
    },
    /** @returns {string} the theme there is now */
    switchTheme() {
      preferences.setTheme(preferences.theme() === 'dark' ? 'light' : 'dark');
      apply();
      return theme();
    },
  });
}
