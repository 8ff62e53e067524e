import { createConsolePage } from '../console/consolePage.js';
import { createSound } from '../console/sound.js';
import { openTown } from '../console/town.js';
import { createViewState } from '../console/viewState.js';
import { el, fill } from '../dom/el.js';
import { createI18n } from '../i18n/i18n.js';
import { createWorld } from '../live/world.js';
import { isAdministrator, showAdminHome } from './adminHome.js';
import { createLook } from './look.js';
import { openPasswordDialog } from './passwordDialog.js';
import { showSignIn } from './signIn.js';

/**
 * The way from the sign-in form to the console and back. A session that ends while somebody works leads to the form;
 * what was typed waits in the tab's drafts.
 *
 * @param {HTMLElement} host
 * @param {{rooms: {session: object, places: object, incidents: object, workforce: object}, preferences: object,
 *   outside: object}} context
 */
export function createShell(host, context) {
  const look = createLook(context.preferences, context.outside.document.documentElement);
  const shell = { host, context, look, about: {}, session: null, desk: null, page: null, again: false };
  const ready = start(shell);
  return Object.freeze({
    ready,
    signedOut: () => shell.session && leave(shell, true),
    destroy: () => closeDesk(shell),
  });
}

async function start(shell) {
  const { rooms } = shell.context;
  const about = rooms.places.about().catch(() => ({}));
  try {
    shell.session = await rooms.session.current();
  } catch {
    shell.session = null;
  }
  shell.about = (await about) ?? {};
  await show(shell);
}

async function show(shell) {
  if (shell.session === null) {
    showForm(shell);
    return;
  }
  if (isAdministrator(shell.session)) {
    showHome(shell);
    return;
  }
  try {
    shell.desk ??= await openDesk(shell);
    drawPage(shell);
  } catch (problem) {
    if (problem?.status !== 401) {
      showFailure(shell);
    }
  }
}

function i18nOf(shell) {
  return createI18n(shell.look.language());
}

function showForm(shell) {
  const { rooms } = shell.context;
  shell.page?.destroy();
  shell.page = showSignIn(shell.host, {
    i18n: i18nOf(shell),
    about: shell.about,
    again: shell.again,
    signIn: rooms.session.signIn,
    onSignedIn: (session) => {
      Object.assign(shell, { session, again: false });
      show(shell);
    },
    onLanguage: () => switchLanguage(shell),
  });
}

function showHome(shell) {
  shell.page?.destroy();
  shell.page = showAdminHome(shell.host, {
    i18n: i18nOf(shell),
    about: shell.about,
    session: shell.session,
    on: {
      password: () => changePassword(shell),
      language: () => switchLanguage(shell),
      signOut: () => signOut(shell),
    },
  });
}

function changePassword(shell) {
  const change = shell.context.rooms.session.changePassword;
  openPasswordDialog({ i18n: i18nOf(shell), username: shell.session.username, change });
}

/** Everything that outlives a change of language: live state, view, sound. */
async function openDesk(shell) {
  const { rooms, outside } = shell.context;
  const world = createWorld({ snapshot: rooms.places.snapshot, openSocket: outside.openSocket, now: outside.now });
  try {
    const town = await openTown(rooms);
    return { world, town, view: createViewState(outside.window), sound: createSound(outside) };
  } catch (problem) {
    world.destroy();
    throw problem;
  }
}

function drawPage(shell) {
  const { context, desk, session, host } = shell;
  shell.page?.destroy();
  host.ownerDocument.title = desk.town.place?.name ?? 'GridSight';
  shell.page = createConsolePage(host, {
    ...desk,
    session,
    i18n: i18nOf(shell),
    rooms: context.rooms,
    preferences: context.preferences,
    outside: context.outside,
    on: {
      language: () => switchLanguage(shell),
      theme: shell.look.switchTheme,
      password: () => changePassword(shell),
      signOut: () => signOut(shell),
    },
  });
}

function showFailure(shell) {
  const i18n = i18nOf(shell);
  shell.page?.destroy();
  shell.page = null;
  const retry = el(
    'button',
    { class: 'button primary', type: 'button', on: { click: () => show(shell) } },
    i18n.t('retry'),
  );
  fill(
    shell.host,
    el(
      'main',
      { class: 'signin panel stack' },
      el('h1', {}, 'GridSight'),
      el('p', { role: 'alert' }, i18n.t('desk.failed')),
      retry,
    ),
  );
}

function switchLanguage(shell) {
  shell.look.switchLanguage();
  show(shell);
}

async function signOut(shell) {
  const { rooms, outside } = shell.context;
  await rooms.session.signOut().catch(() => {});
  outside.tab.clear();
  leave(shell, false);
  await rooms.session.current().catch(() => {});
}

function leave(shell, again) {
  closeDesk(shell);
  Object.assign(shell, { session: null, again });
  showForm(shell);
}

function closeDesk(shell) {
  shell.page?.destroy();
  shell.page = null;
  if (shell.desk) {
    const { world, town, view, sound } = shell.desk;
    [world, town, view, sound].forEach((part) => part.destroy());
    shell.desk = null;
  }
}
