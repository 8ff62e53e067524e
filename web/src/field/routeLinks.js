import { el } from '../dom/el.js';
import { toGcj02 } from '../geo/gcj02.js';

/**
 * Hands the way over to what the device has: its own navigation by a geo address, and the customer's map when one is
 * set. Nothing is loaded from anywhere until the worker taps.
 *
 * @param {{i18n: object, settings: {mapLink: {url: string, crs: string} | null}}} desk
 * @param {object} incident
 * @returns {HTMLElement | null}
 */
export function routeLinks({ i18n, settings }, incident) {
  const [lng, lat] = incident.location?.coordinates ?? [];
  if (lng === undefined) return null;
  const at = `${lat.toFixed(6)},${lng.toFixed(6)}`;
  const own = el('a', { class: 'button', href: `geo:${at}?q=${at}` }, i18n.t('field.route'));
  const link = settings.mapLink && mapAddress(settings.mapLink, { lng, lat, name: incident.title });
  const other = link && el('a', { class: 'button', href: link, target: '_blank', rel: 'noreferrer' }, i18n.t('field.routeMap'));
  return el('p', { class: 'field-acts' }, own, other);
}

/**
 * @param {{url: string, crs: string}} mapLink
 * @param {{lng: number, lat: number, name: string}} target true degrees
 * @returns {string}
 */
export function mapAddress({ url, crs }, { lng, lat, name }) {
  const shifted = crs === 'gcj02' ? toGcj02(lng, lat) : { lng, lat };
  return url
    .replace('{lon}', shifted.lng.toFixed(6))
    .replace('{lat}', shifted.lat.toFixed(6))
    .replace('{name}', encodeURIComponent(name));
}
