/** In which order the keyboard walks the things on the map. Pure. */
const KINDS = ['hotspot', 'riskPoint', 'worker', 'camera'];

/**
 * @param {import('./hits.js').Hit} hit
 * @returns {string} the same for the same thing after the map was drawn anew; a pill is known by its first member
 */
export function keyOf({ kind, id, pill }) {
  return `${kind}:${id ?? pill?.members[0].id}`;
}

/**
 * @param {readonly import('./hits.js').Hit[]} hits what is drawn
 * @param {readonly {id: string}[]} incidents in the order of the list
 * @returns {import('./hits.js').Hit[]} incidents and their pills as the list has them (a pill where its most urgent
 *   member stands), then hotspots, risk points, workers, cameras, each from north to south
 */
export function walkOrder(hits, incidents) {
  const places = incidents.length;
  const place = new Map(incidents.map(({ id }, i) => [id, i]));
  const inList = ({ id, pill }) =>
    (pill ? pill.members.map((member) => member.id) : [id]).reduce(
      (least, one) => Math.min(least, place.get(one) ?? places),
      places,
    );
  const group = ({ kind }) => 1 + KINDS.indexOf(kind);
  return hits
    .map((hit) => ({ hit, group: group(hit), rank: group(hit) === 0 ? inList(hit) : hit.y }))
    .sort((a, b) => a.group - b.group || a.rank - b.rank || a.hit.x - b.hit.x)
    .map(({ hit }) => hit);
}
