import { isOverdue } from './clocks.js';
import { shortNumber } from './incidents.js';
import { isOpen } from './status.js';

/**
 * Things of the map that the picture of a camera shows, with their pixels. Ended incidents are history, not something to
 * see out there.
 *
 * @param {import('../geo/pictureGround.js').PictureGround} ground
 * @param {{incidents: Iterable<object>, riskPoints: Iterable<object>, now: number}} things
 * @returns {{incidents: object[], riskPoints: object[]}}
 */
export function thingsInPicture(ground, { incidents, riskPoints, now }) {
  const open = [...incidents].filter(isOpen);
  return {
    incidents: shown(ground, open).map((incident) => ({
      ...incident,
      overdue: isOverdue(incident, now),
      isNew: false,
      number: shortNumber(incident),
    })),
    riskPoints: shown(ground, [...riskPoints]),
  };
}

function shown(ground, things) {
  return things.flatMap((thing) => {
    if (thing.lng === null || thing.lng === undefined) return [];
    const pixel = ground.pixelOf(thing);
    const inside = pixel && pixel.x >= 0 && pixel.y >= 0 && pixel.x <= ground.width && pixel.y <= ground.height;
    return inside ? [{ ...thing, ...pixel }] : [];
  });
}

/**
 * @param {import('../geo/pictureGround.js').PictureGround} ground
 * @param {readonly object[]} grids features of /api/grids
 * @returns {{x: number, y: number}[][]} their borders as they run through the picture
 */
export function bordersInPicture(ground, grids) {
  return grids.flatMap((grid) => ringsOf(grid.geometry).flatMap((ring) => ground.linesOf(ring)));
}

function ringsOf(geometry) {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}
