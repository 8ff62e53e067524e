import { el } from '../dom/el.js';

/**
 * What a tile is made of: the picture with its mark and its words, and a foot with name, state and time left.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, camera: {id: string, name: string},
 *   on: {close?: () => void, open?: () => void}}} context
 */
export function tileParts({ i18n, camera, on }) {
  const screen = el('div', { class: 'tile-screen' });
  const mark = el('div', { class: 'tile-mark', 'aria-hidden': 'true' });
  const words = el('div', { class: 'tile-words', role: 'status', hidden: true });
  const state = el('span', { class: 'caption' });
  const left = el('span', { class: 'caption' });
  const name = on.open
    ? el('button', { class: 'tile-name link', type: 'button', on: { click: on.open } }, camera.name)
    : el('span', { class: 'tile-name' }, camera.name);
  const close =
    on.close &&
    el(
      'button',
      { class: 'button plain icon', type: 'button', 'aria-label': i18n.t('tile.close', camera), on: { click: on.close } },
      '×',
    );
  const element = el(
    'figure',
    { class: 'tile', data: { camera: camera.id, phase: 'opening' } },
    el('div', { class: 'tile-picture' }, screen, mark, words),
    el('figcaption', {}, name, state, el('span', { class: 'spring' }), left, close),
  );
  return { element, screen, mark, words, state, left };
}
