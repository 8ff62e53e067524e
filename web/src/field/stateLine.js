import { disposer } from '../dom/disposer.js';
import { el, fill } from '../dom/el.js';
import { countsOf } from '../state/outbox.js';

/**
 * One line that is always there: whether there is a network, how much waits, whether the session is over.
 *
 * @param {{i18n: object, outbox: object, over: boolean, keptOffline: Promise<boolean>, on: object}} desk
 */
export function createStateLine(desk) {
  const { i18n, outbox, on } = desk;
  const undo = disposer();
  const words = el('p', { class: 'field-state-words' });
  const signIn = el('button', { class: 'button primary', type: 'button', hidden: true, on: { click: on.signIn } });
  const go = el('button', { class: 'button', type: 'button', hidden: true, on: { click: () => outbox.wake(true) } });
  signIn.append(i18n.t('session.signIn'));
  go.append(i18n.t('field.sendNow'));
  const element = el('div', { class: 'field-state', role: 'status' }, words, signIn, go);
  const state = { kept: true };
  const draw = () => {
    const counts = countsOf(outbox.entries.get());
    const over = outbox.phase.get() === 'SIGN_IN' || (desk.over && outbox.phase.get() !== 'SENDING');
    const cut = !navigator.onLine || outbox.phase.get() === 'CUT';
    const sentence = stateSentence(i18n, { over, cut, counts, kept: state.kept });
    if (words.textContent !== sentence) fill(words, sentence);
    element.dataset.state = over ? 'over' : cut ? 'cut' : 'online';
    signIn.hidden = !over || !navigator.onLine;
    go.hidden = over || counts.all === counts.parked || !navigator.onLine;
  };
  undo.add(outbox.entries.on(draw), outbox.phase.on(draw));
  undo.listen(window, 'online', draw);
  undo.listen(window, 'offline', draw);
  desk.keptOffline.then((kept) => {
    state.kept = kept;
    draw();
  });
  draw();
  return Object.freeze({ element, destroy: undo.destroy });
}

function stateSentence(i18n, { over, cut, counts, kept }) {
  const waiting = { n: counts.all - counts.parked, reports: counts.reports };
  if (over) return i18n.t('field.state.over', waiting);
  if (cut) return i18n.t(counts.reports > 0 ? 'field.state.cutReports' : 'field.state.cut', waiting);
  if (counts.parked > 0) return i18n.t('field.state.parked', { n: counts.parked });
  if (counts.all > 0) return i18n.t('field.state.sending', waiting);
  return i18n.t(kept ? 'field.state.online' : 'field.state.onlineOnly');
}
