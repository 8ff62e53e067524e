import { equal, ok, test } from './check.js';
import { uppersEn } from '../src/i18n/uppers.en.js';
import { uppersZh } from '../src/i18n/uppers.zh.js';
import { granted, offered, shareFaults, sharedErrors, shareRequest, withCamera, withoutCamera } from '../src/state/shares.js';
import { NEW_UPPER, shownUppers, upperConflicts, upperFaults, upperRequest, upperValues } from '../src/state/uppers.js';

const ID = '99000000002000000001';
const USER = '99000101002000000001';
const GB = '99000101001320000007';

const KEPT = Object.freeze({
  id: ID,
  version: 3,
  name: '县综治中心',
  domain: '9900000000',
  address: '10.1.2.3',
  port: 5060,
  transport: 'UDP',
  user: USER,
  charset: 'GB18030',
  edition: '2016',
  enabled: true,
  reason: '共享协议 2026-7',
  state: 'REGISTERED',
});

test('a new upper platform says all that is missing, a kept one needs no password', () => {
  const missing = Object.keys(upperFaults(NEW_UPPER, { fresh: true })).sort();
  equal(missing, ['address', 'domain', 'id', 'name', 'password', 'reason', 'user']);
  equal(upperFaults(upperValues(KEPT), { fresh: false }), {});
  equal(Object.keys(upperFaults({ ...upperValues(KEPT), port: '0', password: 'zwei Worte' }, { fresh: false })).sort(), [
    'password',
    'port',
  ]);
});

test('an empty password keeps the one that is there, and the id is not part of the body', () => {
  const body = upperRequest({ ...upperValues(KEPT), enabled: [] }, 3);
  ok(!('password' in body) && !('id' in body));
  equal([body.version, body.port, body.enabled, body.reason], [3, 5060, false, '共享协议 2026-7']);
  const fresh = upperRequest({ ...upperValues(KEPT), password: 'w0rd' }, undefined);
  ok(!('version' in fresh));
  equal(fresh.password, 'w0rd');
});

test('a conflict tells what differs', () => {
  const typed = { ...upperValues(KEPT), name: '市综治中心' };
  const rows = upperConflicts(typed, { ...KEPT, version: 4, enabled: false });
  equal(rows, [
    { field: 'name', now: '县综治中心', yours: '市综治中心' },
    { field: 'enabled', now: '', yours: 'on' },
  ]);
});

test('platforms are found by name, id and address', () => {
  const other = { ...KEPT, id: '99000000002000000002', name: '公安视频平台', address: 'video.example' };
  equal(
    shownUppers([KEPT, other], 'VIDEO').map(({ id }) => id),
    [other.id],
  );
  equal(shownUppers([KEPT, other], '').length, 2);
});

const row = (id, name) => ({ id, name, gridCode: 'g1', status: 'ONLINE', masked: false });

test('only cameras that are not on the list are offered', () => {
  const rows = [row('a', '村口'), row('b', '桥头')];
  const list = withCamera([], rows[0], USER);
  equal(
    offered(rows, new Map(), list, '').map(({ id }) => id),
    ['b'],
  );
  equal(offered(rows, new Map(), list, '村口'), []);
  equal(withoutCamera(list, 'a'), []);
});

test('a camera keeps its own 20 digits upward, another gets free ones under our id', () => {
  const list = withCamera(withCamera(withCamera([], row(GB, '球机'), USER), row('a', '村口'), USER), row('b', '桥头'), USER);
  equal(
    list.map(({ channelId }) => channelId),
    [GB, '99000101001320000001', '99000101001320000002'],
  );
  ok(list.every(({ live, playback, control }) => live && !playback && !control));
  equal(withCamera([], row('a', '村口'), '')[0].channelId, '');
});

test('wrong and repeated channel ids stand at their cameras', () => {
  const one = (cameraId, channelId) => ({ cameraId, channelId, name: cameraId, ...granted(['live']) });
  const list = [one('a', GB), one('b', GB), one('c', '12'), one('d', USER)];
  equal([...shareFaults(list)], [
    ['a', 'upper.twiceFault'],
    ['b', 'upper.twiceFault'],
    ['c', 'upper.digitsFault'],
  ]);
  equal([...shareFaults([{ ...list[3], ...granted(['control']) }])], [['d', 'upper.rightsFault']]);
  const errors = [
    { field: 'items[2].channelId', message: 'm' },
    { field: 'items[9].cameraId', message: 'far' },
    { field: 'reason', message: 'r' },
  ];
  const { byCamera, others } = sharedErrors(errors, list);
  equal([...byCamera], [['c', 'm']]);
  equal(others, [errors[1], errors[2]]);
  equal(shareRequest([list[3]], 5, ' 协议 '), {
    version: 5,
    reason: '协议',
    items: [{ cameraId: 'd', channelId: USER, live: true, playback: false, control: false }],
  });
});

test('upper platforms have the same sentences in both languages', () => {
  equal(Object.keys(uppersZh).sort(), Object.keys(uppersEn).sort());
});
