import { el } from '../dom/el.js';
import { textField } from '../forms/fields.js';
import { createStepForm } from '../forms/stepForm.js';
import { filingFaults, filingRequest, filingValues } from '../state/filings.js';

/**
 * What was filed of one camera, and the form that records a filing.
 *
 * @param {{i18n: import('../i18n/i18n.js').I18n, room: object, filing: object, today: string, may: boolean, said: string,
 *   saved: (said: string) => Promise<void>}} context may: record one
 * @returns {HTMLElement}
 */
export function createFilingPanel(context) {
  const { i18n, filing, may, said } = context;
  const facts = [
    'firstUsedOn',
    'dueOn',
    'changedOn',
    'filedOn',
    'filingNumber',
    'policeOffice',
    'storageDays',
    'deviceType',
  ];
  const known = facts.filter((name) => filing[name] !== null && filing[name] !== undefined);
  const rows = known.flatMap(
    (name) => [el('dt', {}, i18n.t(`camAdmin.filing.field.${name}`)), el('dd', {}, String(filing[name]))],
  );
  return el(
    'div',
    { class: 'stack' },
    el('h2', { tabindex: '-1' }, filing.name || filing.cameraId),
    el('p', { class: 'quiet mono' }, filing.cameraId),
    el('p', {}, i18n.t(`camAdmin.filing.why.${filing.state}`)),
    rows.length > 0 && el('dl', { class: 'admin-facts' }, ...rows),
    said && el('p', { class: 'notice', role: 'status' }, said),
    may ? filingForm(context) : el('p', { class: 'quiet' }, i18n.t('camAdmin.filing.managerOnly')),
  );
}

function filingForm({ i18n, room, filing, today, saved }) {
  const start = filingValues(filing, today);
  const seen = { version: filing.version };
  const label = (name) => i18n.t(`camAdmin.filing.field.${name}`);
  const field = (name, more) => textField({ name, label: label(name), value: start[name], ...more });
  const fields = [
    field('filedOn', { type: 'date' }),
    field('filingNumber'),
    field('policeOffice'),
    field('storageDays', { type: 'number', hint: i18n.t('camAdmin.filing.storageHint') }),
    field('deviceType', { hint: i18n.t('camAdmin.filing.typeHint') }),
  ];
  const words = ({ key, params }) => i18n.t(key, params);
  const check = (values) =>
    Object.fromEntries(Object.entries(filingFaults(values, today)).map(([name, fault]) => [name, words(fault)]));
  const run = async (values) => {
    await room.file(filing.cameraId, filingRequest(values, seen));
    const said = i18n.t('camAdmin.filing.saved', { number: values.filingNumber });
    await saved(said);
    return said;
  };
  const record = { label: i18n.t('camAdmin.filing.record'), primary: true, check, run };
  const explain = (problem) => conflict({ i18n, problem, seen, saved, form: () => form.element });
  const form = createStepForm({ i18n, fields, acts: [{ ...record, explain }] });
  return form.element;
}

/** Somebody else has recorded one: theirs can be looked at, or this one saved over it. */
function conflict({ i18n, problem, seen, saved, form }) {
  if (problem.code !== 'filing.stale-version' || !problem.body.current) return null;
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  const mine = () => {
    seen.version = problem.body.current.version;
    form().requestSubmit();
  };
  const theirs = () => saved(i18n.t('camAdmin.tookCurrent'));
  return el('div', { class: 'acts' }, button('camAdmin.filing.mine', mine), button('camAdmin.conflict.take', theirs));
}
