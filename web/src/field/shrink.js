const LONGEST = 2048;
const QUALITY = 0.84;

/**
 * A photo as it leaves the device: drawn anew, upright, at most 2048 px, so that nothing the camera wrote into the file
 * (place, device, owner) goes along.
 *
 * @param {Blob} file
 * @returns {Promise<{blob: Blob, width: number, height: number}>}
 */
export async function shrunk(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const share = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * share));
    canvas.height = Math.max(1, Math.round(picture.height * share));
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    if (blob === null) throw new Error('the picture cannot be written');
    return { blob, width: canvas.width, height: canvas.height };
  } finally {
    picture.close();
  }
}
