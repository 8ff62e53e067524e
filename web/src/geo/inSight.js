/**
 * The parts of a line whose stretches may touch a box: close up a border is a hundred screens long, and only a few
 * corners of it matter.
 *
 * @param {ArrayLike<number>} line x, y, x, y ...
 * @param {readonly number[]} box west, north, east, south
 * @returns {number[][]} first and last corner of each part, as places in the line
 */
export function stretchesIn(line, [west, north, east, south]) {
  const parts = [];
  let part = null;
  for (let i = 2; i < line.length; i += 2) {
    const [x1, y1, x2, y2] = [line[i - 2], line[i - 1], line[i], line[i + 1]];
    const meets =
      Math.min(x1, x2) <= east && Math.max(x1, x2) >= west && Math.min(y1, y2) <= south && Math.max(y1, y2) >= north;
    if (!meets) part = null;
    else if (part) part[1] = i;
    else parts.push((part = [i - 2, i]));
  }
  return parts;
}
