import { sectorOf } from '../geo/sector.js';

const MOST = 200;

/**
 * View cones by camera. The server's cone is asked for once per camera, and only when somebody looks at that camera;
 * until it is there, and where it is not needed, a plain sector stands in.
 */
export class ConeShelf {
  #load;
  #loaded;
  #known = new Map();

  /** @param {((cameraId: string) => Promise<object>)|undefined} load @param {() => void} loaded a cone has come in */
  constructor(load, loaded) {
    this.#load = load;
    this.#loaded = loaded;
  }

  /** @param {object} camera @param {boolean} exact somebody looks at this one @returns {object|null} GeoJSON Feature */
  of(camera, exact) {
    if (exact && this.#load && !this.#known.has(camera.id)) this.#ask(camera.id);
    const complete = camera.heading !== null && camera.fieldOfView && camera.rangeMetres;
    return this.#known.get(camera.id) ?? (complete ? sectorOf(camera) : null);
  }

  #ask(id) {
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(id, null);
    const keep = (cone) => {
      this.#known.set(id, cone?.type === 'Polygon' ? { type: 'Feature', properties: {}, geometry: cone } : cone);
      this.#loaded();
    };
    this.#load(id).then(keep, () => this.#known.delete(id));
  }
}
