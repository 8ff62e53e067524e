import { fieldEn } from '../i18n/field.en.js';
import { fieldZh } from '../i18n/field.zh.js';
import { createI18n } from '../i18n/i18n.js';
import { createApi } from '../net/api.js';
import { preferencesHere } from '../session/browser.js';
import { createLook } from '../session/look.js';
import { createClock, withClock } from './clock.js';
import { createFieldDoor } from './fieldDoor.js';
import { keepShell } from './keepShell.js';
import { openShelf } from './shelf.js';
import { followSystem } from './systemTheme.js';

/** Notes of the device and not of a person stand under this name. */
const DEVICE = '';

async function start() {
  const root = document.documentElement;
  root.dataset.embedded = String(new URLSearchParams(location.search).get('embed') === '1');
  const look = createLook(preferencesHere(), root, { theme: followSystem(root) });
  const shelf = await openShelf(indexedDB);
  const clock = createClock({
    now: () => Date.now(),
    kept: await shelf.note(DEVICE, 'clock'),
    keep: (shift) => shelf.keep(DEVICE, 'clock', shift),
  });
  const fetch = withClock(window.fetch.bind(window), clock);
  const cookies = () => document.cookie;
  const outside = { fetch, cookies, language: look.language };
  const door = createFieldDoor(document.getElementById('page'), {
    outside,
    api: createApi(outside),
    shelf,
    clock,
    i18n: () => createI18n(look.language(), { zh: fieldZh, en: fieldEn }),
    switchLanguage: look.switchLanguage,
    keptOffline: keepShell(),
  });
  await door.ready;
}

start();
