import { localPlane } from './localPlane.js';

/** Nearer to the horizon than this share of the pairs' mean weight there is no ground, as the server has it. */
const HORIZON_SHARE = 1e-3;
/** Nothing is drawn farther away than so many times the farthest pair: it would only crowd the horizon. */
const FAR_TIMES = 4;
/** Of errors along the longest direction some 95 of 100 lie within two deviations. */
const DEVIATIONS = 2;

/**
 * The picture of a calibrated camera laid on flat ground: places of pixels at the speed of a mouse, and pixels of places.
 * Answers as the server's `POST /api/cameras/{id}/calibration/locate` does.
 *
 * @typedef {{outcome: 'GROUND', lng: number, lat: number, accuracyMetres: number} | {outcome: 'SKY' | 'FAR'}} Spot
 * @typedef {{width: number, height: number, placeOf: (pixel: {x: number, y: number}) => Spot,
 *   pixelOf: (place: {lng: number, lat: number}) => {x: number, y: number} | null,
 *   linesOf: (line: readonly (readonly number[])[]) => {x: number, y: number}[][]}} PictureGround `linesOf`: a line of
 *   [longitude, latitude] as it runs through the picture, in pieces
 *
 * @param {object} calibration as the server answers it
 * @returns {PictureGround}
 */
export function pictureGround({ pictureWidth: width, pictureHeight: height, pairs, ground }) {
  const plane = localPlane(ground.origin);
  const at = (place) => plane.toMetres(place.lng, place.lat);
  const near = HORIZON_SHARE * mean(pairs.map((pair) => weightOf(ground.pixelToGround, pair)));
  const depths = pairs.map((pair) => weightOf(ground.groundToPixel, at(pair)));
  const limits = { least: HORIZON_SHARE * mean(depths), most: FAR_TIMES * Math.max(...depths) };
  const frame = { width, height };
  return Object.freeze({
    ...frame,
    placeOf(pixel) {
      if (!(weightOf(ground.pixelToGround, pixel) > near)) return { outcome: 'SKY' };
      const metres = mapped(ground.pixelToGround, pixel);
      const accuracyMetres = accuracyAt(ground, pixel, metres);
      if (!(accuracyMetres <= ground.worstAccuracyMetres)) return { outcome: 'FAR' };
      return { outcome: 'GROUND', ...plane.toPlace(metres.x, metres.y), accuracyMetres };
    },
    pixelOf(place) {
      const metres = at(place);
      const depth = weightOf(ground.groundToPixel, metres);
      return depth > limits.least && depth < limits.most ? mapped(ground.groundToPixel, metres) : null;
    },
    linesOf(line) {
      const metres = line.map(([lng, lat]) => plane.toMetres(lng, lat));
      return pieces(metres, (from, to) => inPicture(ground.groundToPixel, limits, frame, [from, to]));
    },
  });
}

function weightOf(m, { x, y }) {
  return m[6] * x + m[7] * y + m[8];
}

function mapped(m, at) {
  const weight = weightOf(m, at);
  return { x: (m[0] * at.x + m[1] * at.y + m[2]) / weight, y: (m[3] * at.x + m[4] * at.y + m[5]) / weight };
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

// the errors of the clicks behind the pairs, carried to the place, and that of the one click that asks
function accuracyAt({ pixelToGround: m, spread, clickPixels }, pixel, metres) {
  const weight = weightOf(m, pixel);
  const [east, north] = [row(pixel, metres.x, 0, weight), row(pixel, metres.y, 3, weight)];
  const own = (first, at, other, otherAt) =>
    (clickPixels ** 2 / weight ** 2) *
    ((m[first] - m[6] * at) * (m[other] - m[6] * otherAt) + (m[first + 1] - m[7] * at) * (m[other + 1] - m[7] * otherAt));
  const ee = times(spread, east, east) + own(0, metres.x, 0, metres.x);
  const nn = times(spread, north, north) + own(3, metres.y, 3, metres.y);
  const en = times(spread, east, north) + own(0, metres.x, 3, metres.y);
  return DEVIATIONS * Math.sqrt(Math.max(0, (ee + nn) / 2 + Math.hypot((ee - nn) / 2, en)));
}

// how one coordinate of the place follows the nine numbers
function row({ x, y }, at, first, weight) {
  const values = new Array(9).fill(0);
  [x, y, 1].forEach((part, i) => {
    values[first + i] = part / weight;
    values[6 + i] = (-at * part) / weight;
  });
  return values;
}

function times(spread, left, right) {
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    if (left[i] === 0) continue;
    for (let j = 0; j < 9; j++) sum += left[i] * spread[9 * i + j] * right[j];
  }
  return sum;
}

// the part of a stretch of ground that lies in front of the camera and in the picture, as pixels
function inPicture(m, { least, most }, frame, [from, to]) {
  const depths = [weightOf(m, from), weightOf(m, to)];
  const ahead = shareWithin([0, 1], depths[0] - 2 * least, depths[1] - 2 * least);
  const shown = ahead && shareWithin(ahead, most - depths[0], most - depths[1]);
  if (!shown) return null;
  const [first, last] = shown.map((share) => mapped(m, between(from, to, share)));
  return clip(first, last, frame);
}

// narrows shares of a stretch to where a number that grows evenly along it, from a to b, is above zero
function shareWithin([from, to], a, b) {
  if (a <= 0 && b <= 0) return null;
  const zero = a / (a - b);
  const within = [a > 0 ? from : Math.max(from, zero), b > 0 ? to : Math.min(to, zero)];
  return within[0] < within[1] ? within : null;
}

function between(from, to, share) {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

function clip(first, last, { width, height }) {
  let shown = [0, 1];
  const rooms = [
    [first.x, last.x],
    [width - first.x, width - last.x],
    [first.y, last.y],
    [height - first.y, height - last.y],
  ];
  for (const [a, b] of rooms) {
    shown = shareWithin(shown, a, b);
    if (!shown) return null;
  }
  return shown.map((share) => between(first, last, share));
}

function pieces(line, shownOf) {
  const found = [];
  let end = null;
  for (let i = 1; i < line.length; i++) {
    const shown = shownOf(line[i - 1], line[i]);
    if (!shown) continue;
    if (end && Math.hypot(end.x - shown[0].x, end.y - shown[0].y) < 1e-6) found.at(-1).push(shown[1]);
    else found.push([...shown]);
    end = shown[1];
  }
  return found;
}
