import { checksField, selectField, textField } from '../forms/fields.js';
import { PLACE_TYPES } from '../state/cameraForm.js';

const SYSTEMS = Object.freeze(['WGS84', 'GCJ02', 'BD09']);
const TRANSPORTS = Object.freeze(['TCP_PASSIVE', 'TCP_ACTIVE', 'UDP']);

/**
 * @param {{i18n: import('../i18n/i18n.js').I18n, fresh: boolean, stream: boolean, source: string}} context
 *   stream: an address is kept already
 * @returns {import('../forms/fields.js').Field[]} of a camera; source and id are asked of a new one only
 */
export function cameraFields({ i18n, fresh, stream, source }) {
  const label = (name) => i18n.t(`camAdmin.field.${name}`);
  const hint = (name) => i18n.t(`camAdmin.hint.${name}`);
  const options = (keys, of) => keys.map((key) => [key, i18n.t(`camAdmin.${of}.${key}`)]);
  const choice = (name, keys, of, more) => selectField({
    name,
    label: label(name),
    options: options(keys, of),
    ...more,
  });
  const number = (name) => textField({ name, label: label(name), type: 'number' });
  const kept = stream ? hint('kept') : undefined;
  const own = [
    choice('source', ['rtsp', 'gb28181'], 'source', { value: source }),
    textField({ name: 'id', label: label('id'), hint: hint('id') }),
  ];
  return [
    ...(fresh ? own : []),
    textField({ name: 'name', label: label('name') }),
    choice('kind', ['FIXED', 'PTZ'], 'kind'),
    choice('placeType', PLACE_TYPES, 'placeType'),
    textField({ name: 'location', label: label('location'), hint: hint('location') }),
    choice('crs', SYSTEMS, 'crs'),
    number('heading'),
    number('fieldOfView'),
    number('rangeMetres'),
    choice('datum', ['WGS84', 'GCJ02'], 'crs', { hint: hint('datum') }),
    textField({ name: 'streamUrl', label: label('streamUrl'), hint: stream ? hint('keptUrl') : hint('streamUrl') }),
    textField({
      name: 'subStreamUrl',
      label: label('subStreamUrl'),
      hint: stream ? hint('keptSub') : hint('subStreamUrl'),
    }),
    textField({ name: 'username', label: label('username'), hint: kept }),
    textField({
      name: 'password',
      label: label('password'),
      hint: kept,
      type: 'password',
      autocomplete: 'new-password',
    }),
    checksField({
      name: 'forget',
      label: label('forget'),
      options: stream ? ['login', 'sub'].map((what) => [what, i18n.t(`camAdmin.forget.${what}`)]) : [],
    }),
    choice('transport', TRANSPORTS, 'transport', { hint: hint('transport') }),
  ];
}
