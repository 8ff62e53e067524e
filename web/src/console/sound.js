/** Notes of design.md section 5: frequency, start and length in seconds, loudness 0..1. */
const TUNES = Object.freeze({
  1: [
    [880, 0, 0.12, 1],
    [660, 0.14, 0.12, 1],
    [880, 0.28, 0.12, 1],
  ],
  2: [
    [660, 0, 0.14, 0.8],
    [660, 0.22, 0.14, 0.8],
  ],
  3: [[440, 0, 0.18, 0.4]],
});

/** Nobody can turn the alarm down to nothing; silence is a decision with a reason. */
export const LOWEST_VOLUME = 0.2;

/**
 * Alarm sounds from oscillators: no files, no licence, never two at once.
 *
 * @param {{AudioContext: typeof AudioContext | undefined}} outside
 */
export function createSound(outside) {
  const state = { audio: null, volume: 0.6, playing: [] };
  return Object.freeze({
    /** Browsers allow sound only after a touch or key; call this from one. */
    async allow() {
      if (!outside.AudioContext) {
        return false;
      }
      state.audio ??= new outside.AudioContext();
      await state.audio.resume();
      return state.audio.state === 'running';
    },
    isAllowed: () => state.audio?.state === 'running',
    setVolume: (volume) => (state.volume = Math.min(1, Math.max(LOWEST_VOLUME, volume))),
    volume: () => state.volume,
    play: (priority) => state.audio?.state === 'running' && play(state, TUNES[priority]),
    destroy() {
      stop(state);
      state.audio?.close();
      state.audio = null;
    },
  });
}

function play(state, tune) {
  stop(state);
  const start = state.audio.currentTime + 0.02;
  state.playing = tune.map(([frequency, from, length, loudness]) => {
    const tone = state.audio.createOscillator();
    const gain = state.audio.createGain();
    const at = start + from;
    tone.frequency.value = frequency;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loudness * state.volume * 0.5, at + 0.01);
    gain.gain.setValueAtTime(loudness * state.volume * 0.5, at + length - 0.02);
    gain.gain.linearRampToValueAtTime(0, at + length);
    tone.connect(gain).connect(state.audio.destination);
    tone.start(at);
    tone.stop(at + length + 0.01);
    return tone;
  });
}

function stop(state) {
  for (const tone of state.playing.splice(0)) {
    tone.disconnect();
  }
}
