import { mayWatch } from '../state/watchers.js';
import { createGroundSource } from '../video/groundSource.js';

/**
 * The picture on the map: the ground that the chosen camera shows, or the one whose picture the mouse is in, and a cross
 * that follows the mouse. And the way from a spot in a picture to a report.
 *
 * @param {object} page the parts of consolePage.js this needs: session, rooms, world, town, view, map, sideShow, now
 */
export function createPictureGround(page) {
  const { session, rooms, world, town, view, map } = page;
  const state = { chosen: null, over: null };
  const source = createGroundSource({
    room: rooms.cameras,
    now: world.ownNow,
    facts: async () => {
      const { grids } = await town.map;
      return { grids: grids?.features ?? [], incidents: world.incidents, riskPoints: world.riskPoints, now: world.now };
    },
    onReport: page.canReport ? (seen, camera) => page.sideShow.reportSeen({ ...seen, camera: camera.name }) : null,
    onPoint(camera, calibration, place) {
      state.over = calibration;
      map.showCross(place);
      draw();
    },
  });
  let shown = null;
  const draw = () => {
    const footprint = (state.over ?? state.chosen)?.ground.footprint ?? null;
    if (footprint === shown) return;
    shown = footprint;
    map.showFootprint(footprint);
  };
  const choose = async (selection) => {
    state.chosen = null;
    draw();
    if (selection?.kind !== 'camera' || !mayWatch(session)) return;
    const calibration = await source.calibration(selection.id).catch(() => null);
    if (view.selection.get()?.id !== selection.id) return;
    state.chosen = calibration;
    draw();
  };
  const off = view.selection.on(choose);
  choose(view.selection.get());
  return Object.freeze({ source, destroy: off });
}
