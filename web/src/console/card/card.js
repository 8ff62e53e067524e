import { disposer } from '../../dom/disposer.js';
import { el } from '../../dom/el.js';
import { incidentOf } from '../../state/incidents.js';
import { photosByStep } from '../../state/photos.js';
import { mayWatch } from '../../state/watchers.js';
import { problemSentence } from '../words.js';
import { createSights } from '../../video/sights.js';
import { createAlarms } from './alarms.js';
import { createCameras } from './cameras.js';
import { createFacts } from './facts.js';
import { createHead } from './head.js';
import { createHistory } from './history.js';
import { likenessList } from './likeness.js';
import { createMoveDesk } from './moveDesk.js';
import { createParties } from './parties.js';
import { createPhotos } from './photos.js';
import { createReporter } from './reporter.js';
import { createSection } from './section.js';
import { createVersions } from './versions.js';
import { workerText } from './workersField.js';

const PARTY_CHANGERS = Object.freeze(['DISPATCHER', 'WINDOW_CLERK', 'HANDLER', 'MEDIATOR']);
/** What is read from the server for each case anew. */
const READ_PARTS = Object.freeze(['workers', 'sights', 'alarms', 'cameras', 'likeness', 'history', 'photos', 'versions']);
const SEND_FROM = Object.freeze(['REPORTED', 'ACCEPTED', 'ASSIGNED']);

/**
 * The incident card: head, moves, facts, and what the server knows around it. Live changes come in place; the focus and
 * everything typed stay.
 *
 * @param {{i18n: object, names: object, codes: object, session: object, now: () => number, drafts: object, room: object,
 *   incidents: object, pictures: object, caseCodeOf: (id: string) => string | undefined, merge: (body: object) => object,
 *   candidates: (digits: string) => Promise<object[]>,
 *   on: {moved: Function, close: () => void, open: (id: string) => void, find: Function, camera: Function}}} context
 */
export function createCard(context) {
  const { i18n, incidents } = context;
  const undo = disposer();
  const parts = cardParts({
    ...context,
    changeParties: (incident, parties) => changeParties(card, incident, parties),
    onDecided: (body) => context.merge(body),
  });
  const fault = el('p', { class: 'notice fault', role: 'alert', hidden: true });
  const element = el(
    'article',
    { class: 'card-body' },
    parts.head.element,
    fault,
    parts.desk.element,
    parts.versions.element,
    parts.sights.element,
    parts.facts.element,
    parts.alarms.element,
    parts.photos.element,
    parts.workers.element,
    parts.cameras.element,
    parts.likeness.element,
    parts.reporter.element,
    parts.parties.element,
    parts.history.element,
  );
  const state = { id: null, version: null, details: null, cancel: null };
  const card = { context, state, parts, fault };
  undo.add(incidents.on((now) => state.id && now.byId.get(state.id) && showBody(card, now.byId.get(state.id))));
  undo.every(1_000, parts.head.tick);
  undo.add(
    parts.desk.destroy,
    ...READ_PARTS.map((name) => parts[name].destroy),
  );
  undo.add(() => state.cancel?.abort());
  return Object.freeze({
    element,
    id: () => state.id,
    open: (id) => open(card, id),
    close: () => close(card),
    focus: parts.head.focus,
    key: (key) => state.id !== null && parts.desk.key(key),
    escape: () => parts.desk.hasForm() && (parts.desk.leaveForm(), true),
    showCameras: () => showCameras(parts),
    begin: parts.desk.begin,
    carryOut: parts.desk.carryOut,
    destroy: undo.destroy,
  });
}

function cardParts(context) {
  const { i18n, names, room, session, on } = context;
  const desk = createMoveDesk({
    ...context,
    act: room.act,
    workers: room.workers,
    lastActor: async (id) => lastActor(await room.history(id)),
    onMoved: on.moved,
    onLeave: () => parts.head.focus(),
  });
  const merge = (incident) =>
    desk.begin('merge', { into: { id: incident.id, number: incident.number, title: incident.title } });
  const mayMerge = context.codes.moves?.some(
    (move) => move.action === 'merge' && move.roles.some((role) => session.roles.includes(role)),
  );
  const parts = {
    desk,
    head: createHead({ ...context, onClose: on.close }),
    facts: createFacts({ ...context, onFind: on.find, onOpen: on.open }),
    workers: nearWorkers(i18n),
    sights: createSights({ i18n, now: context.now, ...context.pictures, onCamera: on.camera }),
    cameras: createCameras({ i18n, statusOf: context.pictures.statusOf, onCamera: on.camera }),
    alarms: createAlarms({ i18n, session, now: context.now, read: room.alarms }),
    likeness: createSection({
      i18n,
      title: i18n.t('like.title'),
      empty: null,
      draw: (items) => [likenessList({ i18n, names, onOpen: on.open, onMerge: mayMerge ? merge : undefined }, items)],
    }),
    photos: createPhotos({ i18n, now: context.now, photos: room.photos, photoUrl: room.photoUrl }),
    versions: createVersions({ ...context, mayDecide: session.roles.includes('DISPATCHER'), decide: room.decide }),
    reporter: createReporter({ i18n, unmask: room.unmask }),
    parties: createParties({
      ...context,
      mayChange: PARTY_CHANGERS.some((role) => session.roles.includes(role)),
      unmask: room.unmaskParties,
      change: context.changeParties,
    }),
    history: createHistory({ ...context, onPhoto: (photoId) => parts.photos.open(photoId) }),
  };
  return parts;
}

function nearWorkers(i18n) {
  return createSection({
    i18n,
    title: i18n.t('workers.title'),
    empty: i18n.t('workers.none'),
    draw: (workers) => [
      el(
        'ol',
        { class: 'plain-list' },
        ...workers.map((worker) => el('li', { class: 'near' }, workerText(i18n, worker))),
      ),
    ],
  });
}

/** The stream carries no free text: where that was amended last, it is read anew; the people shown stay. */
async function readHistory({ state, context, parts }, id, options) {
  const [steps, photos] = await Promise.all([context.room.history(id, options), parts.photos.load(id)]);
  if (state.details && steps[steps.length - 1]?.action === 'amend') {
    const { description, address } = await context.room.one(id, options);
    Object.assign(state.details, { description, address });
    const incident = context.incidents.get().byId.get(id);
    if (incident && state.id === id) {
      parts.facts.show(withDetails(incident, state.details, context.caseCodeOf(id)));
    }
  }
  const byStep = photosByStep(steps, photos);
  return steps.map((step) => ({ ...step, photos: byStep.get(step.step) }));
}

function lastActor(steps) {
  const last = steps[steps.length - 1];
  return last ? last.actorName || last.actor : null;
}

function open(card, id) {
  const { state, parts, context } = card;
  if (state.id === id) {
    return;
  }
  close(card);
  state.id = id;
  const known = context.incidents.get().byId.get(id);
  if (known) {
    showBody(card, known);
  }
  readDetails(card, id);
  parts.cameras.load((options) => readCameras(card, id, options));
  parts.likeness.load((options) => context.room.duplicates(id, options));
  return known;
}

/** The list of cameras, and beside it the pictures of those that see the place. */
async function readCameras({ state, parts, context }, id, options) {
  const ranked = await context.room.cameras(id, options);
  const incident = context.incidents.get().byId.get(id) ?? state.details;
  if (state.id === id && incident && mayWatch(context.session)) {
    parts.sights.show(incident, ranked);
  }
  return ranked;
}

function showCameras({ sights, cameras }) {
  sights.play();
  const target = sights.element.hidden ? cameras.element : sights.element;
  target.scrollIntoView({ block: 'nearest' });
}

function close(card) {
  const { state, parts } = card;
  state.cancel?.abort();
  Object.assign(state, { id: null, version: null, details: null, cancel: null });
  card.fault.hidden = true;
  parts.desk.clear();
  READ_PARTS.forEach((name) => parts[name].clear());
}

/** What only the single answer has: the reporter and the case code. */
async function readDetails(card, id) {
  const { state, context, fault } = card;
  state.cancel = new AbortController();
  try {
    const body = await context.room.one(id, { signal: state.cancel.signal });
    if (state.id === id) {
      state.details = body;
      showBody(card, newest(context, incidentOf(body)));
    }
  } catch (problem) {
    if (state.id === id && problem.kind !== 'cancelled') {
      fault.hidden = false;
      fault.textContent = problemSentence(context.i18n, problem, context.i18n.t('card.read'));
    }
  }
}

function newest(context, incident) {
  const live = context.incidents.get().byId.get(incident.id);
  return live && live.version > incident.version ? live : incident;
}

function showBody(card, incident) {
  const { state, parts, context } = card;
  parts.head.show(incident);
  parts.facts.show(withDetails(incident, state.details, context.caseCodeOf(incident.id)));
  parts.reporter.show(incident, state.details?.reporter, state.details?.mayUnmask);
  parts.parties.show(incident, state.details?.parties, state.details?.mayUnmask);
  parts.desk.show(incident);
  parts.versions.show(incident);
  if (incident.version !== state.version) {
    state.version = incident.version;
    parts.history.load((options) => readHistory(card, incident.id, options));
    parts.versions.load((options) => context.room.amendments(incident.id, options));
    parts.alarms.show(incident);
    showWorkers(card, incident);
  }
}

/** The answer is the single one again: its people replace those shown. Our version is the newest the card has seen. */
async function changeParties(card, { id, version }, parties) {
  const { state, context } = card;
  const body = await context.room.setParties(id, { version, parties });
  const incident = context.merge(body);
  if (state.id === id) {
    state.details = body;
    showBody(card, incident);
  }
}

/** The stream carries no free text; the single answer does. The case code is told to the reporter once. */
function withDetails(incident, details, told) {
  const { caseCode, description, address } = details ?? {};
  return {
    ...incident,
    caseCode: incident.caseCode ?? caseCode ?? told,
    description: incident.description ?? description,
    address: incident.address ?? address,
  };
}

function showWorkers({ parts, context }, incident) {
  const mayAssign = context.codes.moves?.some(
    (move) => move.action === 'assign' && move.roles.some((role) => context.session.roles.includes(role)),
  );
  if (mayAssign && SEND_FROM.includes(incident.status) && !incident.workers.length) {
    parts.workers.load((options) => context.room.workers(incident.id, options));
  } else {
    parts.workers.clear();
  }
}
