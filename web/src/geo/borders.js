/**
 * Neighbours share their border, and a border drawn twice loses its dashes: here every stretch is kept once, joined to
 * lines as long as possible.
 */

/**
 * @param {readonly import('./shapes.js').Shape[]} shapes areas
 * @returns {Float64Array[]} lines, x and y in turn
 */
export function sharedBorders(shapes) {
  const graph = graphOf(shapes);
  const lines = [];
  for (const [key, node] of graph) {
    if (node.edges.size === 2) continue;
    for (const next of [...node.edges]) if (node.edges.has(next)) lines.push(walk(graph, key, next));
  }
  // what is left are closed rings without a fork
  for (const [key, node] of graph) {
    for (const next of [...node.edges]) if (node.edges.has(next)) lines.push(walk(graph, key, next));
  }
  return lines;
}

function graphOf(shapes) {
  const graph = new Map();
  const nodeAt = (line, i) => {
    const key = `${line[i].toFixed(9)},${line[i + 1].toFixed(9)}`;
    if (!graph.has(key)) graph.set(key, { x: line[i], y: line[i + 1], edges: new Set(), forks: 0 });
    return key;
  };
  for (const line of shapes.flatMap((shape) => shape.lines)) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [a, b] = [nodeAt(line, i), nodeAt(line, i + 2)];
      if (a === b) continue;
      graph.get(a).edges.add(b);
      graph.get(b).edges.add(a);
    }
  }
  for (const node of graph.values()) node.forks = node.edges.size;
  return graph;
}

function walk(graph, start, next) {
  const first = graph.get(start);
  const line = [first.x, first.y];
  let [from, at] = [start, next];
  for (;;) {
    const node = graph.get(at);
    graph.get(from).edges.delete(at);
    node.edges.delete(from);
    line.push(node.x, node.y);
    if (node.forks !== 2 || node.edges.size === 0) return Float64Array.from(line);
    [from, at] = [at, node.edges.values().next().value];
  }
}
