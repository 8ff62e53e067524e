import { el, fill } from '../../dom/el.js';
import { distanceWords, momentWords, spanWords } from '../../i18n/words.js';

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
    beside: () => ({ seen: seenLoads(state) }),
    refused(problem) {
      if (unpickTaken(state, problem.body)) {
        context.onChange();
        load();
      }
    },
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

/** Another officer was faster: those are picked no more, and the list is read again for what they have in hand now. */
function unpickTaken(state, { code, taken = [] } = {}) {
  const gone = taken.map((one) => one.workerId);
  state.picked = state.picked.filter((id) => !gone.includes(id));
  return code === 'dispatch.worker-taken';
}

/** Picked by name elsewhere, and not among the nearest. */
function others({ workers, picked }) {
  return picked.filter((id) => !workers.some((worker) => worker.workerId === id)).map((workerId) => ({ workerId }));
}

/** What the choice was made on: the server tells when somebody else has sent one of them meanwhile. */
function seenLoads({ workers, picked }) {
  return (workers ?? [])
    .filter((worker) => picked.includes(worker.workerId) && Number.isInteger(worker.load))
    .map(({ workerId, load }) => ({ workerId, load }));
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
  if (state.workers.length + state.picked.length === 0) {
    return [el('p', {}, i18n.t('workers.none'))];
  }
  return [...state.workers, ...others(state)].map((worker, i) => {
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
      i < state.workers.length && el('kbd', { class: 'key' }, String(i + 1)),
      worker.name ? workerText(i18n, worker) : el('span', { class: 'pick-text mono' }, worker.workerId),
      role && el('span', { class: 'pill' }, role),
    );
  });
}

/**
 * @param {import("../../i18n/i18n.js").I18n} i18n
 * @param {import("../../rooms/incidents.js").NearWorker} worker
 * @param {number} [now] milliseconds
 * @returns {HTMLElement} name; way and state; freshness and why; and what the town loses when this one goes
 */
export function workerText(i18n, worker, now = Date.now()) {
  const join = (parts) => parts.filter(Boolean).join(i18n.t('list.comma'));
  const left = uncoveredWords(i18n, worker);
  return el(
    'span',
    { class: 'pick-text' },
    el('span', { class: 'pick-name' }, worker.name, ' ', el('span', { class: 'caption mono' }, worker.workerId)),
    el('span', { class: 'quiet' }, join([stateWords(i18n, worker, now), wayWords(i18n, worker)])),
    el('span', { class: 'caption' }, join([ageWords(i18n, worker), reasonWords(i18n, worker)])),
    left && el('span', { class: 'caption' }, left),
  );
}

function stateWords(i18n, worker, now) {
  if (worker.restUntil) {
    return i18n.t('workers.resting', { time: momentWords(i18n, Date.parse(worker.restUntil), now) });
  }
  return worker.available === false ? i18n.t('workers.busy') : null;
}

/** A time by road is said otherwise than an estimate. */
function wayWords(i18n, { travelSeconds, distanceMetres, basis }) {
  const distance = distanceWords(distanceMetres);
  if (travelSeconds === null || travelSeconds === undefined) {
    return i18n.t('workers.noWay', { distance });
  }
  const way = basis === 'STRAIGHT_LINE' ? 'workers.estimate' : 'workers.road';
  return i18n.t(way, { distance, minutes: Math.ceil(travelSeconds / 60) });
}

function ageWords(i18n, { positionAgeSeconds: age }) {
  return age === null || age === undefined
    ? i18n.t('workers.noPosition')
    : i18n.t('workers.seen', { span: spanWords(i18n, age) });
}

/** What the second line has not said yet. */
const SAID = Object.freeze(['BUSY', 'RESTING', 'ROAD', 'ESTIMATE', 'NO_WAY', 'SKILLED']);

function reasonWords(i18n, { reasons, why }) {
  return reasons
    ? reasons
        .filter((reason) => !SAID.includes(reason.code))
        .map((reason) => i18n.name(reason))
        .join(i18n.t('list.comma'))
    : i18n.name(why);
}

function uncoveredWords(i18n, { leavesUncovered = [], coverWithinSeconds = 0 }) {
  const grids = leavesUncovered.map((grid) => grid.gridName);
  const minutes = Math.round(coverWithinSeconds / 60);
  if (grids.length === 0) {
    return null;
  }
  return grids.length <= 2
    ? i18n.t('workers.uncovers', { grids: grids.join(i18n.t('list.comma')), minutes })
    : i18n.t('workers.uncoversMany', { grid: grids[0], n: grids.length, minutes });
}
