import { metresBetween } from '../geo/mercator.js';
import { whereabouts } from '../state/hotspots.js';

const REACH_METRES = 600;
const CROWD = 3;
const MOST = 6;
const MOST_HOTSPOTS = 3;
// in a flood the most urgent thousand tell where to look
const LOOKED_AT = 1000;
const WEIGHT = { red: 0, overdue: 1, crowd: 2 };

/**
 * The places that need somebody, most urgent first: around every red and every overdue incident, and where several
 * open ones lie together. Pure, so that the tour can be tested without a wall.
 *
 * @typedef {{key: string, lng: number, lat: number, reason: 'red'|'overdue'|'crowd'|'hotspot', count: number, gridName: string,
 *   rank?: number, words?: {zh: string, en: string}}} Stop rank and words: of a hotspot
 *
 * @param {readonly {id: string, lng: number|null, lat: number|null, level: string|null, overdue: boolean, gridName: string}[]} incidents
 *   open ones, most urgent first
 * @returns {Stop[]} no place twice, at most six
 */
export function stopsOf(incidents) {
  const placed = incidents.filter(({ lng, lat }) => lng !== null && lat !== null).slice(0, LOOKED_AT);
  const left = new Set(placed);
  const stops = [];
  for (const reason of ['red', 'overdue', 'crowd']) {
    for (const incident of placed) {
      if (!left.has(incident) || !counts(incident, reason)) continue;
      const near = [...left].filter((other) => metresBetween(incident, other) <= REACH_METRES);
      if (reason === 'crowd' && near.length < CROWD) continue;
      near.forEach((other) => left.delete(other));
      stops.push(stopOf(incident, near, reason));
    }
  }
  return stops.sort((a, b) => WEIGHT[a.reason] - WEIGHT[b.reason] || b.count - a.count).slice(0, MOST);
}

/** @param {object} incident a new red one @returns {Stop} */
export function stopAt(incident) {
  return stopOf(incident, [incident], 'red');
}

/**
 * @param {readonly Stop[]} stops of `stopsOf`
 * @param {readonly import('../state/hotspots.js').Spot[]} spots proven ones by rank
 * @returns {Stop[]} the first three hotspots, then where somebody is needed; at most six
 */
export function withHotspots(stops, spots) {
  const hot = spots.slice(0, MOST_HOTSPOTS).flatMap((spot) => {
    const place = whereabouts(spot);
    if (!place) return [];
    const { id, rank, observed, sentence } = spot;
    const { lng, lat } = place;
    return [
      Object.freeze({ key: id, lng, lat, reason: 'hotspot', count: observed, gridName: '', rank, words: sentence }),
    ];
  });
  return [...hot, ...stops].slice(0, MOST);
}

function counts(incident, reason) {
  if (reason === 'red') return incident.level === 'RED';
  return reason === 'overdue' ? incident.overdue : true;
}

function stopOf(incident, near, reason) {
  const { id, lng, lat, gridName } = incident;
  return Object.freeze({ key: id, lng, lat, reason, count: near.length, gridName });
}
