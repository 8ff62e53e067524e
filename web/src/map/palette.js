/** The colours and the font of tokens.css as the canvas needs them: read once per change of theme. */
const COLOURS = [
  'canvas',
  'land',
  'panel',
  'raised',
  'ink',
  'ink-2',
  'ink-3',
  'edge',
  'line',
  'red',
  'on-red',
  'yellow',
  'yellow-ink',
  'on-yellow',
  'blue',
  'on-blue',
  'focus',
  'series-3',
  'hot-1',
  'hot-2',
  'hot-3',
  'hot-4',
  'hot-5',
  'map-outline',
  'map-village',
  'map-grid',
  'map-road-main',
  'map-road-case',
  'map-road-minor',
  'map-water',
  'map-water-name',
  'map-green',
  'map-building',
  'map-label-village',
  'map-label-natural',
  'map-label-road',
];

/**
 * @param {Element} [element] whose theme counts
 * @returns {Readonly<Record<string, string>>} by the token's name, `font` beside them
 */
export function readPalette(element = document.documentElement) {
  const style = getComputedStyle(element);
  const palette = Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return Object.freeze({ ...palette, font: style.getPropertyValue('--font').trim() || 'sans-serif' });
}

/** @param {Record<string, string>} palette @param {string} level @returns {{fill: string, text: string, edge: string}} */
export function levelColours(palette, level) {
  const name = level.toLowerCase();
  return { fill: palette[name], text: palette[`on-${name}`], edge: palette[`${name}-ink`] ?? palette[name] };
}
