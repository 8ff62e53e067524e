/**
 * One frame of the map: where the unit world of geo/mercator.js falls on the screen.
 *
 * @typedef {object} View
 * @property {number} zoom of the map, may be a fraction
 * @property {number} level zoom as it looks: on a wall with symbols twice as large, one less than `zoom`
 * @property {number} scale factor of symbols and texts
 * @property {number} width px
 * @property {number} height px
 * @property {number[]} box west, north, east, south of the frame in the unit world
 * @property {(wx: number) => number} x px from the left
 * @property {(wy: number) => number} y px from the top
 */

/**
 * @param {{zoom: number, left: number, top: number, width: number, height: number, scale: number}} frame left, top:
 *   world pixels of the frame's corner
 * @returns {View}
 */
export function createView({ zoom, left, top, width, height, scale }) {
  const world = 256 * 2 ** zoom;
  return {
    zoom,
    level: zoom - Math.log2(scale),
    scale,
    width,
    height,
    box: [left / world, top / world, (left + width) / world, (top + height) / world],
    x: (wx) => wx * world - left,
    y: (wy) => wy * world - top,
  };
}

/**
 * @param {View} view
 * @param {number} wx
 * @param {number} wy
 * @param {number} [margin] px
 * @returns {boolean} true when the point is in the frame or within the margin around it
 */
export function inView(view, wx, wy, margin = 40) {
  const [x, y] = [view.x(wx), view.y(wy)];
  return x >= -margin && y >= -margin && x <= view.width + margin && y <= view.height + margin;
}
