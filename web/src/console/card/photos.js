import { el, fill } from '../../dom/el.js';
import { momentWords } from '../../i18n/words.js';
import { problemSentence } from '../words.js';

const AGAIN_MS = 30_000;
const SMALL = 360;

/**
 * @typedef {{photoId: string, step: 'REPORT' | 'HANDLE' | 'VERIFY', takenAt: string | null, receivedAt: string, by: string,
 *   width: number, height: number}} Photo
 */

/**
 * The photos of a case: a strip with time and step; one opens large below it, in its place. A photo may come long after
 * its report, so the strip asks again while it is open; what is shown stays as it is when nothing new has come.
 *
 * @param {{i18n: object, now: () => number, photos: (id: string, options: object) => Promise<Photo[]>,
 *   photoUrl: (id: string, photoId: string, width?: number) => string}} context
 */
export function createPhotos(context) {
  const strip = el('ul', { class: 'photo-strip' });
  const large = el('figure', { class: 'photo-large', hidden: true });
  const fault = el('div', { hidden: true });
  const title = el('h3', {}, context.i18n.t('photos.title'));
  const element = el('section', { class: 'card-section', hidden: true }, title, fault, strip, large);
  const desk = { context, element, strip, large, fault, id: null, shown: '', chosen: null, cancel: null };
  const timer = setInterval(() => desk.id && !document.hidden && load(desk), AGAIN_MS);
  return Object.freeze({
    element,
    /** @returns {Promise<Photo[]>} what is shown now */
    load(id) {
      desk.id = id;
      return load(desk);
    },
    open(photoId) {
      const button = desk.strip.querySelector(`[data-photo="${photoId}"]`);
      button?.focus();
      if (button?.getAttribute('aria-expanded') === 'false') {
        button.click();
      }
    },
    clear: () => clear(desk),
    destroy() {
      clearInterval(timer);
      desk.cancel?.abort();
    },
  });
}

function clear(desk) {
  desk.cancel?.abort();
  Object.assign(desk, { id: null, shown: '', chosen: null, cancel: null });
  desk.element.hidden = true;
  desk.large.hidden = true;
  desk.strip.replaceChildren();
}

async function load(desk) {
  const { context, id } = desk;
  desk.cancel?.abort();
  const cancel = new AbortController();
  desk.cancel = cancel;
  try {
    const photos = await context.photos(id, { signal: cancel.signal });
    if (desk.cancel === cancel) {
      desk.fault.hidden = true;
      show(desk, photos);
    }
    return photos;
  } catch (problem) {
    if (desk.cancel === cancel) {
      fail(desk, problem);
    }
    return [];
  }
}

/** What this person may not see is not there; with photos on the strip a failed look again says nothing. */
function fail(desk, problem) {
  const { i18n } = desk.context;
  if (problem.status === 403 || problem.status === 404) {
    desk.element.hidden = true;
  } else if (desk.shown === '') {
    desk.element.hidden = false;
    desk.fault.hidden = false;
    fill(
      desk.fault,
      el('p', {}, problemSentence(i18n, problem, i18n.t('photos.title'))),
      el('button', { class: 'button', type: 'button', on: { click: () => load(desk) } }, i18n.t('retry')),
    );
  }
}

function show(desk, photos) {
  const ids = photos.map((photo) => photo.photoId).join();
  desk.element.hidden = photos.length === 0;
  if (ids !== desk.shown) {
    desk.shown = ids;
    const kept = photos.some((photo) => photo.photoId === desk.chosen) ? desk.chosen : null;
    desk.chosen = kept;
    desk.large.hidden = kept === null;
    fill(desk.strip, ...photos.map((photo) => el('li', {}, thumb(desk, photo))));
  }
}

function thumb(desk, photo) {
  const { i18n, now, photoUrl } = desk.context;
  const step = i18n.t(`photos.${photo.step}`);
  const time = momentWords(i18n, timeOf(photo), now());
  const picture = el('img', {
    src: photoUrl(desk.id, photo.photoId, SMALL),
    alt: i18n.t('photos.of', { step, time }),
    width: photo.width,
    height: photo.height,
    loading: 'lazy',
    decoding: 'async',
  });
  return el(
    'button',
    {
      class: 'photo-thumb',
      type: 'button',
      data: { photo: photo.photoId },
      'aria-expanded': String(desk.chosen === photo.photoId),
      on: { click: (event) => choose(desk, photo, event.currentTarget) },
    },
    picture,
    el('span', { class: 'caption' }, step),
    el('span', { class: 'caption' }, time),
  );
}

function timeOf(photo) {
  return Date.parse(photo.takenAt ?? photo.receivedAt);
}

/** The same again puts it away. */
function choose(desk, photo, button) {
  const again = desk.chosen === photo.photoId;
  desk.chosen = again ? null : photo.photoId;
  for (const other of desk.strip.querySelectorAll('button')) {
    other.setAttribute('aria-expanded', String(other === button && !again));
  }
  desk.large.hidden = again;
  if (!again) {
    draw(desk, photo, button);
    desk.large.scrollIntoView({ block: 'nearest' });
  }
}

function draw(desk, photo, button) {
  const { i18n, now, photoUrl } = desk.context;
  const time = momentWords(i18n, timeOf(photo), now());
  const away = () => {
    choose(desk, photo, button);
    button.focus();
  };
  fill(
    desk.large,
    el('img', {
      src: photoUrl(desk.id, photo.photoId),
      alt: i18n.t('photos.of', { step: i18n.t(`photos.${photo.step}`), time }),
      width: photo.width,
      height: photo.height,
    }),
    el(
      'figcaption',
      {},
      el('span', {}, i18n.t(photo.takenAt ? 'photos.taken' : 'photos.received', { who: photo.by, time })),
      el('button', { class: 'button', type: 'button', on: { click: away } }, i18n.t('close')),
    ),
  );
}
