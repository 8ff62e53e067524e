import { el, fill } from '../dom/el.js';
import { screenScale } from '../map/screenScale.js';
import { createTownMap } from '../map/townMap.js';
import { pageHead } from '../session/pageHead.js';
import { gridsStep } from './gridsStep.js';
import { incidentsStep } from './incidentsStep.js';
import { layersStep } from './layersStep.js';
import { placeStep } from './placeStep.js';
import { nextStep, stepsOf } from './steps.js';
import { usersStep } from './usersStep.js';

const STEPS = { place: placeStep, grids: gridsStep, layers: layersStep, users: usersStep, incidents: incidentsStep };
const BASE_LAYERS = ['roads', 'water', 'green', 'naturalVillages'];

/**
 * The page that makes a real place out of files: five steps with their state, the form of one of them, and the place as
 * it is so far on the map beside it.
 */
export class SetupPage {
  #context;
  #facts;
  #chosen = null;
  #map = null;
  #parts;

  /**
   * @param {HTMLElement} host
   * @param {{i18n: object, session: object, codes: object, places: object, room: object, facts: object,
   *   reread: () => Promise<object>, on: object}} context facts: of the place; on: the acts of the head
   */
  constructor(host, context) {
    this.#context = context;
    this.#facts = context.facts;
    const { i18n } = context;
    const nav = el('nav', { class: 'setup-steps', 'aria-label': i18n.t('setup.steps') });
    const body = el('section', { class: 'setup-body' });
    const map = el('div', { class: 'setup-map' });
    this.#parts = { nav, body, map };
    fill(host, el('main', { class: 'setup page' }, this.#head(), nav, body, map));
    this.#drawMap();
    this.#choose(nextStep(this.#steps()));
  }

  setTheme() {
    this.#map?.setTheme();
  }

  destroy() {
    this.#map?.destroy();
  }

  #head() {
    const { i18n } = this.#context;
    const words = { title: i18n.t('setup.title'), home: i18n.t('setup.console') };
    return pageHead({ ...this.#context, ...words, synthetic: this.#facts.place.synthetic });
  }

  #steps() {
    const { place, grids, baseMap, users, incidents } = this.#facts;
    const layers = BASE_LAYERS.filter((name) => baseMap?.[name]?.features?.length > 0).length;
    const { roles } = this.#context.session;
    const counts = { grids: grids.features.length, layers, users: users?.length ?? null, incidents };
    return stepsOf({ setUp: place.setUp, ...counts, roles });
  }

  #stateOf(name) {
    return this.#steps().find((step) => step.name === name).state;
  }

  #choose(name) {
    this.#chosen = name;
    this.#map?.setSketch(null);
    this.#drawSteps();
    const { i18n, codes } = this.#context;
    const step = this.#steps().find((one) => one.name === name);
    const title = el('h2', { tabindex: '-1' }, i18n.t(`setup.step.${name}`));
    const words = el('p', { class: 'quiet' }, i18n.t(`setup.step.${name}.why`));
    fill(this.#parts.body, title, words, this.#formOf(step, i18n, codes));
  }

  #formOf({ name, state, needs }, i18n, codes) {
    if (state === 'closed') {
      const role = i18n.name((codes.roles ?? []).find(({ code }) => code === needs)) || needs;
      return el('p', { class: 'notice' }, i18n.t('setup.closed', { role }));
    }
    if (state === 'waits') return el('p', { class: 'notice' }, i18n.t('setup.waits'));
    return STEPS[name]({
      i18n,
      codes,
      room: this.#context.room,
      facts: () => this.#facts,
      changed: () => this.#reread(),
      sketch: (collection) => this.#map?.setSketch(collection),
    });
  }

  #drawSteps() {
    const { i18n } = this.#context;
    const rows = this.#steps().map(({ name, state }, i) => {
      const number = el('span', { class: `setup-number ${state}` }, state === 'done' ? '✓' : String(i + 1));
      const words = el(
        'span',
        {},
        i18n.t(`setup.step.${name}`),
        el('span', { class: 'caption' }, i18n.t(`setup.state.${state}`)),
      );
      const current = name === this.#chosen ? 'step' : null;
      const click = () => {
        this.#choose(name);
        this.#parts.body.querySelector('h2').focus();
      };
      return el(
        'li',
        {},
        el('button', { class: 'setup-step', type: 'button', 'aria-current': current, on: { click } }, number, words),
      );
    });
    fill(this.#parts.nav, el('ol', {}, ...rows));
  }

  async #reread() {
    const before = this.#facts;
    const waited = this.#stateOf(this.#chosen) === 'waits';
    this.#facts = await this.#context.reread();
    if (waited && this.#stateOf(this.#chosen) !== 'waits') this.#choose(this.#chosen);
    else this.#drawSteps();
    if (before.place.setUp && sameBox(before.place.bbox, this.#facts.place.bbox)) {
      this.#map?.setBase(this.#facts.baseMap, this.#facts.grids);
    } else this.#drawMap();
  }

  #drawMap() {
    this.#map?.destroy();
    this.#map = null;
    const { place, baseMap, grids } = this.#facts;
    const { i18n } = this.#context;
    if (place.setUp) {
      fill(this.#parts.map);
      this.#map = createTownMap(this.#parts.map, { place, baseMap, grids, i18n, gridsFrom: 0, scale: screenScale() });
    } else fill(this.#parts.map, el('p', { class: 'setup-empty' }, i18n.t('setup.noPlace')));
  }
}

function sameBox(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
