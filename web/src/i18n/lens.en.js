/** Sentences of the map on the picture in English; both languages have the same keys. */
export const lensEn = Object.freeze({
  'lens.label': 'Picture and map',
  'lens.map': 'Map on the picture',
  'lens.report': 'Report here',
  'lens.pick': 'Click the ground where it happened; or move with the arrow keys and take it with Enter.',
  'lens.place': '{place}, within about {accuracy}',
  'lens.SKY': 'Above the horizon: no ground there.',
  'lens.FAR': 'Too far away to name a place.',
  'lens.noMap': 'The map could not be read; try again later.',
  'lens.stale': 'The calibration may be out of date ({why}); take the place as a hint only.',
  'report.seen': 'Located on the picture of camera "{camera}", within about {accuracy}.',
});
