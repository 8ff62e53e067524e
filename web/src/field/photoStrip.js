import { el, fill } from '../dom/el.js';
import { newId } from './ids.js';
import { shrunk } from './shrink.js';

const MOST = 9;
/** A picture older than this was not taken here and now: it gets no place. */
const HERE_MS = 180_000;

/**
 * Photos of a report or a result: taken or chosen, shrunk, and on the shelf before they are shown.
 *
 * @param {object} desk
 * @param {{step: 'REPORT' | 'HANDLE', caseId: string, ids: string[], changed: (change: {photos: string[]}) =>
 *   Promise<void>}} about
 */
export function createPhotoStrip(desk, about) {
  const { i18n } = desk;
  const strip = { desk, about, ids: [...about.ids], urls: [], busy: 0, over: false };
  const input = el('input', { class: 'visually-hidden', type: 'file', accept: 'image/*', multiple: true });
  strip.list = el('ul', { class: 'field-photos' });
  strip.said = el('p', { class: 'caption', role: 'status' });
  input.addEventListener('change', () => take(strip, input));
  const add = el('label', { class: 'button field-big field-photo-add' }, input, i18n.t('field.photo'));
  draw(strip);
  return Object.freeze({
    element: el('div', { class: 'stack' }, add, strip.list, strip.said),
    isBusy: () => strip.busy > 0,
    ids: () => [...strip.ids],
    destroy() {
      strip.over = true;
      release(strip);
    },
  });
}

async function take(strip, input) {
  const { i18n } = strip.desk;
  const files = [...input.files].slice(0, MOST - strip.ids.length);
  fill(strip.said, files.length < input.files.length ? i18n.t('field.photosFull', { n: MOST }) : null);
  strip.busy++;
  try {
    for (const file of files) await takeOne(strip, file);
  } finally {
    strip.busy--;
    input.value = '';
  }
  draw(strip);
}

async function takeOne(strip, file) {
  const { desk, about } = strip;
  try {
    const { blob, width, height } = await shrunk(file);
    const id = newId();
    await desk.shelf.keepPhoto({ id, user: desk.user, caseId: about.caseId, step: about.step, blob, width, height, ...taken(desk, file) });
    strip.ids.push(id);
    await about.changed({ photos: [...strip.ids] });
  } catch {
    // not a picture that this device can read, or no room for it
    fill(strip.said, desk.i18n.t('field.photoFault', { name: file.name }));
  }
}

/** When by the file, where only if it was now. */
function taken({ clock, finder }, file) {
  const at = Math.min(file.lastModified || clock.device(), clock.device());
  const fix = finder.last.get();
  const here = clock.device() - at < HERE_MS && fix && clock.device() - fix.at < HERE_MS;
  return { takenAt: new Date(at).toISOString(), place: here ? { lng: fix.lng, lat: fix.lat } : null };
}

async function draw(strip) {
  const { desk, ids, list } = strip;
  const photos = (await Promise.all(ids.map((id) => desk.shelf.photo(id)))).filter(Boolean);
  if (strip.over) return;
  release(strip);
  fill(list, ...photos.map((photo, i) => photoRow(strip, photo, i)));
}

function photoRow(strip, photo, i) {
  const { i18n } = strip.desk;
  const url = URL.createObjectURL(photo.blob);
  strip.urls.push(url);
  const drop = el('button', { class: 'button', type: 'button', on: { click: () => remove(strip, photo.id) } });
  drop.append(i18n.t('field.dropPhoto'));
  const picture = el('img', { src: url, alt: i18n.t('field.photoNumber', { n: i + 1 }), width: 96, height: 96 });
  return el('li', {}, picture, drop);
}

async function remove(strip, id) {
  strip.ids = strip.ids.filter((known) => known !== id);
  await strip.about.changed({ photos: [...strip.ids] });
  await strip.desk.shelf.dropPhoto(id);
  draw(strip);
}

function release(strip) {
  strip.urls.splice(0).forEach((url) => URL.revokeObjectURL(url));
}
