const KEYS = Object.freeze({
  language: 'gridsight.language',
  theme: 'gridsight.theme',
  keys: 'gridsight.singleKeys',
  play: 'gridsight.playAtOnce',
});

/**
 * What belongs to the person and not to the link: language, theme, single keys, pictures at once. A browser without storage works too.
 *
 * @param {Storage | null} storage
 * @param {{language: string, dark: boolean}} system what the device prefers
 */
export function createPreferences(storage, system) {
  const read = (key) => {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  };
  const write = (key, value) => {
    try {
      storage?.setItem(key, value);
    } catch {
      // a full or forbidden storage costs the memory of a choice, nothing else
    }
  };
  return Object.freeze({
    language: () => read(KEYS.language) ?? (system.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'),
    setLanguage: (language) => write(KEYS.language, language),
    theme: () => read(KEYS.theme) ?? (system.dark ? 'dark' : 'light'),
    setTheme: (theme) => write(KEYS.theme, theme),
    singleKeys: () => read(KEYS.keys) !== 'off',
    setSingleKeys: (on) => write(KEYS.keys, on ? 'on' : 'off'),
    playAtOnce: () => read(KEYS.play) !== 'off',
    setPlayAtOnce: (on) => write(KEYS.play, on ? 'on' : 'off'),
  });
}
