/* global self, caches, crypto */
/**
 * Keeps the shell of the worker page, so that it opens without a network. Served as /field-worker.js behind the list
 * `self.SHELL = {version, files: [{path, sha256}]}`. Data are never kept here: the page has its own shelf per person.
 */
const KEPT = 'gridsight-field-';
const CACHE = KEPT + self.SHELL.version;
const PAGE = '/field';
const FILES = new Set(self.SHELL.files.map((file) => file.path));

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('fetch', (event) => {
  const path = wantedPath(event.request);
  if (path !== null) event.respondWith(answer(path, event.request));
});
self.addEventListener('sync', (event) => event.waitUntil(wakePages()));

async function keepShell() {
  const cache = await caches.open(CACHE);
  await Promise.all(self.SHELL.files.map((file) => keep(cache, file)));
  await self.skipWaiting();
}

/** A file of another version, in the middle of an update of the server, spoils the whole set: better none than mixed. */
async function keep(cache, { path, sha256 }) {
  const response = await fetch(path, { cache: 'no-cache', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  const found = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) throw new Error(`${path}: another version`);
  await cache.put(path, response);
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(KEPT) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** @returns {string | null} the file of the shell that is asked for; everything else goes its usual way */
function wantedPath(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return null;
  if (request.mode === 'navigate') return url.pathname === PAGE ? PAGE : null;
  return FILES.has(url.pathname) && url.pathname !== PAGE ? url.pathname : null;
}

async function answer(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

/** Only a bonus: the pages have triggers of their own. */
async function wakePages() {
  const pages = await self.clients.matchAll({ type: 'window' });
  pages.forEach((page) => page.postMessage('send'));
}
