import { problemSentence } from '../console/words.js';
import { el, fill } from '../dom/el.js';
import { momentWords } from '../i18n/words.js';
import { createClipPlayer } from './clipPlayer.js';
import { dayWords, lengthWords, sizeWords, stateWords } from './clipWords.js';
import { createExportBox } from './exportBox.js';
import { createHoldBox } from './holdBox.js';

/**
 * Everything about one clip: the picture, the facts, what keeps it, what left the house.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, clip: import('../rooms/evidence.js').Clip, room: object,
 *   now: () => number, onChanged: (clip: object) => void}} context
 */
export function createClipPanel(context) {
  const element = el('div', { class: 'stack clip-panel' });
  const panel = { context, element, player: null, clip: context.clip };
  const changed = async () => {
    const clip = await context.room.get(panel.clip.id);
    context.onChanged(clip);
    show(clip);
  };
  const show = (clip) => {
    const same = panel.player !== null && panel.clip.state === clip.state && panel.clip.playable === clip.playable;
    panel.clip = clip;
    draw(panel, same, changed);
  };
  show(context.clip);
  return Object.freeze({ element, show, destroy: () => panel.player?.destroy() });
}

/** A picture that plays is not touched: taken out of the document it would stop. */
function draw(panel, samePlayer, changed) {
  const { context, clip, element } = panel;
  const { i18n } = context;
  const parts = { ...context, clip, changed };
  const rest = [facts(context, clip), acts(parts), createHoldBox(parts), createExportBox(parts)];
  if (samePlayer) {
    while (element.lastElementChild !== panel.player.element) element.lastElementChild.remove();
    element.append(...rest.filter(Boolean));
    return;
  }
  panel.player?.destroy();
  panel.player = createClipPlayer(parts);
  const title = el('h2', { tabindex: '-1' }, `${clip.cameraName} · ${clip.incidentNumber}`);
  fill(element, title, panel.player.element, ...rest);
  title.title = i18n.t('evidence.chosen');
}

function facts({ i18n, now }, clip) {
  const pairs = [
    ['state', stateWords(i18n, clip)],
    ['source', i18n.t(`clipSource.${clip.source}`)],
    ['begun', momentWords(i18n, Date.parse(clip.begunAt), now())],
    ['length', `${lengthWords(clip.durationSeconds)} · ${sizeWords(clip.bytes)}`],
    clip.missingPictures > 0 && ['missing', i18n.t('evidence.missingWords', { n: clip.missingPictures })],
    ['savedBy', clip.savedByName],
    ['retain', i18n.t('evidence.retainWords', days(clip))],
    clip.deletion && ['deleted', `${dayWords(clip.deletion.at)} · ${i18n.t(`ground.${clip.deletion.ground}`)}`],
    ['chain', i18n.t('evidence.chainWords', { n: clip.segments })],
  ].filter(Boolean);
  return el(
    'dl',
    { class: 'admin-facts' },
    ...pairs.flatMap(([key, value]) => [el('dt', {}, i18n.t(`evidence.${key}`)), el('dd', {}, value)]),
    el('dt', {}, i18n.t('evidence.head')),
    el('dd', { class: 'mono' }, clip.chainHead),
  );
}

function days({ retainUntil, deleteAtLatest }) {
  return { from: dayWords(retainUntil), latest: dayWords(deleteAtLatest) };
}

function acts({ i18n, clip, room, changed }) {
  const words = el('p', { class: 'caption', role: 'status' });
  const act = (key, run) => {
    const button = el('button', { class: 'button', type: 'button' }, i18n.t(`evidence.${key}`));
    button.addEventListener('click', async () => {
      button.disabled = true;
      words.textContent = i18n.t('evidence.working');
      try {
        words.textContent = (await run()) ?? '';
      } catch (problem) {
        words.textContent = problemSentence(i18n, problem, i18n.t(`evidence.${key}`));
      }
      button.disabled = false;
    });
    return button;
  };
  const verify = act('verify', async () => verdictWords(i18n, await room.verify(clip.id)));
  const stop = act('stop', async () => {
    await room.stop(clip.id);
    await changed();
  });
  const card = el('a', { class: 'button', href: `/?sel=i:${clip.incidentId}` }, i18n.t('evidence.card'));
  const recording = `/evidence?incidentId=${clip.incidentId}&recording=${encodeURIComponent(clip.cameraId)}`;
  const device = el('a', { class: 'button', href: recording }, i18n.t('recording.look'));
  return el(
    'div',
    { class: 'stack' },
    el('div', { class: 'evidence-acts' }, clip.state === 'SAVED' && verify, clip.state === 'RECORDING' && stop, card, device),
    words,
  );
}

function verdictWords(i18n, verdict) {
  if (verdict.intact) return i18n.t('evidence.intact', { n: verdict.segments });
  return i18n.t('evidence.broken', { n: verdict.firstBroken, problem: i18n.t(`chainProblem.${verdict.problem}`) });
}
