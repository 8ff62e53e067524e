/**
 * @param {readonly {id: string, name: string, gridCode: string, status: string}[]} cameras
 * @param {ReadonlyMap<string, string>} gridNames by code
 * @param {string} text part of a name, number or grid; several words must all be there
 * @returns {object[]} online ones first, then by name
 */
export function matching(cameras, gridNames, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cameras.filter((camera) => {
    const grid = gridNames.get(camera.gridCode) ?? '';
    const all = `${camera.name} ${camera.id} ${camera.gridCode} ${grid}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'zh'));
}

function rank({ status }) {
  return status === 'ONLINE' ? 0 : 1;
}
