/**
 * The way from nothing to a working place, and how far it has been gone. Pure.
 *
 * @typedef {{setUp: boolean, grids: number, layers: number, users: number|null, incidents: boolean,
 *   roles: readonly string[]}} Facts
 * @typedef {{name: string, state: 'done'|'open'|'waits'|'closed', needs: string|null}} Step waits: an earlier step is
 *   missing; closed: not this person's right, `needs` says whose
 */
const EDITORS = ['SYSTEM_ADMIN', 'GIS_EDITOR'];
const STEPS = [
  { name: 'place', roles: EDITORS, needsPlace: false, done: ({ setUp }) => setUp },
  { name: 'grids', roles: EDITORS, needsPlace: true, done: ({ grids }) => grids > 0 },
  { name: 'layers', roles: EDITORS, needsPlace: true, done: ({ layers }) => layers > 0 },
  { name: 'users', roles: ['SYSTEM_ADMIN'], needsPlace: true, done: ({ users }) => (users ?? 0) > 1 },
  { name: 'incidents', roles: ['GIS_EDITOR'], needsPlace: true, done: ({ incidents }) => incidents },
];

/** @param {Facts} facts @returns {Step[]} */
export function stepsOf(facts) {
  return STEPS.map(({ name, roles, needsPlace, done }) => {
    if (!roles.some((role) => facts.roles.includes(role))) return { name, state: 'closed', needs: roles.at(-1) };
    if (done(facts)) return { name, state: 'done', needs: null };
    return { name, state: needsPlace && !facts.setUp ? 'waits' : 'open', needs: null };
  });
}

/** @param {readonly Step[]} steps @returns {string} where to go on: the first open step, else the first one */
export function nextStep(steps) {
  return (steps.find(({ state }) => state === 'open') ?? steps[0]).name;
}

/**
 * @param {string} text one place a line: longitude, latitude, name
 * @returns {{points: (number|string)[][], faults: number[]}} faults: numbers of the lines that are no place
 */
export function pointsOf(text) {
  const points = [];
  const faults = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const [lng, lat, ...name] = line.split(/[,，;\t]/).map((part) => part.trim());
    const place = [Number(lng), Number(lat)];
    const good =
      lng !== '' && lat !== '' && place.every(Number.isFinite) && Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90;
    if (good) points.push(name.join(' ') ? [...place, name.join(' ')] : place);
    else faults.push(i + 1);
  });
  return { points, faults };
}

/**
 * @param {Record<'gaps'|'overlaps'|'slivers'|'outside', object[]>|undefined} topology of an import
 * @returns {{counts: Record<string, number>, sketch: object}} sketch: GeoJSON to lay over the map
 */
export function topologyOf(topology) {
  const names = ['gaps', 'overlaps', 'slivers', 'outside'];
  const counts = Object.fromEntries(names.map((name) => [name, topology?.[name]?.length ?? 0]));
  const geometries = names.flatMap((name) => (topology?.[name] ?? []).map(geometryOf)).filter(Boolean);
  const features = geometries.map((geometry) => ({ type: 'Feature', properties: { tone: 'fault' }, geometry }));
  return { counts, sketch: { type: 'FeatureCollection', features } };
}

function geometryOf(entry) {
  if (entry?.geometry) return entry.geometry;
  return entry?.coordinates ? entry : null;
}
