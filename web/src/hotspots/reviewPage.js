import { createAnnouncer } from '../dom/announcer.js';
import { disposer } from '../dom/disposer.js';
import { el, fill, keyCap } from '../dom/el.js';
import { pageHead } from '../session/pageHead.js';
import { aliveIn, whereabouts } from '../state/hotspots.js';
import { readReview, writeReview } from '../state/reviewUrl.js';
import { store } from '../state/store.js';
import { CURRENT, fieldOf, monthsOf } from '../state/studies.js';
import { createAsideList } from './asideList.js';
import { createBacktestPanel } from './backtestPanel.js';
import { createKeySheet } from './keySheet.js';
import { createMapPair } from './mapPair.js';
import { createMonthSlider } from './monthSlider.js';
import { createPaneCaption } from './paneCaption.js';
import { createRankList } from './rankList.js';
import { reviewKeys } from './reviewKeys.js';
import { createSpotPanel } from './spotPanel.js';
import { createStudyDesk } from './studyDesk.js';
import { createStudyForm } from './studyForm.js';

const SIDES = Object.freeze(['a', 'b']);
const URL_MILLIS = 250;
const MONTH_MILLIS = 150;

/**
 * The leader's review: two periods side by side on linked maps, and for every hotspot its test, its trend and its
 * incidents. The address is the view.
 */
export class ReviewPage {
  #undo = disposer();
  #context;
  #review;
  #desk;
  #parts;
  #timers = { url: 0, month: 0 };

  /**
   * @param {HTMLElement} host
   * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, codes: object, place: object, baseMap: object,
   *   grids: object, methods: readonly import('../state/studies.js').Method[], room: ReturnType<typeof import('../rooms/hotspots.js').createHotspotsRoom>, today: string,
   *   now: () => number, singleKeys: () => boolean, setSingleKeys: (on: boolean) => void, cut: HTMLElement,
   *   on: object}} context cut and on: of the page's head
   */
  constructor(host, context) {
    const { room, today, methods } = context;
    this.#context = context;
    this.#review = store(readReview(location.search, today, methods));
    this.#desk = createStudyDesk({ room, review: this.#review, today });
    this.#parts = this.#build();
    fill(host, this.#parts.element);
    this.#parts.announcer = createAnnouncer(this.#parts.element);
    this.#parts.maps.start(this.#review.get().place);
    this.#listen();
    this.#ask('a', 'b');
    this.#parts.backtest.read();
  }

  setTheme() {
    this.#parts.maps.setTheme();
  }

  /** The server answers again: what the cut left unanswered is asked anew. */
  reached() {
    const cut = (side) => this.#desk.sides[side].get().problem?.kind === 'silent';
    SIDES.filter(cut).forEach((side) => this.#ask(side));
    this.#parts.backtest.reread();
    this.#parts.spot.reread();
  }

  destroy() {
    Object.values(this.#timers).forEach(clearTimeout);
    this.#undo.destroy();
    this.#desk.destroy();
    const { captions, slider, spot, maps, announcer, backtest, element } = this.#parts;
    [captions.a, captions.b, slider, spot, maps, announcer, backtest].forEach((part) => part.destroy());
    element.remove();
  }

  #build() {
    const { i18n, codes, room, now } = this.#context;
    const names = namesOf(i18n, codes);
    const caption = (side) =>
      createPaneCaption({
        i18n,
        side,
        onCancel: () => this.#desk.cancel(side),
        onRetry: () => this.#ask(side),
      });
    const captions = { a: caption('a'), b: caption('b') };
    const choose = (side, id) => this.#change({ selection: Object.freeze({ side, id }) }, true);
    const context = { ...this.#context, ...names, now };
    const parts = {
      captions,
      form: createStudyForm({ ...context, review: this.#review.get(), onAsk: (part) => this.#asked(part) }),
      ranks: createRankList({ i18n, names: names.names, onOpen: choose }),
      keys: createKeySheet(context),
      aside: createAsideList(i18n),
      backtest: createBacktestPanel(context),
      spot: createSpotPanel({ ...context, incidentsOf: room.incidentsOf, onClose: () => this.#close() }),
      slider: createMonthSlider({
        i18n,
        review: this.#review,
        months: () => monthsOf(this.#review.get(), context.today),
        busy: () => ['asking', 'running'].includes(this.#desk.sides.b.get().state),
        onMonth: (month) => this.#change({ month }, false),
      }),
    };
    parts.maps = createMapPair({
      ...this.#context,
      captions: { a: captions.a.element, b: captions.b.element },
      onSelect: choose,
      onView: (place) => this.#change({ place }, false),
    });
    return { ...parts, element: layOut(this.#context, parts) };
  }

  #listen() {
    for (const side of SIDES)
      this.#undo.add(this.#desk.sides[side].on((now, before) => this.#answered(side, now, before)));
    this.#undo.add(this.#review.on((now, before) => this.#changed(now, before)));
    this.#undo.listen(window, 'popstate', () => this.#goBack());
    this.#undo.add(
      reviewKeys({
        singleKeys: this.#context.singleKeys,
        move: this.#parts.ranks.move,
        close: () => this.#parts.keys.close() || this.#close(),
        help: this.#parts.keys.toggle,
      }),
    );
  }

  #change(part, step) {
    const next = Object.freeze({ ...this.#review.get(), ...part });
    this.#review.set(next);
    clearTimeout(this.#timers.url);
    const address = () => location.pathname + writeReview(this.#review.get(), this.#context.today);
    if (step) history.pushState(null, '', address());
    else this.#timers.url = setTimeout(() => history.replaceState(null, '', address()), URL_MILLIS);
  }

  #asked(part) {
    this.#parts.slider.stop();
    this.#change({ ...part, month: null, selection: null }, true);
    this.#ask('a', 'b');
  }

  #ask(...sides) {
    this.#parts.form.clear();
    sides.forEach((side) => this.#desk.ask(side));
  }

  #goBack() {
    const next = readReview(location.search, this.#context.today, this.#context.methods);
    const before = this.#review.get();
    this.#review.set(next);
    const asked = ({ method, parameters, category, a, b }) => JSON.stringify([method, parameters, category, a, b]);
    if (asked(next) === asked(before)) return;
    this.#parts.form.set(next);
    this.#ask('a', 'b');
  }

  // a month of the standing map is another map; a month of a study only narrows what it found
  #changed(now, before) {
    if (now.month !== before.month && now.method === CURRENT && now.method === before.method) {
      clearTimeout(this.#timers.month);
      this.#timers.month = setTimeout(() => this.#desk.ask('b'), MONTH_MILLIS);
    }
    if (now.month !== before.month) this.#draw('b');
    if (now.selection !== before.selection) this.#showSelection(now.selection !== null);
  }

  #answered(side, now, before) {
    if (now.spots === before.spots) this.#parts.captions[side].show(now, this.#review.get());
    else this.#draw(side);
    if (now.state === before.state) return;
    if (now.state === 'failed') this.#refused(side, now.problem);
    const { sides } = this.#desk;
    this.#parts.aside.show({ a: sides.a.get().collection, b: sides.b.get().collection });
    if (now.state === 'done') this.#showSelection(false);
  }

  #refused(side, problem) {
    const { i18n } = this.#context;
    const faults = (problem?.errors ?? []).map(({ field, message }) => ({ field: fieldOf(field, side), message }));
    this.#parts.form.refuse(faults);
    this.#parts.announcer.assertive(problem?.detail || i18n.t('review.silent'));
  }

  #visible(side) {
    const { month, method } = this.#review.get();
    const { spots } = this.#desk.sides[side].get();
    return side === 'b' && method !== CURRENT ? aliveIn(spots, month) : spots;
  }

  #draw(side) {
    const { captions, maps, ranks } = this.#parts;
    const spots = this.#visible(side);
    captions[side].show(this.#desk.sides[side].get(), this.#review.get());
    maps.show(side, spots);
    ranks.show(side, spots, this.#desk.sides[side].get().collection !== null);
    ranks.mark(this.#review.get().selection);
  }

  #showSelection(focus) {
    const { selection } = this.#review.get();
    const { maps, ranks, spot } = this.#parts;
    const state = selection && this.#desk.sides[selection.side].get();
    const found = state?.spots.find(({ id }) => id === selection.id) ?? null;
    maps.select(selection?.side ?? null, found?.id ?? null);
    ranks.mark(selection);
    spot.show(selection?.side ?? 'b', found, state?.collection ?? null, focus);
    const place = found && whereabouts(found);
    if (place) maps.reveal(selection.side, place);
  }

  #close() {
    const { selection } = this.#review.get();
    if (selection === null) return false;
    this.#change({ selection: null }, true);
    this.#parts.ranks.focus(selection);
    return true;
  }
}

function layOut(context, { form, ranks, aside, backtest, maps, slider, spot, keys }) {
  const side = el('div', { class: 'review-side-panel' });
  side.append(form.element, ranks.element, aside.element, backtest.element);
  const { i18n, place } = context;
  const words = { title: i18n.t('review.heading', { place: place.name }), home: i18n.t('review.console') };
  const help = el('button', { class: 'button plain review-help', type: 'button', on: { click: keys.toggle } });
  help.append(i18n.t('help.open'), keyCap('?'));
  const head = pageHead({ ...context, ...words, synthetic: place.synthetic }, help);
  const main = el('main', { class: 'review page' }, head, side, maps.element);
  main.append(slider.element, spot.element, keys.element);
  return main;
}

function namesOf(i18n, codes) {
  const index = (list) => new Map((list ?? []).map((entry) => [entry.code, entry]));
  const kinds = new Map([...index(codes.kinds), ...index(codes.disputeCategories)]);
  const statuses = index(codes.statuses);
  return {
    names: (code) => (code ? i18n.name(kinds.get(code)) || code : i18n.t('review.kind.all')),
    statuses: (code) => i18n.name(statuses.get(code)) || code,
  };
}
