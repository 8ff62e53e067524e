import { el } from '../dom/el.js';
import { areaField, checksField, selectField, textField } from '../forms/fields.js';
import { createStepForm } from '../forms/stepForm.js';
import { NEW_UPPER, upperConflicts, upperFaults, upperRequest, upperValues } from '../state/uppers.js';
import { whyNot } from './listFrame.js';

/**
 * Enters an upper platform, changes one or takes one out.
 *
 * @param {object} context of the panel: `upper` (null: a new one), `room`, `done`
 */
export function createUpperForm(context) {
  const { i18n, upper } = context;
  const fresh = upper === null;
  const form = { context, fresh, version: upper?.version, before: fresh ? NEW_UPPER : upperValues(upper) };
  form.fields = upperFields(i18n, fresh);
  for (const field of form.fields) field.set(form.before[field.name]);
  const words = ({ key, params }) => i18n.t(key, params);
  const check = (values) =>
    Object.fromEntries(Object.entries(upperFaults(values, { fresh })).map(([name, fault]) => [name, words(fault)]));
  const save = {
    label: i18n.t(fresh ? 'upper.enter' : 'camAdmin.save'),
    primary: true,
    check,
    run: (values) => put(form, values),
    explain: (problem) => conflict(form, problem),
  };
  const remove = { label: i18n.t('upper.remove'), run: () => asked(form) };
  const acts = fresh ? [save] : [save, remove];
  form.form = createStepForm({ i18n, fields: form.fields, acts, layout: (parts) => layout(i18n, parts) });
  return Object.freeze({ element: form.form.element, destroy() {} });
}

function upperFields(i18n, fresh) {
  const label = (name) => i18n.t(`upper.field.${name}`);
  const hint = (name) => i18n.t(`upper.hint.${name}`);
  const text = (name, more) => textField({ name, label: label(name), ...more });
  const choice = (name, keys) => selectField({ name, label: label(name), options: keys.map((key) => [key, key]) });
  return [
    ...(fresh ? [text('id', { hint: hint('id') })] : []),
    text('name'),
    text('address'),
    text('port', { type: 'number' }),
    text('domain', { hint: hint('domain') }),
    text('user', { hint: hint('user') }),
    text('password', {
      hint: fresh ? hint('password') : i18n.t('camAdmin.hint.kept'),
      type: 'password',
      autocomplete: 'new-password',
    }),
    choice('edition', ['2016', '2022']),
    choice('transport', ['UDP', 'TCP']),
    choice('charset', ['GB18030', 'UTF-8']),
    areaField({ name: 'reason', label: label('reason'), hint: hint('reason') }),
    checksField({ name: 'enabled', label: label('enabled'), options: [['on', i18n.t('upper.enabled')]] }),
  ];
}

function layout(i18n, parts) {
  const section = (key, ...what) => el(
    'fieldset',
    { class: 'stack admin-group' },
    el('legend', {}, i18n.t(key)),
    ...what,
  );
  const pair = (...two) => el('div', { class: 'pair' }, ...two);
  return [
    section('upper.group.what', parts.id, parts.name, parts.reason, parts.enabled),
    section(
      'upper.group.way',
      pair(parts.address, parts.port),
      parts.domain,
      parts.user,
      parts.password,
      el('div', { class: 'triple' }, parts.edition, parts.transport, parts.charset),
    ),
  ];
}

async function put({ context, before, version }, values) {
  const { i18n, room, done } = context;
  const all = { ...before, ...values };
  const { id, name } = await room.putUpper(all.id, upperRequest(all, version));
  const said = i18n.t(version === undefined ? 'upper.entered' : 'camAdmin.saved', { name });
  await done(id, said);
  return said;
}

/** Nothing is taken out by one press alone. */
function asked(form) {
  const { i18n, room, upper, done } = form.context;
  const click = async (event) => {
    event.target.disabled = true;
    try {
      await room.removeUpper(upper.id);
      await done(null, i18n.t('upper.removed', { name: upper.name }));
    } catch (problem) {
      form.form.say(whyNot(i18n, problem));
    }
  };
  const yes = el('button', { class: 'button', type: 'button', on: { click } }, i18n.t('upper.removeNow'));
  return el('div', {}, el('p', {}, i18n.t('upper.removeWhy', { n: upper.cameras })), el('div', { class: 'acts' }, yes));
}

/** Somebody else has saved the same platform: what it is now, what was typed here, and which of both shall be. */
function conflict(form, problem) {
  const { i18n, done, upper } = form.context;
  const { current } = problem.body ?? {};
  if (problem.code !== 'cascade.stale-version' || !current) return null;
  const values = { ...form.before, ...form.form.values() };
  const button = (key, click) => el('button', { class: 'button', type: 'button', on: { click } }, i18n.t(key));
  const mine = () => {
    form.version = current.version;
    form.form.element.requestSubmit();
  };
  const theirs = () => done(upper?.id ?? current.id, i18n.t('camAdmin.tookCurrent'));
  return el(
    'div',
    { class: 'stack admin-conflict' },
    conflictTable(i18n, upperConflicts(values, current)),
    el('div', { class: 'acts' }, button('camAdmin.conflict.mine', mine), button('camAdmin.conflict.take', theirs)),
  );
}

function conflictTable(i18n, rows) {
  if (rows.length === 0) return el('p', {}, i18n.t('camAdmin.conflict.same'));
  const head = ['what', 'theirs', 'yours'].map((key) => el('th', { scope: 'col' }, i18n.t(`camAdmin.conflict.${key}`)));
  const word = (field, text) => (field === 'enabled' ? i18n.t(text === 'on' ? 'upper.on' : 'upper.off') : text || '—');
  const line = ({ field, now, yours }) => el(
    'tr',
    {},
    el('th', { scope: 'row' }, i18n.t(`upper.field.${field}`)),
    el('td', {}, word(field, now)),
    el('td', {}, word(field, yours)),
  );
  return el(
    'table',
    { class: 'grid-table' },
    el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...rows.map(line)),
  );
}
