import { el } from '../../dom/el.js';
import { distanceWords } from '../../i18n/words.js';
import { cameraGlyph } from '../../map/symbols.js';
import { createSection } from './section.js';

/**
 * Cameras that look at the place, best first.
 *
 * @param {{i18n: object, statusOf: (sight: object) => string, onCamera: (camera: object) => void}} context
 */
export function createCameras(context) {
  const { i18n } = context;
  return createSection({
    i18n,
    title: i18n.t('cameras.title'),
    empty: i18n.t('cameras.none'),
    draw: (cameras) => [el('ul', { class: 'plain-list' }, ...cameras.map((camera) => row(context, camera)))],
  });
}

function row({ i18n, statusOf, onCamera }, camera) {
  const facts = [
    distanceWords(camera.distanceMetres),
    i18n.t(camera.inView ? 'cameras.inView' : 'cameras.outOfView'),
    i18n.t(`cameraStatus.${statusOf(camera)}`),
  ].join(i18n.t('list.comma'));
  return el(
    'li',
    {},
    el(
      'button',
      { class: 'pick', type: 'button', on: { click: () => onCamera(camera) } },
      cameraGlyph(16),
      el('span', { class: 'pick-text' }, el('span', {}, camera.name), el('span', { class: 'caption' }, facts)),
    ),
  );
}
