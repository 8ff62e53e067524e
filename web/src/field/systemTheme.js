/**
 * The worker page is as bright as the device, in the sun and at night, and follows it while it is open.
 *
 * @param {HTMLElement} root
 * @returns {string} the theme now
 */
export function followSystem(root) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const name = () => (dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', () => (root.dataset.theme = name()));
  return name();
}
