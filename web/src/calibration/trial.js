const PAUSE_MS = 120;

/**
 * Asks the server what the pairs would give, a moment after the last change; only the answer to the newest question
 * counts.
 *
 * @param {{run: (body: object) => Promise<object>, onAnswer: (answer: object | null) => void}} context
 */
export function createTrial({ run, onAnswer }) {
  let [asked, timer] = [0, 0];
  const cancel = () => {
    asked++;
    clearTimeout(timer);
  };
  return Object.freeze({
    ask(body) {
      cancel();
      const mine = asked;
      timer = setTimeout(async () => {
        const answer = await run(body).catch(() => null);
        if (mine === asked) onAnswer(answer);
      }, PAUSE_MS);
    },
    cancel,
    destroy: cancel,
  });
}
