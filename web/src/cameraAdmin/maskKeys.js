const STEP = 0.005;
const ARROWS = Object.freeze({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/**
 * @param {KeyboardEvent} event
 * @returns {[number, number]|null} how far an arrow key moves a mask, in shares of the picture; with Shift ten times as far
 */
export function arrowStep({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  const way = ARROWS[key];
  if (!way || ctrlKey || metaKey || altKey) return null;
  const step = shiftKey ? STEP * 10 : STEP;
  return [way[0] * step, way[1] * step];
}
