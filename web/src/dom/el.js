/**
 * Makes an element. Text goes in as text nodes only, never as markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [props] `class`, `on` (listeners), `data` (dataset); others are attributes; null and
 *   false leave an attribute out, true gives an empty one
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    put(element, name, value);
  }
  element.append(...present(children));
  return element;
}

/** @param {Element} element @param {...(Node | string | null | undefined | false)} children */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

function present(children) {
  return children.flat().filter((child) => child !== null && child !== undefined && child !== false);
}

function put(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name === 'on') {
    for (const [event, listener] of Object.entries(value)) {
      element.addEventListener(event, listener);
    }
  } else if (name === 'data') {
    Object.assign(element.dataset, value);
  } else if (name === 'value') {
    element.value = value;
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {string} key @returns {HTMLElement} the picture of a key beside a verb */
export function keyCap(key) {
  return el('kbd', { class: 'key', 'aria-hidden': 'true' }, key);
}
