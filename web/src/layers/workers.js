/** Workers on duty: a person with a ring that drains over five minutes; an old position looks old and says its age. */
import { placeLabels } from '../geo/labelBoxes.js';
import { THING_PATHS } from '../map/glyphs.js';
import { inView } from '../map/view.js';
import { drawCircle, drawPath } from '../map/sprites.js';
import { drawText } from './badges.js';
import { sizeOf } from './sizes.js';

const FRESH_SECONDS = 300;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/view.js').View} view
 * @param {{workers: readonly object[], now: number, palette: Record<string, string>,
 *   sprites: import('../map/sprites.js').Sprites, ageText: (seconds: number) => string, names: boolean, staleSeconds: number,
 *   obstacles: readonly {x: number, y: number, r: number}[]}} what
 *   each worker has `seenAt` in the milliseconds of `now`
 * @returns {object[]} hits; whoever was not heard of for `staleSeconds` is not drawn; whoever stands at an
 *   incident is drawn on its flank, so that both are seen; of words that would overlap only one stands
 */
export function drawWorkers(context, view, what) {
  const { workers, now, palette, sprites, ageText, names, staleSeconds, obstacles } = what;
  const size = sizeOf('worker', view.level) * view.scale;
  if (!size) return [];
  const [hits, words] = [[], []];
  for (const worker of workers) {
    const age = (now - worker.seenAt) / 1000;
    if (age > staleSeconds || !inView(view, worker.x, worker.y)) continue;
    const { x, y } = flank(view.x(worker.x), view.y(worker.y), size * 0.7, obstacles);
    ring(context, { x, y, r: size * 0.7, age, palette, scale: view.scale });
    const key = `w|${size}`;
    sprites.put(
      context,
      sprites.get(key, size * 1.4, (pen) => picture(pen, palette, size)),
      x,
      y,
    );
    const hit = { kind: 'worker', id: worker.id, x, y, r: size * 0.7, below: 0, label: worker.name };
    hits.push(hit);
    const under = { hit, key: worker.id, rank: 1, area: -age, x, y: y + size * 1.2 };
    if (age > FRESH_SECONDS) words.push({ ...under, text: ageText(age), fill: palette['ink-2'] });
    else if (names && view.level >= 16) words.push({ ...under, text: worker.name, fill: palette.ink });
  }
  writeUnder(context, words, { blocked: [...obstacles, ...hits], palette, size, scale: view.scale });
  return hits;
}

// a word that would cover an incident, a person or another word is left out; the dashed ring says old without it
function writeUnder(context, words, { blocked, palette, size, scale }) {
  const font = `${Math.round(12 * scale)}px ${palette.font}`;
  context.font = font;
  const candidates = words.map((word) => {
    return { ...word, width: context.measureText(word.text).width, height: 14 * scale };
  });
  const core = ({ x, y, r }) => [x - r * 0.7, y - r * 0.7, x + r * 0.7, y + r * 0.7];
  for (const { hit, text, x, y, fill } of placeLabels(candidates, blocked.map(core))) {
    drawText(context, text, { x, y, font, halo: palette.land, fill });
    hit.below = size;
  }
}

function flank(x, y, r, obstacles) {
  const hidden = obstacles.find((one) => Math.hypot(one.x - x, one.y - y) < one.r + r * 0.4);
  if (!hidden) return { x, y };
  const away = Math.hypot(x - hidden.x, y - hidden.y);
  const angle = away < 1 ? Math.PI * 0.75 : Math.atan2(y - hidden.y, x - hidden.x);
  const reach = hidden.r + r;
  return { x: hidden.x + Math.cos(angle) * reach, y: hidden.y + Math.sin(angle) * reach };
}

function ring(context, { x, y, r, age, palette, scale }) {
  const part = Math.max(0.02, 1 - age / FRESH_SECONDS);
  if (age > FRESH_SECONDS) {
    context.setLineDash([3 * scale, 3 * scale]);
    drawCircle(context, { x, y, r, stroke: palette['ink-3'], width: 1.2 * scale });
    context.setLineDash([]);
    return;
  }
  drawCircle(context, { x, y, r, stroke: palette.land, width: 4 * scale });
  drawCircle(context, { x, y, r, stroke: palette.line, width: 1.5 * scale });
  context.beginPath();
  // drains clockwise: what is left ends at the top
  context.arc(x, y, r, -Math.PI / 2 - part * 2 * Math.PI, -Math.PI / 2);
  context.lineWidth = 2 * scale;
  context.strokeStyle = palette['ink-3'];
  context.stroke();
}

function picture(pen, palette, size) {
  drawPath(pen, THING_PATHS.worker, { size: size * 0.84, stroke: palette.land, width: 3 });
  drawPath(pen, THING_PATHS.worker, { size: size * 0.84, fill: palette['ink-2'] });
}
