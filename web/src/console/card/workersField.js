import { el, fill } from '../../dom/el.js';
import { distanceWords, spanWords } from '../../i18n/words.js';

const MOST = 5;

/**
 * Who is near, best first; keys 1-5 pick. The first one picked leads. Digits typed before the list has come are kept.
 *
 * @param {{i18n: object, name: string, label: string, load: () => Promise<object[]>, onChange: () => void}} context
 */
export function workersField(context) {
  const { i18n } = context;
  const rows = el('div', { class: 'pick-list', role: 'group', 'aria-label': context.label });
  const fault = el('span', { class: 'fault', hidden: true });
  const element = el('div', { class: 'field' }, el('span', { class: 'label' }, context.label), rows, fault);
  const state = { workers: null, picked: [], early: [] };
  const toggle = (id) => {
    state.picked = state.picked.includes(id) ? state.picked.filter((other) => other !== id) : [...state.picked, id];
    draw();
    context.onChange();
  };
  const draw = () => fill(rows, ...rowsOf(context, state, toggle, load));
  const load = async () => {
    state.problem = null;
    draw();
    try {
      state.workers = (await context.load()).slice(0, MOST);
      state.early.splice(0).forEach((digit) => state.workers[digit - 1] && toggle(state.workers[digit - 1].workerId));
    } catch (problem) {
      state.problem = problem;
    }
    draw();
  };
  const loaded = load();
  fill(rows, el('p', { class: 'caption' }, i18n.t('workers.reading')));
  return {
    name: context.name,
    element,
    loaded,
    read: () => state.picked,
    write(picked) {
      state.picked = Array.isArray(picked) ? picked : [];
      draw();
    },
    fault(message) {
      fault.hidden = !message;
      fill(fault, message);
    },
    focus: () => (rows.querySelector('button') ?? rows).focus(),
    key: (key) => pickByKey(state, key, toggle),
  };
}

function pickByKey(state, key, toggle) {
  const digit = /^[1-5]$/.test(key) ? Number(key) : 0;
  if (digit === 0) {
    return false;
  }
  if (state.workers === null) {
    state.early.push(digit);
  } else if (state.workers[digit - 1]) {
    toggle(state.workers[digit - 1].workerId);
  }
  return true;
}

function rowsOf(context, state, toggle, load) {
  const { i18n } = context;
  if (state.problem) {
    return [
      el('p', {}, i18n.t('workers.failed')),
      el('button', { class: 'button', type: 'button', on: { click: load } }, i18n.t('retry')),
    ];
  }
  if (state.workers === null) {
    return [el('p', { class: 'caption' }, i18n.t('workers.reading'))];
  }
  if (state.workers.length === 0) {
    return [el('p', {}, i18n.t('workers.none'))];
  }
  return state.workers.map((worker, i) => {
    const place = state.picked.indexOf(worker.workerId);
    const role = place < 0 ? null : i18n.t(place === 0 ? 'workers.leads' : 'workers.joins');
    return el(
      'button',
      {
        class: 'pick',
        type: 'button',
        'aria-pressed': String(place >= 0),
        on: { click: () => toggle(worker.workerId) },
      },
      el('kbd', { class: 'key' }, String(i + 1)),
      workerText(i18n, worker),
      role && el('span', { class: 'pill' }, role),
    );
  });
}

/**
 * @param {import("../../i18n/i18n.js").I18n} i18n
 * @param {import("../../rooms/incidents.js").NearWorker} worker
 * @returns {HTMLElement} name, way, freshness and why, in two lines
 */
export function workerText(i18n, worker) {
  const minutes =
    worker.travelSeconds === null || worker.travelSeconds === undefined ? null : Math.ceil(worker.travelSeconds / 60);
  const way =
    minutes === null
      ? distanceWords(worker.distanceMetres)
      : i18n.t('workers.way', { distance: distanceWords(worker.distanceMetres), minutes });
  const age = worker.positionAgeSeconds;
  const seen =
    age === null || age === undefined
      ? i18n.t('workers.noPosition')
      : i18n.t('workers.seen', { span: spanWords(i18n, age) });
  const state = worker.available === false ? i18n.t('workers.busy') : null;
  return el(
    'span',
    { class: 'pick-text' },
    el('span', { class: 'pick-name' }, worker.name, ' ', el('span', { class: 'caption mono' }, worker.workerId)),
    el('span', { class: 'quiet' }, [state, way].filter(Boolean).join(i18n.t('list.comma'))),
    el('span', { class: 'caption' }, [seen, i18n.name(worker.why)].filter(Boolean).join(i18n.t('list.comma'))),
  );
}
