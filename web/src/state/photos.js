/** @typedef {{photoId: string, step: 'REPORT' | 'HANDLE' | 'VERIFY', receivedAt: string}} Photo */

const ACTION = Object.freeze({ REPORT: 'report', HANDLE: 'handle', VERIFY: 'verify' });

/**
 * Which photos belong to which step: the last of its kind before they came, or the first one after, since a photo may come
 * before what it shows is told.
 *
 * @param {{step: number, action: string, at: string}[]} steps in their order
 * @param {Photo[]} photos
 * @returns {Map<number, Photo[]>} by number of the step
 */
export function photosByStep(steps, photos) {
  const byStep = new Map();
  for (const photo of photos) {
    const fitting = steps.filter((step) => step.action === ACTION[photo.step]);
    const came = Date.parse(photo.receivedAt);
    const step = fitting.filter(({ at }) => Date.parse(at) <= came).pop() ?? fitting[0];
    if (step) {
      byStep.set(step.step, [...(byStep.get(step.step) ?? []), photo]);
    }
  }
  return byStep;
}
