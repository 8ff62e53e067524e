/**
 * What the cameras see together: watched ground is lit, ground that only cameras without a picture see is hatched, ground
 * that nobody sees lies in the dark. No colour of a level, and no colour alone.
 */
import { boxesMeet, shapesOf } from '../geo/shapes.js';

const HATCH_EVERY = 9;
const VEIL = 0.62;
const LIT = 0.34;

/**
 * @param {object|null} collection of /api/cameras/coverage
 * @param {(lng: number, lat: number) => {x: number, y: number}} project
 * @returns {{seen: import('../geo/shapes.js').Shape[], offline: import('../geo/shapes.js').Shape[]} | null}
 */
export function coverageShapes(collection, project) {
  if (!collection) return null;
  const ofKind = (kind) =>
    shapesOf({ features: collection.features.filter((feature) => feature.properties.kind === kind) }, project);
  return { seen: ofKind('seen'), offline: ofKind('offline') };
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import('../map/view.js').View} view
 * @param {{coverage: ReturnType<typeof coverageShapes>, outline: import('../geo/shapes.js').Shape[],
 *   palette: Record<string, string>}} what
 */
export function drawCoverage(pen, view, { coverage, outline, palette }) {
  if (!coverage) return;
  const { seen, offline } = coverage;
  pen.save();
  path(pen, view, [...outline, ...seen]);
  pen.globalAlpha = VEIL;
  pen.fillStyle = palette.canvas;
  pen.fill('evenodd');
  path(pen, view, [...seen, ...offline]);
  pen.globalAlpha = LIT;
  pen.fillStyle = palette['series-3'];
  pen.fill('evenodd');
  pen.globalAlpha = 1;
  pen.strokeStyle = palette['series-3'];
  pen.lineWidth = 1.5 * view.scale;
  path(pen, view, seen);
  pen.stroke();
  hatch(pen, view, offline, palette);
  pen.restore();
}

function hatch(pen, view, shapes, palette) {
  const near = shapes.filter((shape) => boxesMeet(shape.box, view.box));
  if (near.length === 0) return;
  pen.setLineDash([4 * view.scale, 3 * view.scale]);
  pen.strokeStyle = palette.ink;
  pen.lineWidth = view.scale;
  path(pen, view, near);
  pen.stroke();
  pen.setLineDash([]);
  pen.clip('evenodd');
  pen.globalAlpha = 0.4;
  pen.beginPath();
  const step = HATCH_EVERY * view.scale;
  for (let x = -view.height; x < view.width; x += step) {
    pen.moveTo(x, view.height);
    pen.lineTo(x + view.height, 0);
  }
  pen.stroke();
}

// parts out of sight would cost the most of a frame when thousands of cameras make one shape
function path(pen, view, shapes) {
  pen.beginPath();
  for (const { lines, box } of shapes) {
    if (!boxesMeet(box, view.box)) continue;
    for (const line of lines) {
      pen.moveTo(view.x(line[0]), view.y(line[1]));
      for (let i = 2; i < line.length; i += 2) pen.lineTo(view.x(line[i]), view.y(line[i + 1]));
      pen.closePath();
    }
  }
}

/**
 * Marks things that stand where nobody looks: a ring of dots around them.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {readonly import('../map/hits.js').Hit[]} hits
 * @param {Set<string>} blind keys `kind id`
 * @param {Record<string, string>} palette
 * @param {number} scale
 */
export function drawBlindRings(pen, hits, blind, palette, scale) {
  const marked = hits.filter((hit) => blind.has(`${hit.kind} ${hit.id}`));
  pen.save();
  pen.lineWidth = 2 * scale;
  pen.strokeStyle = palette.ink;
  pen.setLineDash([2 * scale, 4 * scale]);
  for (const { x, y, r } of marked) {
    pen.beginPath();
    pen.arc(x, y, r + 6 * scale, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.restore();
}
