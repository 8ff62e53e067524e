/** Sentences of the camera wall in English; both languages have the same keys. */
export const camerasEn = Object.freeze({
  'cameraWall.title': 'Camera wall',
  'cameraWall.console': 'Back to the console',
  'cameraWall.notYours': 'You may not watch cameras. Ask the video manager.',
  'cameraWall.list': 'Cameras',
  'cameraWall.search': 'Name, number or grid',
  'cameraWall.online': '{online} of {all} online',
  'cameraWall.found': '{n} found',
  'cameraWall.more': 'Only the first {shown} are listed; narrow the search.',
  'cameraWall.none': 'No camera matches ({all} in all).',
  'cameraWall.noCameras': 'No cameras yet. The video manager enters them, or devices sign in by GB/T 28181.',
  'cameraWall.empty': 'Pick cameras on the left. Every opening is registered.',
  'cameraWall.sizes': 'Number of tiles',
  'cameraWall.size': 'Tiles: {n}',
});
