import { el, fill } from '../dom/el.js';
import { showSignIn } from './signIn.js';

/**
 * The door of a page that needs somebody signed in: shows the form until there is a session, then the page; shows the
 * form again when the session ends.
 *
 * @param {HTMLElement} host
 * @param {{session: ReturnType<typeof import('./session.js').createSessionRoom>, about: () => Promise<object>,
 *   i18n: () => import('../i18n/i18n.js').I18n, switchLanguage: () => void,
 *   open: (host: HTMLElement, session: object) => Promise<{destroy: () => void}>}} context
 * @returns {{ready: Promise<void>, signedOut: () => void, redraw: () => Promise<void>, destroy: () => void}}
 */
export function createDoor(host, context) {
  const door = { host, context, page: null, session: null, about: {}, again: false };
  return Object.freeze({
    ready: start(door),
    signedOut() {
      if (door.session === null) return;
      Object.assign(door, { session: null, again: true });
      draw(door);
    },
    redraw: () => draw(door),
    destroy: () => leave(door),
  });
}

async function start(door) {
  const { session, about } = door.context;
  door.about = await about().catch(() => ({}));
  door.session = await session.current().catch(() => null);
  await draw(door);
}

async function draw(door) {
  leave(door);
  if (door.session === null) showForm(door);
  else await showPage(door);
}

function leave(door) {
  door.page?.destroy();
  door.page = null;
}

function showForm(door) {
  const { session, i18n, switchLanguage } = door.context;
  door.page = showSignIn(door.host, {
    i18n: i18n(),
    about: door.about,
    again: door.again,
    signIn: session.signIn,
    onSignedIn(found) {
      Object.assign(door, { session: found, again: false });
      draw(door);
    },
    onLanguage() {
      switchLanguage();
      draw(door);
    },
  });
}

async function showPage(door) {
  const { i18n, open } = door.context;
  try {
    door.page = await open(door.host, door.session);
  } catch (problem) {
    if (problem?.status === 401) return;
    // a fault of our own is no cut, and must be found
    if (!problem?.kind && !problem?.detail) reportError(problem);
    const retry = el('button', { class: 'button primary', type: 'button', on: { click: () => draw(door) } });
    retry.append(i18n().t('retry'));
    const words = el('p', { role: 'alert' }, problem?.detail || i18n().t('desk.failed'));
    fill(door.host, el('main', { class: 'signin panel stack' }, el('h1', {}, 'GridSight'), words, retry));
  }
}
