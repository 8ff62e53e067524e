import { problemSentence } from '../console/words.js';
import { el, fill } from '../dom/el.js';
import { textField } from '../forms/fields.js';
import { createStepForm } from '../forms/stepForm.js';
import { mayManage } from '../state/cameraAdminUrl.js';

/**
 * How long clips of one camera are kept at most without a hold; saved by itself, beside the form of the camera.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, session: object, id: string,
 *   room: ReturnType<typeof import('../rooms/cameraAdmin.js').createCameraAdminRoom>}} context
 * @returns {HTMLElement} filled once the server has answered
 */
export function createCeilingBox(context) {
  const host = el('section', { class: 'stack admin-group admin-ceiling' });
  read(context, host);
  return host;
}

async function read(context, host) {
  const { i18n, room, id, session } = context;
  try {
    const ceiling = await room.ceiling(id);
    fill(host, el('h3', {}, i18n.t('camAdmin.ceiling.title')), mayManage(session) ? form(context, ceiling) : facts(i18n, ceiling));
  } catch (problem) {
    fill(host, el('p', { class: 'quiet' }, problemSentence(i18n, problem, i18n.t('camAdmin.ceiling.title'))));
  }
}

function facts(i18n, { days, common }) {
  const words = days === null ? i18n.t('camAdmin.ceiling.common', { common }) : i18n.t('camAdmin.ceiling.own', { days });
  return el('p', {}, words);
}

function form({ i18n, room, id }, { days, common, least, most }) {
  const field = textField({
    name: 'days',
    label: i18n.t('camAdmin.ceiling.days'),
    hint: i18n.t('camAdmin.ceiling.hint', { common, least, most }),
    type: 'number',
    value: days === null ? '' : String(days),
  });
  const check = ({ days: text }) => {
    const number = Number(text);
    const good = text === '' || (Number.isInteger(number) && number >= least && number <= most);
    return good ? {} : { days: i18n.t('camAdmin.numberFault', { least, most }) };
  };
  const run = async ({ days: text }) => {
    await room.setCeiling(id, text === '' ? null : Number(text));
    return text === '' ? i18n.t('camAdmin.ceiling.common', { common }) : i18n.t('camAdmin.ceiling.own', { days: Number(text) });
  };
  return createStepForm({ i18n, fields: [field], acts: [{ label: i18n.t('camAdmin.ceiling.save'), check, run }] }).element;
}
