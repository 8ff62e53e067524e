import { sectorOf } from '../geo/sector.js';
import { shapesOf } from '../geo/shapes.js';

const MOST = 400;
/** From this zoom on a whole layer of cones is cut by the houses, as long as it is not more than so many. */
const EXACT_ZOOM = 14.5;
const EXACT_MOST = 60;

/**
 * View cones by camera. The server's cone, which houses cut, is asked for once per camera as long as it stands and looks as it
 * did, and only when somebody looks at that camera or at its neighbourhood; until it is there, and where it is not needed, a
 * plain sector stands in.
 */
export class ConeShelf {
  #load;
  #loaded;
  #project;
  #known = new Map();
  #plain = new WeakMap();

  /**
   * @param {((cameraId: string) => Promise<object>)|undefined} load
   * @param {() => void} loaded a cone has come in
   * @param {(lng: number, lat: number) => {x: number, y: number}} project
   */
  constructor(load, loaded, project) {
    this.#load = load;
    this.#loaded = loaded;
    this.#project = project;
  }

  /** Other cones may be true from now on. */
  clear() {
    this.#known.clear();
  }

  /**
   * @param {import('./scene.js').Scene} scene
   * @param {{zoom: number, bbox: number[]}} view
   * @returns {import('../geo/shapes.js').Shape[]} of the cameras somebody looks at, or of all while their layer is on
   */
  shown({ selected, hovered, sighted, cameras, layers }, { zoom, bbox }) {
    const looked = new Set(sighted);
    for (const thing of [selected, hovered]) if (thing?.kind === 'camera') looked.add(thing.id);
    const all = layers.has('cones');
    if (!all && looked.size === 0) return [];
    const near = all && zoom >= EXACT_ZOOM ? cameras.filter((camera) => inBox(camera, bbox)) : [];
    const exact = new Set(near.length <= EXACT_MOST ? near.map((camera) => camera.id) : []);
    looked.forEach((id) => exact.add(id));
    return cameras
      .filter((camera) => all || looked.has(camera.id))
      .flatMap((camera) => this.#of(camera, exact.has(camera.id)));
  }

  #of(camera, exact) {
    if (!exact && !this.#known.has(camera.id)) return this.#sector(camera);
    const pose = `${camera.version} ${camera.lng} ${camera.lat}`;
    if (exact && this.#load && this.#known.get(camera.id)?.pose !== pose) this.#ask(camera.id, pose);
    const known = this.#known.get(camera.id);
    return (known?.pose === pose && known.shapes) || this.#sector(camera);
  }

  #sector(camera) {
    if (!this.#plain.has(camera)) {
      const complete = camera.heading !== null && camera.fieldOfView && camera.rangeMetres;
      this.#plain.set(camera, complete ? shapesOf(sectorOf(camera), this.#project) : []);
    }
    return this.#plain.get(camera);
  }

  #ask(id, pose) {
    if (this.#known.size >= MOST) this.#known.clear();
    const asked = { pose, shapes: null };
    this.#known.set(id, asked);
    const keep = (cone) => {
      const feature = cone?.type === 'Polygon' ? { type: 'Feature', properties: {}, geometry: cone } : cone;
      asked.shapes = shapesOf(feature, this.#project);
      this.#loaded();
    };
    const forget = () => this.#known.get(id) === asked && this.#known.delete(id);
    this.#load(id).then(keep, forget);
  }
}

function inBox({ lng, lat }, [west, south, east, north]) {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}
