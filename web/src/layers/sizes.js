/** How large a symbol is at a zoom level (design.md section 3), before the wall's factor. */
const STEPS = {
  incident: [18, 20, 26, 32],
  riskPoint: [8, 14, 20, 24],
  camera: [0, 10, 16, 20],
  worker: [0, 14, 18, 22],
};

/**
 * @param {'incident'|'riskPoint'|'camera'|'worker'} thing
 * @param {number} level zoom as it looks
 * @returns {number} px across; 0 is hidden
 */
export function sizeOf(thing, level) {
  const step = level < 12.4 ? 0 : level < 14.5 ? 1 : level < 16.5 ? 2 : 3;
  return STEPS[thing][step];
}
