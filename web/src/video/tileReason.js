import { waitingFor } from '../state/pictures.js';

const ASK_AGAIN_MS = 2_000;

/**
 * Says why no picture comes, from the server's step log. What was told once stays over all tries until a picture comes; while
 * the server does not know yet, the step it waits for is told.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, diagnosis: () => Promise<object>, isVain: () => boolean,
 *   isLate: () => boolean, isSilent: () => boolean, say: (lines: object[]) => void, retry: () => HTMLElement}} tile
 */
export function createTileReason(tile) {
  const state = { failed: null, timer: 0 };
  return Object.freeze({
    tell: (end) => tell(tile, state, end),
    pushed: (failed) => pushed(tile, state, failed),
    forget: () => (state.failed = null),
    destroy: () => clearTimeout(state.timer),
  });
}

/** The server has said it before we asked. */
function pushed({ i18n, say, retry }, state, { step, advice }) {
  const head = step ? i18n.t('tile.failed', { step: i18n.t(`step.${step}`) }) : i18n.t('tile.none');
  state.failed = [head, i18n.name(advice)];
  say([...state.failed, retry()]);
}

async function tell(tile, state, end) {
  const { i18n, diagnosis, isVain, isLate, isSilent, say, retry } = tile;
  clearTimeout(state.timer);
  const refused = end?.code === 'refused';
  const head = i18n.t(refused ? 'tile.refused' : 'tile.none');
  if (isSilent()) say((!refused && state.failed) || [head, end?.reason]);
  try {
    const { failedStep, steps, advice } = await diagnosis();
    if (!isVain()) return;
    const step = failedStep ?? (isLate() ? waitingFor(steps) : null);
    if (step && (failedStep || !state.failed)) {
      state.failed = [i18n.t('tile.failed', { step: i18n.t(`step.${step}`) }), i18n.name(advice)];
    }
    const told = (step || !refused) && state.failed;
    say([...(told || [head, i18n.name(advice)]), retry()]);
    if (!failedStep && !refused) state.timer = setTimeout(() => isVain() && tell(tile, state, end), ASK_AGAIN_MS);
  } catch {
    if (isVain()) say([head, end?.reason, retry()]);
  }
}
