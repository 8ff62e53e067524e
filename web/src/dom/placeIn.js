/**
 * Where a pointer is in a box, in the box's own pixels: those of the layout, whatever the page is zoomed by.
 *
 * @param {HTMLElement} host
 * @param {{clientX: number, clientY: number}} event
 * @returns {{x: number, y: number}} from the inside of its upper left border
 */
export function placeIn(host, { clientX, clientY }) {
  const box = host.getBoundingClientRect();
  const share = box.width > 0 ? host.offsetWidth / box.width : 1;
  return { x: (clientX - box.left) * share - host.clientLeft, y: (clientY - box.top) * share - host.clientTop };
}
