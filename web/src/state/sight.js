import { holdsPlace, metresBetween } from '../geo/inside.js';

/** Reasons of the server's ranking with which a camera shows the place, now or after a turn. */
const SEES = Object.freeze(['inView', 'ptzReach']);
/** A head sees nothing worth turning for beyond so many of its ranges, as the server has it. */
const REACH_RANGES = 2;
const MOST_WATCHED = 4;

/**
 * What of a ranking is worth a row: those that see the place, and when there are none, the one that misses it least.
 *
 * @param {readonly {reason: string, distanceMetres: number}[]} ranked best first
 * @returns {{seeing: readonly object[], nearest: object | null}}
 */
export function sightsOf(ranked) {
  const seeing = ranked.filter((sight) => SEES.includes(sight.reason)).slice(0, MOST_WATCHED);
  const nearest = [...ranked].sort((a, b) => a.distanceMetres - b.distanceMetres)[0] ?? null;
  return Object.freeze({ seeing, nearest: seeing.length > 0 ? null : nearest });
}

/**
 * The incidents a camera has to do with: in its picture, or where its head can turn to.
 *
 * @param {{lng: number|null, lat: number|null, kind?: string, rangeMetres?: number}} camera
 * @param {object|null} view GeoJSON polygon of what it sees
 * @param {readonly {lng: number|null, lat: number|null}[]} incidents
 * @returns {{incident: object, inView: boolean}[]} those in view first
 */
export function incidentsOf(camera, view, incidents) {
  const placed = incidents.filter((incident) => incident.lng !== null && incident.lng !== undefined);
  const inView = placed.filter((incident) => holdsPlace(view, incident.lng, incident.lat));
  const turns = camera.kind === 'PTZ' && camera.lng !== null;
  const reach = (camera.rangeMetres ?? 0) * REACH_RANGES;
  const near = turns ? placed.filter((one) => !inView.includes(one) && metresBetween(camera, one) <= reach) : [];
  return [
    ...inView.map((incident) => ({ incident, inView: true })),
    ...near.map((incident) => ({ incident, inView: false })),
  ];
}

/**
 * @param {{features: readonly object[]}} collection of /api/cameras/coverage
 * @returns {{watched: number, offline: number, blind: number}} shares of the place, together 1
 */
export function sharesOf(collection) {
  const share = (kind) =>
    collection.features.find((feature) => feature.properties.kind === kind)?.properties.areaShare ?? 0;
  const [seen, offline] = [share('seen'), share('offline')];
  return Object.freeze({ watched: Math.max(0, seen - offline), offline, blind: Math.max(0, 1 - seen) });
}

/**
 * @param {{features: readonly object[]}|null} collection of /api/cameras/coverage
 * @param {readonly {id: string, lng: number|null, lat: number|null}[]} things
 * @returns {object[]} those with a place where no camera looks, not even one without a picture
 */
export function unseen(collection, things) {
  const seen = (collection?.features ?? []).filter((feature) => feature.properties.kind === 'seen');
  return things.filter(
    ({ lng, lat }) =>
      lng !== null && lng !== undefined && !seen.some((feature) => holdsPlace(feature.geometry, lng, lat)),
  );
}
