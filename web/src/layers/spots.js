/** Numbered spots, in a picture as on the map. */
const WAYS = Object.freeze([
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
]);

/**
 * Numbered spots, the chosen one with a ring.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {readonly {x: number, y: number, label: string, chosen?: boolean}[]} spots CSS pixels
 * @param {Record<string, string>} palette
 */
export function drawSpots(pen, spots, palette) {
  for (const { x, y, label, chosen } of spots) {
    for (const [colour, width] of [
      [palette.land, 5],
      [palette.ink, 2],
    ]) {
      pen.beginPath();
      for (const [dx, dy] of WAYS) {
        pen.moveTo(x + 3 * dx, y + 3 * dy);
        pen.lineTo(x + 12 * dx, y + 12 * dy);
      }
      if (chosen) {
        pen.moveTo(x + 17, y);
        pen.arc(x, y, 17, 0, 2 * Math.PI);
      }
      pen.lineWidth = width;
      pen.strokeStyle = colour;
      pen.stroke();
    }
    drawLabel(pen, { x: x + 17, y: y - 17 }, label, palette);
  }
}

function drawLabel(pen, { x, y }, text, palette) {
  pen.font = `600 12px ${palette.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const half = Math.max(9, pen.measureText(text).width / 2 + 5);
  pen.beginPath();
  pen.roundRect(x - half, y - 9, 2 * half, 18, 9);
  pen.fillStyle = palette.ink;
  pen.fill();
  pen.lineWidth = 1;
  pen.strokeStyle = palette.land;
  pen.stroke();
  pen.fillStyle = palette.land;
  pen.fillText(text, x, y + 0.5);
}
