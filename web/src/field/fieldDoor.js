import { Problem } from '../net/problem.js';
import { createSessionRoom } from '../session/session.js';
import { showSignIn } from '../session/signIn.js';
import { createFieldPage } from './fieldPage.js';

const DEVICE = '';
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
  return Object.freeze({ ready: enter(door) });
}

async function enter(door) {
  const { api, shelf, clock } = door.context;
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
    signIn: door.sessions.signIn,
    async onSignedIn(session) {
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
  for (const { name } of await shelf.notes(username, 'read:')) await shelf.forget(username, name);
  await shelf.forget(DEVICE, 'session');
  await door.sessions.signOut().catch(() => {});
  await door.sessions.current().catch(() => {});
  door.session = null;
  showForm(door);
}
