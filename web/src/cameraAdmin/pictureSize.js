/** @param {string} address @returns {Promise<[number, number]>} width and height of a picture, once it can be shown */
export function pictureSize(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve([image.naturalWidth, image.naturalHeight]));
    image.addEventListener('error', reject);
    image.src = address;
  });
}
