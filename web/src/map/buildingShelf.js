/** From this zoom on houses are drawn, and asked for. */
const FROM_ZOOM = 14.9;
/** What is asked for reaches so far beyond the screen, in its own widths: a small move asks nothing. */
const MARGIN = 0.5;

/**
 * The houses around what is in sight, asked for part by part: a township has more of them than one answer holds.
 *
 * @param {((bbox: number[]) => Promise<{buildings: object, complete: boolean}>)|undefined} load
 * @param {(collection: object) => void} show
 * @returns {{look: (view: {zoom: number, bbox: number[]}) => void}}
 */
export function createBuildingShelf(load, show) {
  let known = null;
  return Object.freeze({
    look({ zoom, bbox }) {
      if (!load || zoom < FROM_ZOOM || (known && holds(known, bbox))) return;
      const wanted = widened(bbox);
      known = wanted;
      load(wanted).then(
        ({ buildings, complete }) => {
          if (known === wanted) show(buildings);
          if (known === wanted && !complete) known = bbox;
        },
        () => {
          if (known === wanted) known = null;
        },
      );
    },
  });
}

/** @param {number[]} outer west, south, east, north @param {number[]} inner @returns {boolean} */
export function holds(outer, inner) {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

function widened([west, south, east, north]) {
  const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - dx, south - dy, east + dx, north + dy];
}
