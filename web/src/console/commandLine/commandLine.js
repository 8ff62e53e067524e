import { disposer } from '../../dom/disposer.js';
import { el, fill } from '../../dom/el.js';
import { shortNumber } from '../../state/incidents.js';
import { completions, readLine } from '../../state/commandLine.js';
import { lineWords } from './lineWords.js';

/** Lines of the shift that come back with the arrow keys. */
const KEPT = 50;
const HISTORY = Object.freeze(['commands', 'lines']);

/**
 * The command line at the foot of the console. What it does goes the way of the card; a line that failed stays, with the
 * caret where it is wrong.
 *
 * @param {{i18n: object, names: object, now: () => number, drafts: object, announcer: object, known: () => object,
 *   carryOut: (act: object) => Promise<boolean>}} context
 */
export function createCommandLine(context) {
  const { i18n, drafts } = context;
  const undo = disposer();
  const input = el('input', {
    class: 'command-input mono',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-label': i18n.t('command.label'),
    'aria-describedby': 'command-says',
  });
  const says = el('p', { class: 'command-says', id: 'command-says' });
  const options = el('ul', { class: 'command-options', 'aria-label': i18n.t('command.options') });
  const close = el('button', { class: 'button plain', type: 'button' }, i18n.t('close'));
  const element = el(
    'form',
    { class: 'command panel', data: { region: 'command' }, 'aria-label': i18n.t('command.label'), hidden: true },
    options,
    el('span', { class: 'command-mark mono', 'aria-hidden': 'true' }, ':'),
    input,
    says,
    close,
  );
  const state = { history: drafts.read(...HISTORY) ?? [], back: 0, from: null, busy: false };
  const pane = { context, words: lineWords(context), state, element, input, says, options };
  undo.listen(element, 'submit', (event) => {
    event.preventDefault();
    enter(pane);
  });
  undo.listen(input, 'input', () => draw(pane));
  undo.listen(input, 'keydown', (event) => takeKey(pane, event));
  undo.listen(close, 'click', () => leave(pane));
  return Object.freeze({ element, open: () => open(pane), destroy: undo.destroy });
}

function open(pane) {
  const { element, input, state } = pane;
  if (element.hidden) {
    state.from = document.activeElement;
    element.hidden = false;
  }
  draw(pane);
  input.focus();
}

function leave({ element, state, input }) {
  // a hidden field that still has the focus would swallow the next single key
  input.blur();
  element.hidden = true;
  if (state.from?.isConnected) {
    state.from.focus();
  }
}

function takeKey(pane, event) {
  const keys = {
    Escape: () => leave(pane),
    ArrowUp: () => recall(pane, 1),
    ArrowDown: () => recall(pane, -1),
    Tab: () => complete(pane),
  };
  const typing = event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey;
  if (typing || !keys[event.key] || keys[event.key]() === false) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** The lines of the shift, newest first; below them is the line that was begun. */
function recall(pane, by) {
  const { state, input } = pane;
  if (state.back === 0) {
    state.begun = input.value;
  }
  state.back = Math.min(Math.max(0, state.back + by), state.history.length);
  write(pane, state.back === 0 ? state.begun : state.history[state.history.length - state.back]);
}

function write(pane, line, caret = line.length) {
  pane.input.value = line;
  pane.input.setSelectionRange(caret, caret);
  draw(pane);
}

/** An empty line lets Tab go on to the next thing, so that nobody is caught here. */
function complete(pane) {
  const { input, context } = pane;
  const caret = input.selectionStart;
  if (input.value.trim() === '') {
    return false;
  }
  const { from, options } = completions(input.value.slice(0, caret), context.known());
  if (options.length === 0) {
    return true;
  }
  const begun = options.length === 1 ? `${options[0].text} ` : common(options.map((option) => option.text));
  const typed = input.value.slice(from, caret);
  const text = begun.length >= typed.length ? begun : typed;
  const rest = input.value.slice(caret).replace(/^\s+/, '');
  write(pane, input.value.slice(0, from) + text + rest, from + text.length);
  if (options.length > 1) {
    list(pane, options);
  }
  return true;
}

function common(texts) {
  let length = 0;
  while (texts.every((text) => length < text.length && text[length] === texts[0][length])) {
    length++;
  }
  return texts[0].slice(0, length);
}

function draw(pane) {
  const { input, says, words, context } = pane;
  const { act, fault } = readLine(input.value, context.known());
  fill(says, act ? words.act(act) : fault ? words.fault(fault) : context.i18n.t('command.hint'));
  list(pane, (fault?.candidates ?? []).map((of) => ({ text: textOf(of), of })));
}

function textOf(of) {
  return of.names?.[1] ?? (of.number ? shortNumber(of) : null) ?? of.workerId ?? of.id ?? of.name;
}

function list({ options: element, words }, options) {
  const items = options.map(({ text, of }) =>
    el('li', {}, el('span', { class: 'mono' }, text), ' ', el('span', { class: 'quiet' }, words.thing(of))),
  );
  fill(element, ...items);
  element.hidden = items.length === 0;
}

async function enter(pane) {
  const { context, input, state, words, says } = pane;
  const line = input.value.trim();
  if (state.busy || line === '') {
    return;
  }
  const { act, fault } = readLine(input.value, context.known());
  if (fault) {
    input.setSelectionRange(fault.at, fault.at);
    context.announcer.polite(words.fault(fault));
    return;
  }
  state.busy = true;
  fill(says, context.i18n.t('form.working'));
  const done = await context.carryOut(act).finally(() => (state.busy = false));
  if (done) {
    remember(pane, line);
    write(pane, '');
  } else {
    draw(pane);
    fill(says, context.i18n.t('command.notDone'));
    context.announcer.polite(context.i18n.t('command.notDone'));
  }
  if (act.kind !== 'form') {
    input.focus();
  }
}

function remember({ state, context }, line) {
  state.history = [...state.history.filter((other) => other !== line), line].slice(-KEPT);
  state.back = 0;
  context.drafts.save(...HISTORY, state.history);
}
