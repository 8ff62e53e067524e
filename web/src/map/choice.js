const SAME_SPOT_PIXELS = 48;

/**
 * What a click, a tap or Enter on things of the map means: a crowd is zoomed into, anything else is told.
 *
 * @param {readonly import('./hits.js').Hit[]} found topmost first
 * @param {{map: import('./leaflet.js').LeafletMap, fitWorldBox: (box: number[]) => void}} frame
 * @param {(kind: string, id: string|null, list?: {kind: string, id: string}[]) => void} tell
 */
export function choose(found, frame, tell) {
  const [{ kind, id, pill }] = found;
  const list = found.length > 1 ? found.map((hit) => ({ kind: hit.kind, id: hit.id })) : undefined;
  if (!pill) tell(kind, id, list);
  else if (canPart(pill.box, frame.map)) frame.fitWorldBox(pill.box);
  else
    tell(
      'aggregate',
      null,
      pill.members.map((member) => ({ kind: 'incident', id: member.id })),
    );
}

function canPart([west, north, east, south], map) {
  const farthest = Math.max(east - west, south - north) * 256 * 2 ** map.getMaxZoom();
  return farthest >= SAME_SPOT_PIXELS && map.getZoom() < map.getMaxZoom();
}

/**
 * What a click beside all symbols means: the hotspot that lies there, or a place of the ground.
 *
 * @param {{lng: number, lat: number}} at as drawn
 * @param {import('./scene.js').Scene|null} scene null while a place is picked: then it is ground and nothing else
 * @param {import('../geo/display.js').Display} display
 * @param {ReturnType<typeof import('./calls.js').createCalls>} calls
 */
export function chooseGround({ lng, lat }, scene, display, calls) {
  const spot = scene?.hotspotAt(lng, lat);
  if (spot) calls.tell('select', 'hotspot', spot.id);
  else calls.tell('pick', display.real(lng, lat));
}
