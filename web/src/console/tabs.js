import { el, keyCap } from '../dom/el.js';

/**
 * On a narrow screen one region is seen at a time: list, map or card. On a wide one these buttons are hidden and the
 * choice changes nothing.
 *
 * @param {{i18n: object, root: HTMLElement, onReport: (() => void) | null}} context
 */
export function createTabs({ i18n, root, onReport }) {
  const buttons = ['list', 'map', 'card'].map((name) =>
    el(
      'button',
      { class: 'tab', type: 'button', data: { name }, on: { click: () => show(name) } },
      i18n.t(`tabs.${name}`),
    ),
  );
  const state = { before: 'list' };
  const show = (name) => {
    if (root.dataset.tab !== 'card') {
      state.before = root.dataset.tab ?? 'list';
    }
    root.dataset.tab = name;
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.name === name)));
  };
  const element = el(
    'nav',
    { class: 'tabs panel', 'aria-label': i18n.t('tabs.label') },
    ...buttons,
    onReport &&
      el(
        'button',
        { class: 'button primary big-report', type: 'button', on: { click: onReport } },
        i18n.t('report.open'),
        keyCap('i'),
      ),
  );
  show('list');
  buttons[2].hidden = true;
  return Object.freeze({
    element,
    show,
    /** The side panel opened or closed: go to it, or back to where it was opened from. */
    side(open) {
      buttons[2].hidden = !open;
      show(open ? 'card' : state.before);
    },
  });
}
