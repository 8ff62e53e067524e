import { el } from '../dom/el.js';

const SIDE = 128;
const TIMES = 4;

/**
 * The picture around the mouse, four times as large, in the corner that the mouse is not in: a pixel far away is metres
 * on the ground.
 *
 * @param {HTMLElement} stage
 * @param {HTMLImageElement} image
 */
export function createLoupe(stage, image) {
  const canvas = el('canvas', { class: 'calibration-loupe', width: SIDE, height: SIDE, hidden: true, 'aria-hidden': 'true' });
  stage.append(canvas);
  return Object.freeze({
    /** @param {{x: number, y: number} | null} pixel @param {boolean} [leftSide] */
    show(pixel, leftSide = false) {
      canvas.hidden = pixel === null;
      if (pixel === null) return;
      canvas.classList.toggle('left', leftSide);
      const pen = canvas.getContext('2d');
      const part = SIDE / TIMES;
      pen.imageSmoothingEnabled = false;
      pen.clearRect(0, 0, SIDE, SIDE);
      pen.drawImage(image, pixel.x - part / 2, pixel.y - part / 2, part, part, 0, 0, SIDE, SIDE);
      pen.strokeStyle = getComputedStyle(canvas).color;
      pen.strokeRect(SIDE / 2 - TIMES / 2, SIDE / 2 - TIMES / 2, TIMES, TIMES);
      pen.beginPath();
      for (const [a, b] of [
        [0, SIDE / 2 - 10],
        [SIDE / 2 + 10, SIDE],
      ]) {
        pen.moveTo(a, SIDE / 2);
        pen.lineTo(b, SIDE / 2);
        pen.moveTo(SIDE / 2, a);
        pen.lineTo(SIDE / 2, b);
      }
      pen.stroke();
    },
  });
}
