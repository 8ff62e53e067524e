/**
 * Which labels are shown: greedy by rank, no two overlap, none lies on a blocked box, at most a given number.
 *
 * @typedef {{key: string, rank: number, area: number, x: number, y: number, width: number, height: number,
 *   ways?: number[][]}} Candidate x, y: middle on the screen, px; a lower rank comes first, then the larger area, then
 *   the key; ways: shifts [dx, dy] in its own widths and heights to try in turn, at first none
 */
const STAY = [[0, 0]];

/**
 * @param {readonly Candidate[]} candidates
 * @param {readonly number[][]} blocked boxes [left, top, right, bottom] in px that stay free
 * @param {number} [most]
 * @returns {Candidate[]} those that fit, in order of importance
 */
export function placeLabels(candidates, blocked, most = 60) {
  const order = [...candidates].sort((a, b) => a.rank - b.rank || b.area - a.area || (a.key < b.key ? -1 : 1));
  const taken = new Map();
  for (const box of blocked) occupy(taken, box);
  const placed = [];
  for (const label of order) {
    if (placed.length >= most) break;
    const spot = freeSpot(taken, label);
    if (!spot) continue;
    occupy(taken, boxAround(spot));
    placed.push(spot);
  }
  return placed;
}

function freeSpot(taken, label) {
  for (const [dx, dy] of label.ways ?? STAY) {
    const spot = { ...label, x: label.x + dx * label.width, y: label.y + dy * label.height };
    if (isFree(taken, boxAround(spot))) return spot;
  }
  return null;
}

const TILE = 128;

function boxAround({ x, y, width, height }) {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function* tilesOf([left, top, right, bottom]) {
  for (let i = Math.floor(left / TILE); i <= Math.floor(right / TILE); i++) {
    for (let j = Math.floor(top / TILE); j <= Math.floor(bottom / TILE); j++) yield `${i},${j}`;
  }
}

function occupy(taken, box) {
  for (const tile of tilesOf(box)) {
    const list = taken.get(tile);
    if (list) list.push(box);
    else taken.set(tile, [box]);
  }
}

function isFree(taken, box) {
  for (const tile of tilesOf(box)) {
    for (const other of taken.get(tile) ?? []) {
      if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
    }
  }
  return true;
}
