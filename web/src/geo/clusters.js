/**
 * Grid clustering for the map: 40,000 points in a few milliseconds, no library. Every point is in exactly one pill or
 * among the singles, so the sum of the pills and singles is the count of the list.
 *
 * @typedef {{id: string, x: number, y: number, level?: string|null}} Point x, y in the unit world of mercator.js
 * @typedef {{x: number, y: number, count: number, levels: Record<string, number>, box: number[], members: Point[]}} Pill
 */
const NEIGHBOURS = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
];
const COLUMN = 2 ** 25;
// a single point is covered by a pill at half the distance at which two pills overlap, and a bit
const HALF = [0.65, 0.75];

/**
 * @param {readonly Point[]} points
 * @param {number} zoom may be a fraction
 * @param {{cell?: number, keep?: number, reach?: [number, number]}} [how] cell: px; keep: points of a cell still drawn
 *   one by one; reach: px to the side and up within which a neighbour joins a pill, less than a cell
 * @returns {{pills: Pill[], singles: Point[]}} pills largest first, ties by place; the input is not changed
 */
export function clusterAt(points, zoom, { cell = 88, keep = 1, reach = [80, 48] } = {}) {
  const pixels = 256 * 2 ** zoom;
  const cells = intoCells(points, pixels / cell);
  const crowded = [];
  for (const [key, members] of cells) if (members.length > keep) crowded.push({ key, pill: pillOf(members) });
  crowded.sort((a, b) => b.pill.count - a.pill.count || a.key - b.key);
  const pillByCell = new Map(crowded.map((entry) => [entry.key, entry]));
  const pills = [];
  for (const entry of crowded) {
    if (!pillByCell.has(entry.key)) continue;
    pillByCell.delete(entry.key);
    cells.delete(entry.key);
    pills.push(
      absorb(
        entry,
        cells,
        pillByCell,
        reach.map((px) => px / pixels),
      ),
    );
  }
  return { pills, singles: [...cells.values()].flat() };
}

function intoCells(points, perWorld) {
  const cells = new Map();
  for (const point of points) {
    const key = Math.floor(point.x * perWorld) * COLUMN + Math.floor(point.y * perWorld);
    const members = cells.get(key);
    if (members) members.push(point);
    else cells.set(key, [point]);
  }
  return cells;
}

// a pill takes in what lies under it in the cells around: smaller pills, and singles it would cover
function absorb({ key, pill }, cells, pillByCell, reach) {
  const joined = [pill.members];
  for (const [dx, dy] of NEIGHBOURS) {
    const near = key + dx * COLUMN + dy;
    const other = pillByCell.get(near);
    if (other) {
      if (!isNear(other.pill, pill, reach)) continue;
      joined.push(other.pill.members);
      pillByCell.delete(near);
      cells.delete(near);
    } else if (cells.has(near)) {
      joined.push(takeNear(cells, near, pill, reach));
    }
  }
  const members = joined.flat();
  return members.length === pill.count ? pill : pillOf(members);
}

function takeNear(cells, key, pill, reach) {
  const [taken, left] = [[], []];
  for (const point of cells.get(key))
    (isNear(
      point,
      pill,
      HALF.map((share, i) => share * reach[i]),
    )
      ? taken
      : left
    ).push(point);
  if (left.length === 0) cells.delete(key);
  else cells.set(key, left);
  return taken;
}

function isNear(a, b, [dx, dy]) {
  return Math.abs(a.x - b.x) < dx && Math.abs(a.y - b.y) < dy;
}

function pillOf(members) {
  const levels = { RED: 0, YELLOW: 0, BLUE: 0, NONE: 0 };
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  for (const point of members) {
    x += point.x;
    y += point.y;
    levels[point.level && point.level in levels ? point.level : 'NONE']++;
    box[0] = Math.min(box[0], point.x);
    box[1] = Math.min(box[1], point.y);
    box[2] = Math.max(box[2], point.x);
    box[3] = Math.max(box[3], point.y);
  }
  return { x: x / members.length, y: y / members.length, count: members.length, levels, box, members };
}
