import { el } from '../dom/el.js';

/** A device that hears nothing more stops by itself after this, seconds. */
const SECONDS = 5;
const STEPS = Object.freeze([
  ['up', { tilt: 1 }, '↑'],
  ['left', { pan: -1 }, '←'],
  ['right', { pan: 1 }, '→'],
  ['down', { tilt: -1 }, '↓'],
  ['in', { zoom: 1 }, '+'],
  ['out', { zoom: -1 }, '−'],
]);

/**
 * Turns a camera while a button is held; letting go sends a stop, and so does whatever takes the pointer away.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, turn: (order: {pan: number, tilt: number, zoom: number, seconds: number})
 *   => Promise<void>, onFault: (problem: object) => void}} context
 */
export function createPtzPad({ i18n, turn, onFault }) {
  let moving = false;
  let sent = Promise.resolve();
  // one after the other: a stop that overtakes its move would let the camera turn on
  const send = (step, seconds) => {
    sent = sent.then(() => turn({ pan: 0, tilt: 0, zoom: 0, ...step, seconds })).catch(onFault);
  };
  const begin = (step) => {
    if (moving) return;
    moving = true;
    send(step, SECONDS);
  };
  const stop = () => {
    if (!moving) return;
    moving = false;
    send({}, 0);
  };
  const key = (step, down) => (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (down) begin(step);
    else stop();
  };
  const button = ([name, step, sign]) =>
    el(
      'button',
      {
        class: `button icon ptz-${name}`,
        type: 'button',
        'aria-label': i18n.t(`ptz.${name}`),
        title: i18n.t(`ptz.${name}`),
        on: {
          pointerdown: () => begin(step),
          pointerup: stop,
          pointerleave: stop,
          pointercancel: stop,
          blur: stop,
          keydown: key(step, true),
          keyup: key(step, false),
        },
      },
      sign,
    );
  const element = el(
    'div',
    { class: 'ptz', role: 'group', 'aria-label': i18n.t('ptz.label') },
    ...STEPS.map(button),
  );
  return Object.freeze({ element, destroy: stop });
}
