const NAME = 'gridsight-field';
const VERSION = 1;
/** Written through to the disk: the device may lose power in the next second. */
const SAFE = Object.freeze({ durability: 'strict' });

/**
 * What this device keeps, per person: `outbox` (what waits to be sent), `photos`, `notes` (drafts, and what was last
 * read, so that a page without a network has something to show). Every write of several things is one transaction.
 *
 * @param {IDBFactory} idb
 */
export async function openShelf(idb) {
  const database = await request(prepare(idb.open(NAME, VERSION)));
  database.onversionchange = () => database.close();
  const read = (store, ask) => request(ask(database.transaction(store).objectStore(store)));
  const write = (stores, work) => written(database, stores, work);
  return Object.freeze({
    /** @returns {Promise<import('../state/outbox.js').Entry[]>} in order */
    entries: (user) => read('outbox', (store) => store.index('user').getAll(user)),
    photo: (id) => read('photos', (store) => store.get(id)),
    photos: (user) => read('photos', (store) => store.index('user').getAll(user)),
    note: async (user, name) => (await read('notes', (store) => store.get([user, name])))?.value ?? null,
    /** All notes of a person whose name begins so. */
    notes: (user, start) =>
      read('notes', (store) => store.getAll(IDBKeyRange.bound([user, start], [user, `${start}\uffff`]))),
    keep: (user, name, value) => write(['notes'], ({ notes }) => notes.put({ user, name, value })),
    forget: (user, name) => write(['notes'], ({ notes }) => notes.delete([user, name])),
    keepPhoto: (photo) => write(['photos'], ({ photos }) => photos.put(photo)),
    dropPhoto: (id) => write(['photos'], ({ photos }) => photos.delete(id)),
    write,
    close: () => database.close(),
  });
}

function prepare(opening) {
  opening.onupgradeneeded = () => {
    const database = opening.result;
    const outbox = database.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
    outbox.createIndex('user', 'user');
    const photos = database.createObjectStore('photos', { keyPath: 'id' });
    photos.createIndex('user', 'user');
    database.createObjectStore('notes', { keyPath: ['user', 'name'] });
  };
  return opening;
}

function request(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function written(database, stores, work) {
  return new Promise((resolve, reject) => {
    const change = database.transaction(stores, 'readwrite', SAFE);
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error);
    change.onerror = () => reject(change.error);
    work(Object.fromEntries(stores.map((name) => [name, change.objectStore(name)])));
  });
}
