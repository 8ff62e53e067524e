/**
 * Where a picture lies in a box that shows all of it, as `object-fit: contain` does.
 *
 * @param {{width: number, height: number}} box
 * @param {{width: number, height: number}} picture
 * @returns {{x: number, y: number, width: number, height: number}} in units of the box
 */
export function fitBox(box, picture) {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height };
}

/**
 * @param {{x: number, y: number}} at in the box
 * @param {{x: number, y: number, width: number, height: number}} rect of `fitBox`
 * @param {{width: number, height: number}} picture
 * @returns {{x: number, y: number} | null} the pixel; null beside the picture
 */
export function pixelAt(at, rect, picture) {
  const x = ((at.x - rect.x) * picture.width) / rect.width;
  const y = ((at.y - rect.y) * picture.height) / rect.height;
  return x >= 0 && y >= 0 && x <= picture.width && y <= picture.height ? { x, y } : null;
}
