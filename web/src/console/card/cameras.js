import { el } from '../../dom/el.js';
import { distanceWords } from '../../i18n/words.js';
import { cameraGlyph } from '../../map/symbols.js';
import { createSection } from './section.js';

/**
 * Cameras that look at the place, best first.
 *
 * @param {{i18n: object, onCamera: (camera: object) => void}} context
 */
export function createCameras({ i18n, onCamera }) {
  return createSection({
    i18n,
    title: i18n.t('cameras.title'),
    empty: i18n.t('cameras.none'),
    draw: (cameras) => [el('ul', { class: 'plain-list' }, ...cameras.map((camera) => row(i18n, camera, onCamera)))],
  });
}

function row(i18n, camera, onCamera) {
  const facts = [
    distanceWords(camera.distanceMetres),
    i18n.t(camera.inView ? 'cameras.inView' : 'cameras.outOfView'),
    i18n.t(camera.online ? 'cameras.online' : 'cameras.offline'),
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
