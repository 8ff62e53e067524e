/**
 * A move whose values are all known already goes the way of the card: its form is filled, then sent, so that faults,
 * conflicts and the undo note are those of the card.
 *
 * @param {{form: object | null, sent: Promise<boolean> | null}} state of moveDesk.js
 * @param {() => boolean} begin opens the form with the values, or sends at once what has no form
 * @returns {Promise<boolean>} whether the server took it
 */
export async function carryOut(state, begin) {
  state.sent = null;
  if (!begin()) {
    return false;
  }
  const { form } = state;
  await form?.settled();
  if (form && state.form === form) {
    form.submit();
  }
  return (await state.sent) ?? false;
}
