import { spotsOf, NO_SPOTS } from '../state/hotspots.js';
import { lastDayOf } from '../state/months.js';
import { store } from '../state/store.js';
import { CURRENT, questionOf } from '../state/studies.js';

const LOOK_MILLIS = 400;

/**
 * One side of the comparison: what is asked, how far it is, what came of it. Old spots stay until new ones are there.
 *
 * @typedef {{state: 'idle'|'asking'|'running'|'done'|'failed'|'cancelled', progress: number, id: string|null,
 *   collection: object|null, spots: readonly import('../state/hotspots.js').Spot[], problem: object|null,
 *   at: string|null, asked: string|null}} Side at: the day of the standing map; asked: the day now read
 */
const IDLE = Object.freeze({
  state: 'idle',
  progress: 0,
  id: null,
  collection: null,
  spots: NO_SPOTS,
  problem: null,
  at: null,
  asked: null,
});

/**
 * Asks for both sides, follows long studies, calls them off.
 *
 * @param {{room: ReturnType<typeof import('../rooms/hotspots.js').createHotspotsRoom>,
 *   review: {get: () => import('../state/reviewUrl.js').Review}, today: string}} context
 */
export function createStudyDesk(context) {
  const desk = { ...context, sides: { a: store(IDLE), b: store(IDLE) }, calls: { a: null, b: null } };
  return Object.freeze({
    sides: desk.sides,
    /** @param {'a'|'b'} side */
    ask: (side) => ask(desk, side),
    /** @param {'a'|'b'} side */
    cancel(side) {
      stop(desk, side);
      put(desk, side, { state: 'cancelled', id: null });
    },
    destroy: () => ['a', 'b'].forEach((side) => stop(desk, side)),
  });
}

function put({ sides }, side, part) {
  sides[side].set(Object.freeze({ ...sides[side].get(), ...part }));
}

function stop(desk, side) {
  const { id } = desk.sides[side].get();
  desk.calls[side]?.abort();
  desk.calls[side] = null;
  if (id !== null) desk.room.cancel(id).catch(() => {});
}

async function ask(desk, side) {
  stop(desk, side);
  const call = new AbortController();
  desk.calls[side] = call;
  const review = desk.review.get();
  const asked = review.method === CURRENT ? dayOf(desk, side) : null;
  put(desk, side, { state: 'asking', progress: 0, id: null, problem: null, asked });
  try {
    const answer = asked === null ? await studyOf(desk, side, call) : await mapOf(desk, side, asked, call);
    if (call.signal.aborted) return;
    if (answer.status === 'FAILED' || answer.status === 'CANCELLED') {
      put(desk, side, { state: answer.status.toLowerCase(), id: null, problem: { said: answer.error } });
    } else put(desk, side, { state: 'done', progress: 1, id: null, collection: answer, spots: spotsOf(answer) });
  } catch (problem) {
    // what was refused is no result: nothing old may stand beside the refusal
    if (!call.signal.aborted) {
      put(desk, side, { state: 'failed', id: null, problem, collection: null, spots: NO_SPOTS });
    }
  }
}

function dayOf({ review, today }, side) {
  const { month, ...periods } = review.get();
  return side === 'b' && month ? lastDayOf(month, today) : periods[side][1];
}

async function mapOf(desk, side, day, { signal }) {
  const { category } = desk.review.get();
  const read = () => desk.room.map({ at: day >= desk.today ? null : day, category }, { signal });
  let answer = await read();
  while (answer.status === 'RUNNING' && !signal.aborted) {
    put(desk, side, { state: 'running', progress: answer.progress });
    await pause(LOOK_MILLIS, signal);
    if (!signal.aborted) answer = await read();
  }
  if (!signal.aborted) put(desk, side, { at: day });
  return answer;
}

async function studyOf(desk, side, { signal }) {
  let answer = await desk.room.study(questionOf(desk.review.get(), side), { signal });
  while (answer.status === 'RUNNING' && !signal.aborted) {
    put(desk, side, { state: 'running', progress: answer.progress, id: answer.id });
    await pause(LOOK_MILLIS, signal);
    if (!signal.aborted) answer = await desk.room.progress(answer.id, { signal });
  }
  return answer;
}

function pause(millis, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
