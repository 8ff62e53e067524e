import { equal, test } from './check.js';

/* global readText */
const IMPORT = /(?:^|\n)(?:import|export)\s[^;]*?from\s*'([^']+)'/g;
const DYNAMIC = /import\('([^']+)'\)/g;

/** Every module that the page will load, as addresses from the root. */
function reachable(start) {
  const found = new Set();
  const open = [start];
  while (open.length > 0) {
    const file = open.pop();
    if (found.has(file)) continue;
    found.add(file);
    const text = readText(file)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/"/g, "'");
    for (const [, target] of [...text.matchAll(IMPORT), ...text.matchAll(DYNAMIC)]) {
      if (target.startsWith('.')) open.push(resolved(file, target));
    }
  }
  return [...found].sort();
}

function resolved(file, target) {
  const parts = file.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

test('the console preloads every module it will need, so that none waits for another', () => {
  const page = readText('index.html');
  const preloaded = [...page.matchAll(/rel="modulepreload" href="\/(src\/[^"]+)"/g)].map((match) => match[1]).sort();
  equal(
    preloaded,
    reachable('src/main.js').filter((file) => file !== 'src/main.js'),
  );
});
