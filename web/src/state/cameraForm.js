import { lngLatOf, lngLatText } from './lngLatText.js';

/** Fields of the form of a camera and what the server knows of them; everything typed stays text until it is sent. */
const FORBIDDEN = Object.freeze(['GUEST_ROOM', 'DORMITORY', 'TOILET', 'BATHROOM', 'CHANGING_ROOM', 'NURSING_ROOM']);
const ALLOWED = Object.freeze(['PUBLIC_PLACE', 'ROAD', 'ENTRANCE', 'HIGH_POINT', 'NEAR_SENSITIVE']);
const NUMBERS = Object.freeze({ heading: [-360, 360], fieldOfView: [1, 360], rangeMetres: [1, 50_000] });
/** What is shown of a version that somebody else has saved. */
const COMPARED = Object.freeze([
  'name',
  'kind',
  'placeType',
  'location',
  'heading',
  'fieldOfView',
  'rangeMetres',
  'transport',
  'datum',
]);

/** Goes in and never comes out; empty stays as it is. */
const SEALED = Object.freeze(['streamUrl', 'subStreamUrl', 'username', 'password']);

/** Every sort of place, the forbidden ones last: who looks for one of them is told why there is none. */
export const PLACE_TYPES = Object.freeze([...ALLOWED, ...FORBIDDEN]);

/** What a new camera starts from. */
export const NEW_CAMERA = Object.freeze({
  id: '',
  name: '',
  source: 'rtsp',
  kind: 'FIXED',
  placeType: 'PUBLIC_PLACE',
  location: '',
  crs: 'WGS84',
  heading: '0',
  fieldOfView: '90',
  rangeMetres: '100',
  transport: 'TCP_PASSIVE',
  datum: 'WGS84',
  streamUrl: '',
  subStreamUrl: '',
  username: '',
  password: '',
  forget: [],
});

/** @param {string} placeType @returns {boolean} whether article 8 of Decree 799 forbids cameras there */
export function isForbidden(placeType) {
  return FORBIDDEN.includes(placeType);
}

/** @param {object} feature `GET /api/cameras/{id}/details`, or `current` of a conflict @returns {Record<string, any>} values of the form */
export function formValues({ id, geometry, properties }) {
  const [lng, lat] = geometry?.coordinates ?? [];
  const { name, source, kind, placeType, heading, fieldOfView, rangeMetres, transport, datum } = properties;
  const location = geometry ? lngLatText({ lng, lat }) : '';
  const [angle, width, range] = [heading, fieldOfView, rangeMetres].map(plain);
  const look = { heading: angle, fieldOfView: width, rangeMetres: range };
  return { ...NEW_CAMERA, id, name, source, kind, placeType, location, ...look, transport, datum };
}

/**
 * @param {Record<string, any>} values
 * @param {{fresh: boolean}} how fresh: a camera that is not entered yet
 * @returns {Record<string, {key: string, params?: object}>} by field, the sentence that says what is wrong
 */
export function formFaults(values, { fresh }) {
  const faults = {};
  if (!values.name) faults.name = { key: 'camAdmin.needed' };
  if (isForbidden(values.placeType)) faults.placeType = { key: 'camAdmin.forbidden' };
  if (values.location === '' ? fresh : !coordinates(values)) faults.location = { key: 'camAdmin.locationFault' };
  for (const [name, [least, most]] of Object.entries(NUMBERS)) {
    const number = Number(values[name]);
    if (values[name] === '' || !(number >= least && number <= most)) {
      faults[name] = { key: 'camAdmin.numberFault', params: { least, most } };
    }
  }
  return fresh ? { ...faults, ...freshFaults(values) } : faults;
}

function freshFaults({ id, source, streamUrl }) {
  if (source === 'gb28181') return /^\d{20}$/.test(id) ? {} : { id: { key: 'camAdmin.gbIdFault' } };
  return {
    ...(id === '' || /^[A-Za-z0-9_-]{1,64}$/.test(id) ? {} : { id: { key: 'camAdmin.idFault' } }),
    ...(streamUrl ? {} : { streamUrl: { key: 'camAdmin.needed' } }),
  };
}

/** A system other than degrees has its own numbers: east, then north. */
function coordinates({ location, crs }) {
  const degrees = lngLatOf(location);
  if (degrees) return [degrees.lng, degrees.lat];
  const metres = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(location);
  return metres && /^EPSG:/.test(crs) ? [Number(metres[1]), Number(metres[2])] : null;
}

/**
 * @param {Record<string, any>} values
 * @param {Record<string, any>} before what the form started from; only what differs is sent
 * @returns {object} body of POST or PATCH
 */
export function cameraRequest(values, before) {
  const differs = (name) => values[name] !== before[name];
  const body = {};
  for (const name of ['name', 'kind', 'placeType', 'transport', 'datum']) if (differs(name)) body[name] = values[name];
  for (const name of Object.keys(NUMBERS)) if (differs(name)) body[name] = Number(values[name]);
  if (values.location !== '' && (differs('location') || differs('crs'))) {
    body.location = { type: 'Point', coordinates: coordinates(values), crs: values.crs };
  }
  if (values.forget.includes('login')) Object.assign(body, { username: '', password: '' });
  if (values.forget.includes('sub')) body.subStreamUrl = '';
  for (const name of SEALED) if (values[name] !== '') body[name] = values[name];
  return body;
}

/** @param {Record<string, any>} values @returns {object} body of POST: all that was entered */
export function newCameraRequest(values) {
  const { name, kind, placeType, transport, source } = values;
  const numbers = Object.fromEntries(Object.keys(NUMBERS).map((key) => [key, Number(values[key])]));
  const id = values.id === '' ? {} : { id: values.id };
  return {
    ...cameraRequest(values, { ...NEW_CAMERA, location: '' }),
    ...id,
    name,
    kind,
    placeType,
    transport,
    source,
    ...numbers,
  };
}

/**
 * @param {Record<string, any>} values as typed here
 * @param {object} current the camera as somebody else has just saved it
 * @returns {{field: string, now: string, yours: string}[]} what is different
 */
export function conflictRows(values, current) {
  const now = formValues(current);
  return COMPARED.filter((field) => values[field] !== now[field]).map((field) => ({
    field,
    now: now[field],
    yours: values[field],
  }));
}

/** @param {Record<string, any>} values @returns {object|null} the camera for a sector on the map; null while it cannot be drawn */
export function coneOf(values) {
  const at = lngLatOf(values.location);
  const [heading, fieldOfView, rangeMetres] = Object.keys(NUMBERS).map((name) => Number(values[name]));
  const good = at && fieldOfView > 0 && fieldOfView <= 360 && rangeMetres > 0 && rangeMetres <= 50_000;
  const known = good && values.crs === 'WGS84' && Number.isFinite(heading);
  return known ? { ...at, heading, fieldOfView, rangeMetres } : null;
}

function plain(number) {
  return String(Math.round(number * 100) / 100);
}
