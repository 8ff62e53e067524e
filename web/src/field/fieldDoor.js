import { createApi } from '../net/api.js';
import { Problem } from '../net/problem.js';
import { createSessionRoom } from '../session/session.js';
import { showSignIn } from '../session/signIn.js';
import { createFieldPage } from './fieldPage.js';

const DEVICE = '';
/** Note of the device: who signed out here, and the server does not know yet. */
const LEFT = 'signedOut';
/** How long a device shows a person's page without the server saying who that is: a long shift. */
const SHIFT_MS = 16 * 3_600_000;

/**
 * The way into the worker page. With a network the server says who is there; without one, and when the session is over,
 * the person of this shift goes on working, and what is made waits. Somebody else never sees it.
 *
 * @param {HTMLElement} host
 * @param {{outside: object, api: object, shelf: object, clock: object, i18n: () => object, switchLanguage: () => void,
 *   keptOffline: Promise<boolean>}} context
 */
export function createFieldDoor(host, context) {
  const door = { host, context, sessions: createSessionRoom(context.api), page: null, about: {}, session: null };
  door.left = Promise.resolve(true);
  window.addEventListener('online', () => leave(door));
  return Object.freeze({ ready: enter(door) });
}

async function enter(door) {
  const { api, shelf, clock } = door.context;
  if (!(await leave(door))) return showForm(door);
  const [now, kept] = await Promise.all([whoIsThere(door), shelf.note(DEVICE, 'session')]);
  const known = kept && clock.now() - kept.at < SHIFT_MS ? kept.session : null;
  door.about = now === undefined ? {} : await api.get('/api/about').catch(() => ({}));
  if (now) await keepSession(door, now);
  door.session = now ?? known;
  await draw(door, now === null);
}

/** @returns {Promise<object | null | undefined>} null: nobody is signed in; undefined: no answer */
async function whoIsThere({ sessions }) {
  try {
    return await sessions.current();
  } catch (problem) {
    if (problem instanceof Problem) return undefined;
    throw problem;
  }
}

async function keepSession({ context }, session) {
  await context.shelf.keep(DEVICE, 'session', { session, at: context.clock.now() });
}

async function draw(door, over = false) {
  door.page?.destroy();
  if (door.session === null) return showForm(door);
  door.page = await createFieldPage(door.host, {
    ...door.context,
    i18n: door.context.i18n(),
    session: door.session,
    whoAmI: door.sessions.current,
    over,
    on: {
      signIn: () => showForm(door, true),
      signOut: () => signOut(door),
      language() {
        door.context.switchLanguage();
        draw(door, over);
      },
    },
  });
}

function showForm(door, again = false) {
  door.page?.destroy();
  door.page = showSignIn(door.host, {
    i18n: door.context.i18n(),
    about: door.about,
    again,
    async signIn(username, password) {
      await leave(door);
      return door.sessions.signIn(username, password);
    },
    async onSignedIn(session) {
      // a new session has ended the one before it
      await door.context.shelf.forget(DEVICE, LEFT);
      await keepSession(door, session);
      // what another person had open is not meant for this one
      if (door.session?.username !== session.username) location.hash = '';
      door.session = session;
      await draw(door);
    },
    onLanguage() {
      door.context.switchLanguage();
      showForm(door, again);
    },
  });
}

/** What was read goes from the device; what waits to be sent stays for the same person. */
async function signOut(door) {
  const { shelf } = door.context;
  const { username } = door.session;
  door.page?.destroy();
  door.session = null;
  const read = await shelf.notes(username, 'read:');
  await shelf.write(['notes'], ({ notes }) => {
    read.forEach(({ name }) => notes.delete([username, name]));
    notes.delete([username, 'done']);
    notes.delete([DEVICE, 'session']);
    notes.put({ user: DEVICE, name: LEFT, value: username });
  });
  leave(door);
  showForm(door);
}

/** One after the other. @returns {Promise<boolean>} whether no sign-out is left to be finished */
function leave(door) {
  door.left = door.left.catch(() => false).then(() => finishSignOut(door));
  return door.left;
}

/** Ends the session of the person who signed out here, now or as soon as the server can be reached. */
async function finishSignOut({ context, sessions }) {
  const { shelf, outside } = context;
  const username = await shelf.note(DEVICE, LEFT);
  if (username === null) return true;
  try {
    const there = await sessions.current();
    const own = createSessionRoom(createApi({ ...outside, person: username }));
    if (there?.username === username) await own.signOut();
    await sessions.current();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status !== 401) return false;
  }
  await shelf.forget(DEVICE, LEFT);
  return true;
}
