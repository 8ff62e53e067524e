import { closeOutside } from '../dom/closeOutside.js';
import { disposer } from '../dom/disposer.js';
import { el, keyCap } from '../dom/el.js';
import { changed } from '../state/filter.js';
import { mayReview } from '../state/reviewers.js';
import { mayCalibrate, mayLookAfter, mayWatch } from '../state/watchers.js';

const TYPING_PAUSE = 150;
const EDITORS = Object.freeze(['GIS_EDITOR', 'SYSTEM_ADMIN']);

/**
 * Place, search, data age, sound, language, theme and person.
 *
 * @param {{i18n: object, names: object, place: object, session: object, filter: object, canReport: boolean,
 *   parts: {times: HTMLElement, age: HTMLElement, sound: HTMLElement, duty: HTMLElement | null},
 *   on: {report: () => void, help: () => void, command: () => void, language: () => void, theme: () => void, password: () => void,
 *   signOut: () => void,
 *   search: (text: string) => void}}} context
 */
export function createTopBar(context) {
  const { i18n, place, parts, on, canReport } = context;
  const undo = disposer();
  const search = searchField(context, undo);
  const person = personMenu(context);
  undo.add(closeOutside(person));
  const element = el(
    'header',
    { class: 'topbar panel', data: { region: 'top' } },
    el('h1', { class: 'place' }, place.name || 'GridSight'),
    place.synthetic && el('span', { class: 'mark' }, i18n.t('synthetic')),
    search.element,
    canReport &&
      el(
        'button',
        { class: 'button primary report-button', type: 'button', on: { click: on.report } },
        i18n.t('report.open'),
        keyCap('i'),
      ),
    mayReview(context.session) &&
      el('a', { class: 'button plain wide-only', href: '/hotspots' }, i18n.t('menu.hotspots')),
    el('span', { class: 'spring' }),
    parts.times,
    parts.age,
    parts.sound,
    button(i18n.t('language.other'), on.language, {
      lang: i18n.lang === 'zh' ? 'en' : 'zh-CN',
      class: 'button plain wide-only',
    }),
    button(i18n.t('theme.other'), on.theme, { class: 'button plain wide-only' }),
    button(i18n.t('help.open'), on.help, { class: 'button plain wide-only' }, keyCap('?')),
    person,
  );
  return Object.freeze({ element, focusSearch: search.focus, destroy: undo.destroy });
}

function button(text, click, props, ...more) {
  return el('button', { type: 'button', ...props, on: { click } }, text, ...more);
}

function searchField({ i18n, filter, on }, undo) {
  const input = el('input', {
    class: 'input',
    type: 'search',
    id: 'search',
    placeholder: i18n.t('search.hint'),
    value: filter.get().text,
    autocomplete: 'off',
    'aria-label': i18n.t('search.label'),
  });
  let timer = 0;
  const apply = () => filter.set(changed(filter.get(), { text: input.value }));
  undo.listen(input, 'input', () => {
    clearTimeout(timer);
    timer = setTimeout(apply, TYPING_PAUSE);
  });
  undo.listen(input, 'keydown', (event) => {
    if (event.key === 'Enter') {
      clearTimeout(timer);
      apply();
      on.search(input.value.trim());
    } else if (event.key === 'Escape' && input.value !== '') {
      event.stopPropagation();
      input.value = '';
      apply();
    }
  });
  undo.add(() => clearTimeout(timer));
  undo.add(filter.on((now) => document.activeElement !== input && (input.value = now.text)));
  return { element: el('search', { class: 'search' }, input, keyCap('/')), focus: () => input.select() };
}

function personMenu({ i18n, names, session, parts, on }) {
  const name = session.displayName || session.username;
  const link = (href, key) => el('a', { class: 'menu-item', href }, i18n.t(key));
  const editor = session.roles.some((role) => EDITORS.includes(role));
  return el(
    'details',
    { class: 'drop person' },
    el('summary', { class: 'button plain' }, name),
    el(
      'div',
      { class: 'popover floating' },
      el('p', { class: 'caption' }, session.roles.map(names.role).join(i18n.t('list.comma'))),
      parts.duty,
      mayReview(session) && link('/hotspots', 'menu.hotspots'),
      mayWatch(session) && link('/cameras', 'menu.cameras'),
      mayWatch(session) && link('/evidence', 'menu.evidence'),
      mayLookAfter(session) && link('/cameras/admin', 'menu.cameraAdmin'),
      mayCalibrate(session) && link('/cameras/calibration', 'menu.calibration'),
      link('/wall', 'menu.wall'),
      editor && link('/setup', 'menu.setup'),
      button(i18n.t('language.switch'), on.language, { class: 'menu-item narrow-only' }),
      button(i18n.t('theme.switch'), on.theme, { class: 'menu-item narrow-only' }),
      button(i18n.t('help.open'), on.help, { class: 'menu-item narrow-only' }),
      on.emergency && button(i18n.t('emergency.declare'), on.emergency, { class: 'menu-item' }),
      on.plan && button(i18n.t('plan.menu'), on.plan, { class: 'menu-item' }),
      button(i18n.t('handover.menu'), on.handover, { class: 'menu-item' }),
      button(i18n.t('command.menu'), on.command, { class: 'menu-item' }),
      button(i18n.t('password.open'), on.password, { class: 'menu-item' }),
      button(i18n.t('session.signOut'), on.signOut, { class: 'menu-item' }),
    ),
  );
}
