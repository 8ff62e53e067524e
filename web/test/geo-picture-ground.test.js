/* global readText */
import { localPlane } from '../src/geo/localPlane.js';
import { pictureGround } from '../src/geo/pictureGround.js';
import { equal, near, ok, test } from './check.js';

const CORPUS = '../gis-data/src/main/resources/org/gridsight/gisdata/corpus/calibration.json';
const { calibration, spots } = JSON.parse(readText(CORPUS));
const ground = pictureGround(calibration);

test('a spot of the picture is the place the server says, and as sure', () => {
  for (const spot of spots) {
    const found = ground.placeOf(spot);
    equal(found.outcome, spot.outcome, `${spot.x}, ${spot.y}`);
    if (spot.outcome !== 'GROUND') continue;
    near(found.lng, spot.lng, 1e-8);
    near(found.lat, spot.lat, 1e-8);
    near(found.accuracyMetres, spot.accuracyMetres, 1e-4);
  }
});

test('above the horizon there is no ground, just below it none to send anybody to', () => {
  equal(ground.placeOf({ x: 960, y: 2 }), { outcome: 'SKY' });
  equal(ground.placeOf({ x: 960, y: 33 }), { outcome: 'FAR' });
});

test('a place and its pixel are each other', () => {
  for (const pixel of [{ x: 200, y: 900 }, { x: 1700, y: 500 }, { x: 960, y: 300 }]) {
    const back = ground.pixelOf(ground.placeOf(pixel));
    near(back.x, pixel.x, 1e-4);
    near(back.y, pixel.y, 1e-4);
  }
});

test('what lies behind the camera or far beyond the pairs has no pixel', () => {
  const plane = localPlane([117.91, 35.81]);
  const ahead = (metres) => plane.toPlace(metres * Math.sin(Math.PI / 6), metres * Math.cos(Math.PI / 6));
  ok(ground.pixelOf(ahead(30)) !== null);
  equal(ground.pixelOf(ahead(-30)), null);
  equal(ground.pixelOf(ahead(2000)), null);
});

test('a line through the picture is cut at its edges and behind the camera', () => {
  const plane = localPlane([117.91, 35.81]);
  const point = (x, y) => {
    const { lng, lat } = plane.toPlace(x, y);
    return [lng, lat];
  };
  const through = ground.linesOf([point(-40, -60), point(40, 75)]);
  equal(through.length, 1);
  ok(through[0].every(({ x, y }) => x >= -1e-6 && x <= 1920 + 1e-6 && y >= -1e-6 && y <= 1080 + 1e-6));
  equal(ground.linesOf([point(-40, -60), point(-40, -90)]), []);
  equal(ground.linesOf([point(3, 20)]), []);
});

test('corners in the picture stay joined', () => {
  const corner = (x, y) => {
    const { lng, lat } = ground.placeOf({ x, y });
    return [lng, lat];
  };
  const [line, ...more] = ground.linesOf([corner(400, 900), corner(900, 700), corner(1500, 850)]);
  equal(more, []);
  equal(line.length, 3);
  near(line[1].x, 900, 1e-3);
  near(line[1].y, 700, 1e-3);
});

test('the plane goes there and back', () => {
  const plane = localPlane([117.91, 35.81]);
  const metres = plane.toMetres(117.93, 35.79);
  const place = plane.toPlace(metres.x, metres.y);
  near(place.lng, 117.93, 1e-12);
  near(place.lat, 35.79, 1e-12);
  near(Math.hypot(metres.x, metres.y), 2860, 20);
});
