/**
 * Who wants to know what happens on the map.
 *
 * @param {...string} names of the things that happen
 * @returns {{on: (name: string, call: (...values: any[]) => void) => () => void,
 *   tell: (name: string, ...values: any[]) => void, clear: () => void}} `on` answers how to stop it
 */
export function createCalls(...names) {
  const calls = new Map(names.map((name) => [name, new Set()]));
  return Object.freeze({
    on(name, call) {
      calls.get(name).add(call);
      return () => void calls.get(name).delete(call);
    },
    tell: (name, ...values) => [...calls.get(name)].forEach((call) => call(...values)),
    clear: () => calls.forEach((set) => set.clear()),
  });
}
