import { el, fill } from '../../dom/el.js';
import { createRequestKeys } from '../../net/requestKeys.js';
import { allowedMoves, forwardMove, inOrder, moveByKey } from '../../state/moves.js';
import { carryOut } from './carryOut.js';
import { conflictView } from './conflict.js';
import { moveButton } from './moveButton.js';
import { createMoveForm } from './moveForm.js';
import { moveFields } from './moveFields.js';

/**
 * The moves of one incident: buttons for what this person may do now, the form of the move begun, and what happens when
 * somebody else was faster. Keys typed while a move is under way are kept and done after it.
 *
 * @param {{i18n: object, names: object, codes: object, session: object, now: () => number, drafts: object,
 *   act: (id: string, body: object, key: string) => Promise<object>, merge: (body: object) => object,
 *   workers: (id: string) => Promise<object[]>, candidates: (digits: string) => Promise<object[]>,
 *   lastActor: (id: string) => Promise<string | null>, onMoved: (incident: object, action: string) => void,
 *   onLeave: () => void}} context
 */
export function createMoveDesk(context) {
  const buttons = el('div', { class: 'moves', role: 'group', 'aria-label': context.i18n.t('moves.label') });
  const news = el('div', { role: 'status' });
  const place = el('div', {});
  const element = el('div', { class: 'move-desk' }, buttons, news, place);
  const state = {
    incident: null,
    seen: null,
    form: null,
    busy: false,
    ahead: [],
    drawn: '',
    keyOf: createRequestKeys(),
  };
  const desk = { context, state, buttons, news, place };
  return Object.freeze({
    element,
    show: (incident) => show(desk, incident),
    clear: () => clear(desk),
    key: (key) => takeKey(desk, key),
    begin: (action, values) => begin(desk, action, values),
    carryOut: (action, values) => carryOut(state, () => begin(desk, action, values)),
    hasForm: () => state.form !== null,
    leaveForm: () => leaveForm(desk),
    destroy: () => clear(desk),
  });
}

function show(desk, incident) {
  const { state, context } = desk;
  const other = state.incident?.id !== incident.id;
  if (other) {
    clear(desk);
  }
  state.incident = incident;
  drawButtons(desk);
  if (other) {
    state.seen = incident;
    reopenDraft(desk, context.drafts.movesOf(incident.id));
  } else if (state.form && !state.busy && incident.version > state.seen.version) {
    showNews(desk, incident);
  } else if (!state.form) {
    state.seen = incident;
  }
}

function clear(desk) {
  closeForm(desk);
  desk.news.replaceChildren();
  desk.buttons.replaceChildren();
  Object.assign(desk.state, { incident: null, seen: null, drawn: '', ahead: [] });
}

function moves({ context, state }) {
  return inOrder(allowedMoves(context.codes.moves ?? [], state.incident, context.session));
}

function drawButtons(desk) {
  const { state, context, buttons } = desk;
  const allowed = moves(desk);
  const drawn = allowed.map((move) => move.action).join();
  if (drawn === state.drawn) {
    return;
  }
  state.drawn = drawn;
  const held = buttons.contains(document.activeElement);
  const first = forwardMove(allowed);
  const none = allowed.length === 0 ? el('p', { class: 'quiet' }, context.i18n.t('moves.none')) : null;
  fill(
    buttons,
    ...allowed.map((move) => moveButton(context.i18n, move, move === first, () => begin(desk, move.action))),
    none,
  );
  if (held) {
    (buttons.querySelector('button') ?? buttons.closest('[data-region]'))?.focus();
  }
}

/** Unsent text of this incident comes back with it, but does not take the focus. */
function reopenDraft(desk, actions) {
  const move = moves(desk).find((candidate) => actions.includes(candidate.action));
  if (move) {
    openForm(desk, move);
  }
}

function begin(desk, action, values) {
  const { state, context } = desk;
  const move = state.incident && moves(desk).find((candidate) => candidate.action === action);
  if (!move || state.busy) {
    return false;
  }
  if (values) {
    context.drafts.save(state.incident.id, action, values);
  }
  const needsNothing =
    moveFields({ ...formContext(desk, move), workers: async () => [], onChange: () => {} }, move).length === 0;
  if (needsNothing) {
    send(desk, move, {});
  } else {
    openForm(desk, move);
    state.form.focus();
  }
  return true;
}

function formContext(desk, move) {
  const { context, state } = desk;
  const { id } = state.incident;
  return {
    i18n: context.i18n,
    names: context.names,
    codes: context.codes,
    now: context.now,
    incident: state.incident,
    move,
    label: context.names.move(move.action),
    candidates: context.candidates,
    workers: () => context.workers(id),
    draft: {
      read: () => context.drafts.read(id, move.action),
      save: (values) => context.drafts.save(id, move.action, values),
      clear: () => context.drafts.clear(id, move.action),
    },
    onSubmit: (body) => send(desk, move, body),
    onCancel: () => leaveForm(desk),
  };
}

function openForm(desk, move) {
  closeForm(desk);
  desk.state.seen = desk.state.incident;
  desk.news.replaceChildren();
  desk.state.form = createMoveForm(formContext(desk, move));
  fill(desk.place, desk.state.form.element);
  for (const button of desk.buttons.children) {
    button.setAttribute?.('aria-expanded', String(button.dataset.action === move.action));
  }
}

function closeForm(desk) {
  desk.state.form?.destroy();
  desk.state.form = null;
  desk.place.replaceChildren();
  for (const button of desk.buttons.children) {
    button.removeAttribute('aria-expanded');
  }
}

function leaveForm(desk) {
  const { action } = desk.state.form;
  closeForm(desk);
  desk.news.replaceChildren();
  const button = [...desk.buttons.children].find((candidate) => candidate.dataset.action === action);
  (button ?? desk.buttons).focus();
  if (!button) {
    desk.context.onLeave();
  }
}

function send(desk, move, body) {
  desk.state.sent = sending(desk, move, body);
}

/** @returns {Promise<boolean>} whether it was done */
async function sending(desk, move, body) {
  const { state, context } = desk;
  const { id } = state.incident;
  const request = { action: move.action, version: state.seen.version, ...body };
  setBusy(desk, true);
  try {
    const answer = await context.act(id, request, state.keyOf([id, request]));
    context.drafts.clear(id, move.action);
    const incident = context.merge(answer);
    if (state.incident?.id === id) {
      closeForm(desk);
      desk.news.replaceChildren();
      state.seen = incident;
      show(desk, incident);
    }
    context.onMoved(incident, move.action);
    setBusy(desk, false);
    replay(desk);
    return true;
  } catch (problem) {
    state.ahead = [];
    setBusy(desk, false);
    failed(desk, move, problem, id);
    return false;
  }
}

function setBusy({ state, buttons }, busy) {
  state.busy = busy;
  state.form?.setBusy(busy);
  for (const button of buttons.children) {
    button.toggleAttribute('disabled', busy);
  }
}

function failed(desk, move, problem, id) {
  const { state, context } = desk;
  if (state.incident?.id !== id) {
    return;
  }
  if (problem.body.current) {
    const before = state.seen;
    const after = context.merge(problem.body.current);
    state.seen = before;
    show(desk, after);
    showNews(desk, after, before);
  }
  if (!state.form) {
    openForm(desk, move);
  }
  state.form.showProblem(problem);
}

/** The incident changed under the form: say what and by whom; what is sent next knows the new version. */
async function showNews(desk, after, before = desk.state.seen) {
  const { context, state, news } = desk;
  state.seen = after;
  const still = state.form && moves(desk).some((move) => move.action === state.form.action);
  const draw = (who) => {
    const view = conflictView({ ...context, before, after, who });
    const allowed = moves(desk)
      .map((move) => context.i18n.name(move))
      .join(context.i18n.t('list.comma'));
    fill(
      news,
      view,
      view &&
        !still &&
        el(
          'p',
          { class: 'notice' },
          allowed ? context.i18n.t('moves.notNow', { moves: allowed }) : context.i18n.t('moves.none'),
        ),
    );
  };
  draw(null);
  const who = await context.lastActor(after.id).catch(() => null);
  if (who && state.seen === after) {
    draw(who);
  }
}

function takeKey(desk, key) {
  const { state } = desk;
  if (!state.incident) {
    return false;
  }
  if (state.busy) {
    state.ahead = [...state.ahead, key].slice(-6);
    return true;
  }
  if (state.form && key === 'Enter') {
    submitWhenSettled(desk);
    return true;
  }
  if (state.form?.key(key)) {
    return true;
  }
  const move = moveByKey(moves(desk), key);
  return move ? begin(desk, move.action) : false;
}

async function submitWhenSettled(desk) {
  const { form } = desk.state;
  await form.settled();
  if (desk.state.form === form && !desk.state.busy) {
    form.submit();
  }
}

function replay(desk) {
  for (const key of desk.state.ahead.splice(0)) {
    takeKey(desk, key);
  }
}
