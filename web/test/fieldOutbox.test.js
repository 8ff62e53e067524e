import { equal, ok, test } from './check.js';
import {
  countsOf,
  following,
  heldBack,
  isBesideThePoint,
  isTold,
  meaningOf,
  nextEntry,
  nextTime,
  pauseAfter,
  renewed,
} from '../src/state/outbox.js';

const entry = (order, caseId, more = {}) => ({
  order,
  caseId,
  kind: 'MOVE',
  state: 'WAITING',
  notBefore: 0,
  triedAt: -Infinity,
  tries: 0,
  renewals: 0,
  photoId: null,
  versionOf: null,
  base: null,
  body: {},
  ...more,
});
const orderOf = (found) => found?.order ?? null;
const refused = (status, body = {}) => ({ kind: 'refused', status, code: body.code ?? '', body });

test('an entry waits for the earlier ones of its case, not for those of others', () => {
  const entries = [
    entry(1, 'a', { notBefore: 1_000 }),
    entry(2, 'a'),
    entry(3, 'b', { state: 'PARKED' }),
    entry(4, 'b'),
    entry(5, 'c'),
  ];
  equal(orderOf(nextEntry(entries, 500)), 5);
  equal(orderOf(nextEntry(entries, 1_000)), 1);
  equal([...heldBack(entries)], [2, 4]);
  equal(nextTime(entries), 0);
  equal(nextTime(entries.slice(0, 4)), 1_000);
  equal(nextTime([entries[2], entries[3]]), null);
});

test('words go before pictures, and a picture never before its case', () => {
  const photo = (order, caseId) => entry(order, caseId, { kind: 'PHOTO', photoId: `p${order}` });
  const report = entry(1, 'a', { kind: 'REPORT' });
  equal(orderOf(nextEntry([photo(2, 'a'), photo(3, 'x'), entry(4, 'b')], 0)), 4);
  equal(orderOf(nextEntry([{ ...report, state: 'PARKED' }, photo(2, 'a')], 0)), null);
  equal(orderOf(nextEntry([{ ...report, state: 'PARKED' }, photo(2, 'a'), photo(3, 'x')], 0)), 3);
  equal(orderOf(nextEntry([photo(2, 'a')], 0)), 2);
});

test('a photo that is refused holds back nothing else of its case', () => {
  const stuck = entry(1, 'a', { kind: 'PHOTO', photoId: 'p', state: 'PARKED' });
  equal(orderOf(nextEntry([stuck, entry(2, 'a')], 0)), 2);
});

test('when the network comes back nobody waits for the end of a pause', () => {
  const tried = entry(1, 'a', { notBefore: 60_000, triedAt: 100, tries: 3 });
  equal(orderOf(nextEntry([tried], 200)), null);
  equal(orderOf(nextEntry([tried], 200, 150)), 1);
  equal(orderOf(nextEntry([{ ...tried, triedAt: 160 }], 200, 150)), null);
});

test('a clock that was set back holds nothing back', () => {
  const tried = entry(1, 'a', { notBefore: 90_000_000, triedAt: 89_000_000, tries: 3 });
  equal(orderOf(nextEntry([tried], 89_500_000)), null);
  equal(orderOf(nextEntry([tried], 3_000)), 1);
});

test('refusals are parked, silence is tried again, a session that ended is told apart', () => {
  const meanings = (statuses) => statuses.map((status) => meaningOf(refused(status)));
  equal(meanings([400, 403, 404, 409, 422]), Array(5).fill('PARK'));
  equal(meanings([408, 425, 429, 500, 503]), Array(5).fill('RETRY'));
  equal(meaningOf({ kind: 'silent', status: 0, code: 'net.offline' }), 'RETRY');
  equal(meaningOf(refused(401)), 'SIGN_IN');
  equal(meaningOf(refused(403, { code: 'access.csrf' })), 'REFRESH');
});

test('what heals by asking where the upload stands is tried again', () => {
  const passing = ['photo.cut', 'photo.checksum', 'photo.wrong-offset', 'photo.not-found'];
  const meanings = (kind, codes) => codes.map((code) => meaningOf({ ...refused(409), code }, kind));
  equal(meanings('PHOTO', passing), Array(4).fill('RETRY'));
  equal(meanings('PHOTO', ['photo.too-many', 'photo.id-taken', 'common.not-found']), Array(3).fill('PARK'));
  equal(meanings('MOVE', passing), Array(4).fill('PARK'));
});

test('only an answer that names what it is about has arrived', () => {
  ok(isTold({ id: 'c1' }) && isTold({ version: 0 }));
  ok(!isTold(null) && !isTold({}) && !isTold({ ok: true }));
});

test('pauses grow to a limit, half of them by chance', () => {
  equal([1, 2, 3].map((tries) => pauseAfter(tries, 1)), [4_000, 8_000, 16_000]);
  equal(pauseAfter(1, 0), 2_000);
  equal(pauseAfter(99, 1), 300_000);
});

test('what follows builds upon the version that was made, until it has been sent itself', () => {
  const done = entry(1, 'a', { versionOf: 'incident a' });
  const next = entry(2, 'a', { versionOf: 'incident a', body: { action: 'handle', version: 3 } });
  const others = [
    entry(3, 'a', { versionOf: 'incident a', tries: 1, body: { version: 3 } }),
    entry(4, 'a', { versionOf: 'order a', body: { version: 1 } }),
    entry(5, 'a', { versionOf: 'incident a', state: 'PARKED', body: { version: 3 } }),
  ];
  equal(
    following([done, next, ...others], done, { version: 4 }).map(({ order, body }) => [order, body.version]),
    [[2, 4]],
  );
  equal(following([done, next], done, null), []);
  const accepted = entry(1, 'a', { versionOf: 'order o' });
  const after = following([accepted, next], accepted, { version: 2, incident: { version: 9 } });
  equal(
    after.map(({ body }) => body.version),
    [9],
    'an order is answered with its case',
  );
});

test('a change beside the point is passed over, one that meets the worker is not', () => {
  const start = entry(1, 'a', { base: { status: 'ASSIGNED' }, body: { action: 'start', version: 3 } });
  const conflict = (status, version = 5) => refused(409, { current: { version, status } });
  ok(isBesideThePoint(start, conflict('ASSIGNED')));
  ok(!isBesideThePoint(start, conflict('ACCEPTED')));
  ok(!isBesideThePoint(start, conflict('ASSIGNED', 3)), 'the same version again would be refused again');
  ok(!isBesideThePoint({ ...start, renewals: 5 }, conflict('ASSIGNED')));
  ok(!isBesideThePoint({ ...start, base: null }, conflict('ASSIGNED')));
});

test('the same wish upon the present state is a new request', () => {
  const parked = entry(1, 'a', { state: 'PARKED', tries: 2, key: 'old', body: { result: 'x', version: 3 }, problem: {} });
  const again = renewed(parked, 7, 'new');
  equal([again.state, again.key, again.body, again.tries], ['WAITING', 'new', { result: 'x', version: 7 }, 0]);
  equal(renewed({ ...parked, kind: 'PHOTO', body: null }, 7, 'new').body, null);
});

test('counts', () => {
  const entries = [entry(1, 'a', { kind: 'REPORT' }), entry(2, 'a', { state: 'PARKED' }), entry(3, 'b')];
  equal(countsOf(entries), { reports: 1, others: 2, parked: 1, all: 3 });
});
