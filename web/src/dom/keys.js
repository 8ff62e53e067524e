/** Elements that want single keys for themselves. */
const TYPING = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]';

/**
 * What a key press means: its plain name, or null when it belongs to a field or to the browser.
 *
 * @param {{key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, target: any}} event
 * @param {boolean} singleKeys whether single keys are switched on
 * @returns {string | null}
 */
export function keyName(event, singleKeys) {
  const { key } = event;
  if (key === 'F6' || key === 'Escape') {
    return key;
  }
  const typing = event.target?.matches?.(TYPING) ?? false;
  if (typing) {
    return null;
  }
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') {
    return 'z';
  }
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  if (key === 'Enter') {
    return event.target?.matches?.('button, a, summary, [role=listbox]') ? null : key;
  }
  return singleKeys && key.length === 1 ? key : null;
}

/**
 * Listens once for the page and asks the handlers in order; the first that takes the key ends it.
 *
 * @param {{target: EventTarget, singleKeys: () => boolean, handlers: ((key: string, event: KeyboardEvent) => boolean)[]}} context
 * @returns {() => void} undo
 */
export function listenToKeys({ target, singleKeys, handlers }) {
  const onKey = (event) => {
    const key = event.defaultPrevented ? null : keyName(event, singleKeys());
    if (key !== null && handlers.some((handler) => handler(key, event))) {
      event.preventDefault();
    }
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}
