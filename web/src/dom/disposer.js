/**
 * Collects what must be undone when a part of the page goes: listeners, timers, observers, children.
 *
 * @returns {{add: (...undo: (() => void)[]) => void, listen: (target: EventTarget, event: string, listener: any,
 *   options?: any) => void, every: (ms: number, run: () => void) => void, destroy: () => void}}
 */
export function disposer() {
  const undo = [];
  return Object.freeze({
    add: (...steps) => void undo.push(...steps),
    listen(target, event, listener, options) {
      target.addEventListener(event, listener, options);
      undo.push(() => target.removeEventListener(event, listener, options));
    },
    every(ms, run) {
      const timer = setInterval(run, ms);
      undo.push(() => clearInterval(timer));
    },
    destroy() {
      for (const step of undo.splice(0).reverse()) {
        step();
      }
    },
  });
}
