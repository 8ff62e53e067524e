import { disposer } from '../dom/disposer.js';
import {
  freshShape,
  isRectangle,
  movedShape,
  pulledCorner,
  rectangle,
  withCorner,
  withoutCorner,
} from '../state/maskShapes.js';
import { arrowStep } from './maskKeys.js';

const SVG = 'http://www.w3.org/2000/svg';
const EMPTY_FRAME = Object.freeze([1280, 720]);
const TARGET_PIXELS = 12;
const DOT_PIXELS = 5;

/**
 * The picture with its masks on it. A mask is dragged whole or by a corner, drawn by dragging on the open picture, and all
 * of that by arrow keys too. It holds what is drawn now; every finished step is told.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, shapes: readonly import('../state/maskShapes.js').Shape[],
 *   most: number, onChange: (shapes: readonly object[]) => void, onSelect: () => void}} context most: shapes there may be
 */
export function createMaskStage(context) {
  const undo = disposer();
  const element = node(
    'svg',
    { class: 'mask-stage', role: 'group', 'aria-label': context.i18n.t('camAdmin.mask.stage') },
  );
  const stage = {
    context,
    element,
    undo,
    frame: EMPTY_FRAME,
    image: null,
    shapes: context.shapes,
    chosen: -1,
    corner: -1,
    drag: null,
  };
  undo.listen(element, 'pointerdown', (event) => press(stage, event));
  undo.listen(element, 'pointermove', (event) => drag(stage, event));
  undo.listen(element, 'pointerup', () => release(stage));
  undo.listen(element, 'pointercancel', () => cancel(stage));
  undo.listen(element, 'keydown', (event) => key(stage, event));
  undo.listen(element, 'focusin', (event) => focused(stage, event.target));
  const observer = new ResizeObserver(() => place(stage));
  observer.observe(element);
  undo.add(() => observer.disconnect());
  draw(stage);
  return Object.freeze({
    element,
    shapes: () => stage.shapes,
    chosen: () => stage.chosen,
    /** @param {readonly object[]} shapes from outside, such as an undone step */
    setShapes(shapes) {
      Object.assign(stage, { shapes, chosen: Math.min(stage.chosen, shapes.length - 1), corner: -1 });
      draw(stage);
    },
    /** @param {string} address of the still @param {[number, number]} size */
    setPicture(address, size) {
      Object.assign(stage, { image: address, frame: size });
      draw(stage);
    },
    add: () => add(stage, freshShape(stage.shapes)),
    addCorner: () => change(stage, (shape) => withCorner(shape, Math.max(0, stage.corner))),
    remove: () => remove(stage),
    choose: (index) => choose(stage, index),
    destroy: undo.destroy,
  });
}

function node(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

/** Everything anew: shapes came, went, or another one is chosen. */
function draw(stage) {
  const { element, image, frame, shapes, context } = stage;
  const [width, height] = frame;
  const { i18n } = context;
  element.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const empty = () => node('rect', { class: 'mask-empty', width, height });
  const picture = image ? node('image', { href: image, width, height }) : empty();
  stage.polygons = shapes.map((shape, i) => {
    const words = i18n.t(
      isRectangle(shape) ? 'camAdmin.mask.rectangle' : 'camAdmin.mask.polygon',
      { n: i + 1, corners: shape.length },
    );
    const look = i === stage.chosen ? 'mask chosen' : 'mask';
    return node('polygon', { class: look, tabindex: 0, role: 'button', 'aria-label': words, 'data-shape': i });
  });
  const corners = shapes[stage.chosen] ?? [];
  stage.handles = corners.map((_, i) =>
    node(
      'circle',
      {
        class: 'mask-target',
        tabindex: 0,
        role: 'button',
        'data-corner': i,
        'aria-label': i18n.t('camAdmin.mask.corner', { n: i + 1 }),
      },
    ),
  );
  stage.dots = corners.map(() => node('circle', { class: 'mask-dot' }));
  element.replaceChildren(picture, ...stage.polygons, ...stage.dots, ...stage.handles);
  place(stage);
}

/** Puts what is drawn where it belongs now; nobody loses the focus or the finger by it. */
function place({ element, frame, shapes, chosen, polygons, handles, dots }) {
  const [width, height] = frame;
  const perPixel = width / (element.clientWidth || width);
  const points = (shape) => shape.map(([x, y]) => `${x * width},${y * height}`).join(' ');
  polygons.forEach((polygon, i) => shapes[i] && polygon.setAttribute('points', points(shapes[i])));
  (shapes[chosen] ?? []).forEach(([x, y], i) => {
    for (const [circle, radius] of [
      [handles[i], TARGET_PIXELS],
      [dots[i], DOT_PIXELS],
    ]) {
      circle?.setAttribute('cx', x * width);
      circle?.setAttribute('cy', y * height);
      circle?.setAttribute('r', radius * perPixel);
    }
  });
}

function at({ element }, event) {
  const box = element.getBoundingClientRect();
  return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
}

function press(stage, event) {
  if (event.button !== 0 || stage.drag) return;
  const { shape, corner } = event.target.dataset;
  const start = at(stage, event);
  if (corner !== undefined) stage.drag = { corner: Number(corner), start, before: stage.shapes };
  else if (shape !== undefined) {
    if (Number(shape) !== stage.chosen) choose(stage, Number(shape));
    stage.drag = { start, before: stage.shapes };
  } else if (stage.shapes.length < stage.context.most) stage.drag = { fresh: true, start, before: stage.shapes };
  else return;
  event.preventDefault();
  stage.element.setPointerCapture(event.pointerId);
}

function drag(stage, event) {
  if (!stage.drag) return;
  const { fresh, corner, start, before } = stage.drag;
  const now = at(stage, event);
  if (fresh) {
    const shape = rectangle(start.map(inside), now.map(inside));
    const count = stage.shapes.length;
    stage.shapes = shape ? [...before, shape] : before;
    if (stage.shapes.length !== count) {
      stage.chosen = shape ? before.length : -1;
      draw(stage);
    } else place(stage);
    return;
  }
  const old = before[stage.chosen];
  const moved =
    corner === undefined
      ? movedShape(old, now[0] - start[0], now[1] - start[1])
      : pulledCorner(old, corner, now.map(inside));
  stage.shapes = before.map((shape, i) => (i === stage.chosen ? moved : shape));
  place(stage);
}

function inside(value) {
  return Math.min(1, Math.max(0, value));
}

function release(stage) {
  if (!stage.drag) return;
  const { before, corner } = stage.drag;
  stage.drag = null;
  const changed = stage.shapes !== before;
  if (changed) draw(stage);
  focus(stage, corner ?? -1);
  if (changed) stage.context.onChange(stage.shapes);
}

function cancel(stage) {
  if (!stage.drag) return;
  stage.shapes = stage.drag.before;
  stage.drag = null;
  draw(stage);
}

function focused(stage, target) {
  const { shape, corner } = target.dataset;
  stage.corner = corner === undefined ? -1 : Number(corner);
  if (shape !== undefined && Number(shape) !== stage.chosen) choose(stage, Number(shape));
}

function key(stage, event) {
  const { shape, corner } = event.target.dataset;
  if (shape === undefined && corner === undefined) return;
  const step = arrowStep(event);
  if (event.key === 'Escape' && stage.drag) cancel(stage);
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    if (corner === undefined) remove(stage);
    else change(stage, (one) => withoutCorner(one, Number(corner)));
  } else if (step && corner === undefined) change(stage, (one) => movedShape(one, step[0], step[1]));
  else if (step) {
    const [x, y] = stage.shapes[stage.chosen][Number(corner)];
    change(stage, (one) => pulledCorner(one, Number(corner), [x + step[0], y + step[1]]));
  } else return;
  event.preventDefault();
}

function change(stage, edit) {
  const old = stage.shapes[stage.chosen];
  const next = old && edit(old);
  if (!old || next === old) return;
  const corner = next.length < old.length ? Math.min(stage.corner, next.length - 1) : stage.corner;
  stage.shapes = stage.shapes.map((shape, i) => (i === stage.chosen ? next : shape));
  draw(stage);
  focus(stage, corner);
  stage.context.onChange(stage.shapes);
}

function add(stage, shape) {
  stage.shapes = [...stage.shapes, shape];
  stage.chosen = stage.shapes.length - 1;
  draw(stage);
  focus(stage, -1);
  stage.context.onChange(stage.shapes);
}

function remove(stage) {
  if (stage.chosen < 0) return;
  stage.shapes = stage.shapes.filter((_, i) => i !== stage.chosen);
  stage.chosen = Math.min(stage.chosen, stage.shapes.length - 1);
  draw(stage);
  focus(stage, -1);
  stage.context.onChange(stage.shapes);
}

function choose(stage, index) {
  Object.assign(stage, { chosen: index, corner: -1 });
  draw(stage);
  focus(stage, -1);
  stage.context.onSelect();
}

function focus({ chosen, polygons, handles }, corner) {
  (corner >= 0 ? handles[corner] : polygons[chosen])?.focus();
}
