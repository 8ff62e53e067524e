import { disposer } from './disposer.js';

/**
 * Closes an open `details` when the pointer or the focus goes elsewhere, or Esc is pressed in it.
 *
 * @param {HTMLDetailsElement} details
 * @returns {() => void} undo
 */
export function closeOutside(details) {
  const undo = disposer();
  const close = (event) => {
    if (details.open && !details.contains(event.target)) {
      details.open = false;
    }
  };
  undo.listen(document, 'pointerdown', close);
  undo.listen(document, 'focusin', close);
  undo.listen(details, 'keydown', (event) => {
    if (event.key === 'Escape' && details.open) {
      event.stopPropagation();
      details.open = false;
      details.querySelector('summary').focus();
    }
  });
  return undo.destroy;
}
