import { createI18n } from '../i18n/i18n.js';
import { createReach } from '../net/reach.js';
import { createPlacesRoom } from '../rooms/places.js';
import { apiHere, preferencesHere } from './browser.js';
import { createCutNote } from './cutNote.js';
import { createDoor } from './door.js';
import { createLook } from './look.js';
import { openPasswordDialog } from './passwordDialog.js';
import { createSessionRoom } from './session.js';

/**
 * What an opened page is given. `on` are the acts of the page's head.
 *
 * @typedef {{i18n: import('../i18n/i18n.js').I18n, session: import('./session.js').Session,
 *   places: ReturnType<typeof createPlacesRoom>, rooms: object, singleKeys: () => boolean,
 *   setSingleKeys: (on: boolean) => void, cut: HTMLElement, on: {password: () => void, language: () => void,
 *   theme: () => void, signOut: () => void}}} PageContext cut: says when the server is out of reach
 */

/**
 * Starts a page that needs somebody signed in: language, theme, server, the door. A page tells its own sentences, its
 * rooms, and what it shows.
 *
 * @param {{sentences: {zh: Record<string, string>, en: Record<string, string>},
 *   rooms?: (api: ReturnType<typeof import('../net/api.js').createApi>) => object,
 *   open: (host: HTMLElement, context: PageContext) => Promise<{setTheme?: () => void, reached?: () => void,
 *   destroy: () => void}>, fixed?: {language?: string|null, theme?: string}}} page reached: the server answers again
 * @returns {ReturnType<typeof createDoor>}
 */
export function startPage({ sentences, rooms = () => ({}), open, fixed }) {
  const preferences = preferencesHere();
  const look = createLook(preferences, document.documentElement, fixed);
  const api = apiHere(
    look.language,
    () => door.signedOut(),
    (answered) => reach.tell(answered),
  );
  const [places, sessions] = [createPlacesRoom(api), createSessionRoom(api)];
  const reach = createReach({ events: window, now: () => Date.now(), knock: () => places.about().catch(() => {}) });
  const common = { places, rooms: Object.freeze(rooms(api)) };
  const { singleKeys, setSingleKeys } = preferences;
  const i18n = () => createI18n(look.language(), sentences);
  const show = async (host, session) => {
    const words = i18n();
    const on = headActs({ words, session, sessions, look, door, page: () => page });
    const cut = createCutNote(words);
    const context = { ...common, i18n: words, session, singleKeys, setSingleKeys, cut: cut.element, on };
    const page = await open(host, context);
    const off = follow(reach, cut, page);
    return Object.freeze({
      setTheme: () => page.setTheme?.(),
      destroy() {
        off();
        page.destroy();
      },
    });
  };
  const door = createDoor(document.getElementById('page'), {
    session: sessions,
    about: places.about,
    i18n,
    switchLanguage: look.switchLanguage,
    open: show,
  });
  return door;
}

function follow(reach, cut, page) {
  cut.show(reach.get());
  return reach.on((now, before) => {
    cut.show(now);
    if (before.cut && !now.cut) page.reached?.();
  });
}

function headActs({ words, session, sessions, look, door, page }) {
  return Object.freeze({
    password: () =>
      openPasswordDialog({ i18n: words, username: session.username, change: sessions.changePassword }),
    language() {
      look.switchLanguage();
      door.redraw();
    },
    theme() {
      look.switchTheme();
      page().setTheme?.();
    },
    signOut: () => sessions.signOut().finally(() => location.assign('/')),
  });
}
