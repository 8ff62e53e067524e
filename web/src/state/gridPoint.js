/**
 * A point surely inside a grid, for a report that only knows the grid: the middle of the widest stretch of a level line
 * through the largest part. Pure arithmetic in degrees, good for choosing a point, not for measuring.
 *
 * @param {{type: string, coordinates: any[]}} geometry Polygon or MultiPolygon
 * @returns {[number, number] | null}
 */
export function pointInside(geometry) {
  const parts = geometry?.type === 'MultiPolygon' ? geometry.coordinates : [geometry?.coordinates ?? []];
  const largest = parts.reduce((best, rings) => (area(rings[0]) > area(best?.[0]) ? rings : best), parts[0]);
  if (!largest?.[0]?.length) {
    return null;
  }
  const latitudes = largest[0].map(([, lat]) => lat);
  const low = Math.min(...latitudes);
  const high = Math.max(...latitudes);
  const stretches = [0.5, 0.37, 0.63].map((share) => widest(largest, low + (high - low) * share)).filter(Boolean);
  const best = stretches.reduce((a, b) => (b.width > a.width ? b : a), stretches[0]);
  return best ? [best.lng, best.lat] : null;
}

function area(ring) {
  if (!ring) {
    return 0;
  }
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  return Math.abs(twice / 2);
}

/** Crossings of all rings with one line of latitude; between the 1st and 2nd, 3rd and 4th ... lies the inside. */
function widest(rings, lat) {
  const crossings = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 > lat !== y2 > lat) {
        crossings.push(x1 + ((lat - y1) * (x2 - x1)) / (y2 - y1));
      }
    }
  }
  crossings.sort((a, b) => a - b);
  let best = null;
  for (let i = 1; i < crossings.length; i += 2) {
    const width = crossings[i] - crossings[i - 1];
    if (best === null || width > best.width) {
      best = { width, lng: crossings[i - 1] + width / 2, lat };
    }
  }
  return best;
}
