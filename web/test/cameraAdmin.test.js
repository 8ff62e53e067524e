import { equal, ok, test } from './check.js';
import { mayManage, readAdmin, tabsOf, writeAdmin } from '../src/state/cameraAdminUrl.js';
import {
  NEW_CAMERA,
  cameraRequest,
  coneOf,
  conflictRows,
  formFaults,
  formValues,
  newCameraRequest,
} from '../src/state/cameraForm.js';
import { cameraRows, filterCounts, shownCameras } from '../src/state/cameraRegister.js';
import { filingCounts, filingFaults, filingRequest, filingValues, shownFilings } from '../src/state/filings.js';
import { percentWords, rateState, sortedFaults } from '../src/state/healthFigures.js';
import * as masks from '../src/state/maskShapes.js';
import { mayLookAfter } from '../src/state/watchers.js';

const MANAGER = { roles: ['VIDEO_MANAGER'] };

test('gives everybody the tabs of their rights', () => {
  equal(tabsOf(MANAGER), ['cameras', 'health', 'filings', 'devices']);
  equal(tabsOf({ roles: ['SUPERVISOR', 'VERIFIER'] }), ['cameras', 'health', 'filings']);
  equal(tabsOf({ roles: ['AUDIT_ADMIN'] }), ['filings']);
  equal(tabsOf({ roles: ['DISPATCHER'] }), ['health']);
  equal(tabsOf({ roles: ['GRID_WORKER'] }), []);
  const whole = { ...MANAGER, scope: '990001101' };
  equal(tabsOf(whole, { code: '990001101' }), ['cameras', 'health', 'filings', 'devices', 'uppers']);
  ok(!tabsOf({ ...whole, scope: '990001101201' }, { code: '990001101' }).includes('uppers'));
  ok(!tabsOf({ roles: ['LEADER'], scope: '990001101' }, { code: '990001101' }).includes('uppers'));
  ok(!tabsOf(whole, { code: '' }).includes('uppers'));
  ok(mayManage(MANAGER) && !mayManage({ roles: ['LEADER'] }));
  ok(mayLookAfter({ roles: ['LEADER'] }) && !mayLookAfter({ roles: ['DISPATCHER'] }));
});

test('keeps what is seen of the cameras in the address', () => {
  const tabs = tabsOf(MANAGER);
  const view = { tab: 'cameras', id: 'C01', part: 'masks', q: '村口 7', show: 'OFFLINE' };
  equal(readAdmin(writeAdmin(view), tabs), view);
  equal(writeAdmin({ tab: 'cameras', id: null, part: 'settings', q: '', show: null }), '');
  equal(readAdmin('?tab=devices&id=34020000001180000001', tabs).id, '34020000001180000001');
  equal(readAdmin('?tab=devices', ['filings']).tab, 'filings');
  equal(readAdmin('?tab=uppers&id=P1&part=shared', ['uppers']).part, 'shared');
  equal(readAdmin('?id=C01&part=shared', tabs).part, 'settings');
  equal(
    readAdmin('?id=<b>&part=masks&show=x', tabs),
    { tab: 'cameras', id: null, part: 'settings', q: '', show: null },
  );
});

const camera = (id, more, geometry = { coordinates: [117.91, 35.81] }) => ({
  id,
  geometry,
  properties: { name: id, gridCode: 'g1', status: 'ONLINE', masked: false, source: 'rtsp', ...more },
});

test('joins registry, faults and devices to one list', () => {
  const gridNames = new Map([['g1', '立春村第1网格']]);
  const features = [
    camera('b', { status: 'OFFLINE' }),
    camera('a', { masked: true, lastSeenAt: '2026-03-05T05:00:00Z' }),
    camera('c', { source: 'gb28181', status: 'NEVER_CONNECTED' }, null),
  ];
  const rows = cameraRows({
    features,
    gridNames,
    faults: [{ cameraId: 'b', fault: 'BLACK' }],
    devices: [{ lastSeen: '2026-03-05T06:00:00Z', channels: [{ cameraId: 'c' }] }],
  });
  equal(filterCounts(rows), { OFFLINE: 1, NEVER_CONNECTED: 1, FAULT: 1, MASKED: 1, UNPLACED: 1 });
  const ids = (wish) => shownCameras(rows, gridNames, { q: '', show: null, ...wish }).map((row) => row.id);
  equal(ids({}), ['a', 'b', 'c']);
  equal(ids({ show: 'FAULT' }), ['b']);
  equal(ids({ show: 'UNPLACED' }), ['c']);
  equal(ids({ q: '立春 a' }), ['a']);
  equal(rows.map((row) => row.lastSeen), [null, '2026-03-05T05:00:00Z', '2026-03-05T06:00:00Z']);
  equal([rows[0].fault, rows[1].fault], ['BLACK', null]);
});

const DETAILS = {
  id: 'C01',
  version: 3,
  geometry: { coordinates: [117.9012, 35.8034] },
  properties: {
    name: '村口',
    source: 'rtsp',
    kind: 'FIXED',
    placeType: 'ROAD',
    heading: 45,
    fieldOfView: 60,
    rangeMetres: 80,
    transport: 'TCP_PASSIVE',
    datum: 'WGS84',
  },
};

test('sends only what somebody has changed of a camera', () => {
  const before = formValues(DETAILS);
  equal(before.location, '117.901200, 35.803400');
  equal(cameraRequest(before, before), {});
  equal(cameraRequest({ ...before, heading: '90', password: 'x' }, before), { heading: 90, password: 'x' });
  equal(cameraRequest({ ...before, location: '117.9, 35.8', crs: 'GCJ02' }, before).location, {
    type: 'Point',
    coordinates: [117.9, 35.8],
    crs: 'GCJ02',
  });
  equal(cameraRequest({ ...before, forget: ['login'] }, before), { username: '', password: '' });
});

test('sends all of a new camera, an id only when one was given', () => {
  const values = { ...NEW_CAMERA, name: 'n', location: '117.9 35.8', streamUrl: 'rtsp://10.0.0.1/a' };
  const body = newCameraRequest(values);
  equal(
    [body.name, body.source, body.fieldOfView, body.streamUrl, 'id' in body],
    ['n', 'rtsp', 90, values.streamUrl, false],
  );
  equal(body.location.coordinates, [117.9, 35.8]);
  equal(newCameraRequest({ ...values, id: 'C9' }).id, 'C9');
});

test('names every fault of the form at its field', () => {
  equal(Object.keys(formFaults(NEW_CAMERA, { fresh: true })), ['name', 'location', 'streamUrl']);
  const before = formValues(DETAILS);
  equal(formFaults(before, { fresh: false }), {});
  const bad = { ...before, placeType: 'TOILET', fieldOfView: '0', rangeMetres: '', location: 'here' };
  equal(Object.keys(formFaults(bad, { fresh: false })), ['placeType', 'location', 'fieldOfView', 'rangeMetres']);
  equal(formFaults({ ...NEW_CAMERA, source: 'gb28181', id: '12' }, { fresh: true }).id.key, 'camAdmin.gbIdFault');
  equal(formFaults({ ...before, location: '' }, { fresh: false }), {});
});

test('lays what two people wrote beside each other', () => {
  const mine = { ...formValues(DETAILS), name: '新名', heading: '90' };
  const current = { ...DETAILS, properties: { ...DETAILS.properties, name: '别名', heading: 90 } };
  equal(conflictRows(mine, current), [{ field: 'name', now: '别名', yours: '新名' }]);
});

test('draws the cone of what is typed, when it can be drawn', () => {
  const values = formValues(DETAILS);
  equal(coneOf(values).rangeMetres, 80);
  equal(coneOf({ ...values, fieldOfView: '' }), null);
  equal(coneOf({ ...values, location: '' }), null);
  equal(coneOf({ ...values, crs: 'GCJ02' }), null);
});

test('keeps masks within the picture and within what the server takes', () => {
  const box = masks.rectangle([0.6, 0.5], [0.2, 0.1]);
  equal(box[0], [0.2, 0.1]);
  equal(masks.rectangle([0.2, 0.2], [0.201, 0.9]), null);
  equal(masks.movedShape(box, 1, -1)[0], [0.6, 0]);
  equal(masks.movedShape(box, 0.1, 0.1)[2], [0.7, 0.6]);
  equal(masks.movedCorner(box, 2, [2, -1])[2], [1, 0]);
  equal(masks.pulledCorner(box, 2, [0.9, 0.8]), masks.rectangle([0.2, 0.1], [0.9, 0.8]));
  const five = masks.withCorner(box, 3);
  equal(masks.pulledCorner(five, 2, [0.9, 0.8])[1], [0.6, 0.1]);
  equal(five[4], [0.2, 0.3]);
  equal(masks.withoutCorner(five, 4), box);
  equal(masks.withoutCorner(box.slice(0, 3), 0).length, 3);
  let many = box;
  for (let i = 0; i < 40; i++) many = masks.withCorner(many, 0);
  equal(many.length, masks.MOST_CORNERS);
  ok(masks.isRectangle(box) && !masks.isRectangle(five));
  ok(masks.isRectangle(masks.freshShape([])));
});

test('says how much of a picture is hidden and how', () => {
  const half = masks.rectangle([0, 0], [0.5, 1]);
  equal(masks.hiddenShare([half, masks.rectangle([0, 0], [0.25, 1])]), 50);
  equal(masks.maskWay({ masked: true, shapes: [] }), 'ALL');
  equal(masks.maskWay({ masked: true, shapes: [half] }), 'ZONES');
  equal(masks.maskWay({ masked: false, shapes: [] }), 'NONE');
  equal(masks.maskRequest('NONE', [half]), { masks: [], masked: false });
  equal(masks.maskRequest('ALL', [half]), { masks: [], masked: true });
  equal(masks.maskRequest('ZONES', [half]), { masks: [half], masked: true });
  ok(masks.sameShapes(masks.shapesOf([half]), [half]));
});

const filing = (cameraId, state, daysLeft, more) => ({ cameraId, name: cameraId, state, daysLeft, ...more });

test('puts what has to be filed first first', () => {
  const all = [
    filing('a', 'FILED', null),
    filing('b', 'DUE', 20),
    filing('c', 'OVERDUE', -3),
    filing('d', 'DUE', 2),
    filing('e', 'CHANGED', 9),
  ];
  const ids = (wish) => shownFilings(all, { q: '', show: null, ...wish }).map((one) => one.cameraId);
  equal(ids({}), ['c', 'e', 'd', 'b', 'a']);
  equal(ids({ show: 'DUE' }), ['d', 'b']);
  equal(ids({ q: 'C' }), ['c']);
  equal(filingCounts(all), { OVERDUE: 1, CHANGED: 1, DUE: 2, FILED: 1 });
});

test('checks a filing before it is sent', () => {
  const today = '2026-03-05';
  const fresh = filingValues(filing('a', 'DUE', 2), today);
  equal(fresh.filedOn, today);
  equal(Object.keys(filingFaults(fresh, today)), ['filingNumber', 'policeOffice', 'deviceType']);
  const good = { ...fresh, filingNumber: 'P1', policeOffice: '县局', deviceType: '枪机' };
  equal(filingFaults(good, today), {});
  equal(
    Object.keys(filingFaults({ ...good, filedOn: '2026-03-06', storageDays: '7' }, today)),
    ['filedOn', 'storageDays'],
  );
  equal(filingRequest(good, { version: 2 }).storageDays, 30);
  equal(filingRequest(good, {}).version, undefined);
  equal(filingValues(filing('a', 'CHANGED', 2, { filedOn: '2025-01-01' }), today).filedOn, today);
});

test('never rounds a rate up to its target', () => {
  equal(
    [percentWords(0.97999), percentWords(0.98), percentWords(0.29), percentWords(null)],
    ['97.9 %', '98 %', '29 %', '—'],
  );
  equal([rateState(0.97999, 0.98), rateState(0.98, 0.98), rateState(null, 0.98)], ['missed', 'reached', 'unknown']);
  const late = { name: 'a', since: '2026-03-05T06:00:00Z' };
  const early = { name: 'b', since: '2026-03-04T06:00:00Z' };
  equal(sortedFaults([late, early]), [early, late]);
  equal(sortedFaults(null), []);
});
