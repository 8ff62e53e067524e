import { near, equal, ok, test } from './check.js';
import { fromGcj02, toGcj02 } from '../src/geo/gcj02.js';
import { fromWorld, metresBetween, metresPerPixel, worldX, worldY } from '../src/geo/mercator.js';

const CORPUS = '../gis-data/src/main/resources/org/gridsight/gisdata/corpus/coordinates.json';
const WAYS = { 'WGS84 GCJ02': toGcj02, 'GCJ02 WGS84': fromGcj02 };

test('agrees with the corpus that Java answers too', () => {
  const cases = JSON.parse(readText(CORPUS)).filter(({ from, to }) => `${from} ${to}` in WAYS);
  ok(cases.length >= 6, 'the corpus has GCJ-02 pairs both ways');
  for (const { from, to, in: given, out, toleranceDegrees } of cases) {
    const found = WAYS[`${from} ${to}`](...given);
    near(found.lng, out[0], toleranceDegrees, `${from} to ${to} of ${given}`);
    near(found.lat, out[1], toleranceDegrees, `${from} to ${to} of ${given}`);
  }
});

test('agrees at the demo town', () => {
  const there = toGcj02(117.9, 35.8);
  near(there.lng, 117.905637062, 1e-8);
  near(there.lat, 35.799794906, 1e-8);
  near(metresBetween({ lng: 117.9, lat: 35.8 }, there), 508.9, 1.5);
});

test('comes back within a tenth of a millimetre', () => {
  for (let lng = 75; lng < 135; lng += 3.7) {
    for (let lat = 3; lat < 54; lat += 4.3) {
      const there = toGcj02(lng, lat);
      const back = fromGcj02(there.lng, there.lat);
      near(back.lng, lng, 1e-9);
      near(back.lat, lat, 1e-9);
    }
  }
});

test('leaves points outside the box alone', () => {
  equal(toGcj02(183, 45), { lng: 183, lat: 45 });
  equal(toGcj02(139.7, 35.7), { lng: 139.7, lat: 35.7 });
  equal(fromGcj02(139.7, 35.7), { lng: 139.7, lat: 35.7 });
});

test('projects to the unit world and back', () => {
  near(worldX(117.9) * 2 * 20037508.342789244 - 20037508.342789244, 13124567.965, 0.001);
  near(20037508.342789244 - worldY(35.8) * 2 * 20037508.342789244, 4273136.462, 0.001);
  const back = fromWorld(worldX(117.9), worldY(35.8));
  near(back.lng, 117.9, 1e-10);
  near(back.lat, 35.8, 1e-10);
  ok(worldY(90) >= 0 && worldY(-90) <= 1);
});

test('measures metres per pixel at the latitude', () => {
  near(metresPerPixel(0, 0), 156367.9, 1);
  near(metresPerPixel(60, 10), 76.35, 0.1);
});
