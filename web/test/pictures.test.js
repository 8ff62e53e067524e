import { matching } from '../src/state/cameraSearch.js';
import { phaseOf, renewalAt, retryAfter, waitingFor, worthShowing } from '../src/state/pictures.js';
import { formatWall, parseWall, resized, toggled } from '../src/state/wallUrl.js';
import { equal, ok, test } from './check.js';

const OPENED = { opened: 1_000, format: null, arrived: null, pictures: 0, end: null };

test('a tile waits eight seconds for a picture before it asks which step failed', () => {
  equal(phaseOf(OPENED, 8_900), 'opening');
  equal(phaseOf(OPENED, 9_100), 'late');
});

test('a picture older than three seconds is not called live', () => {
  const playing = { ...OPENED, pictures: 9, arrived: 20_000 };
  equal(phaseOf(playing, 22_900), 'live');
  equal(phaseOf(playing, 23_100), 'still');
});

test('the end of a player says whether a new try makes sense', () => {
  const ended = (code) => phaseOf({ ...OPENED, end: { code, reason: '' } }, 2_000);
  equal(ended('unplayable'), 'unplayable');
  equal(ended('refused'), 'refused');
  equal(ended('stills'), 'stills');
  equal(ended('no-sub'), 'unplayable');
  equal(ended('cut'), 'cut');
  equal(ended('not-decoded'), 'cut');
});

test('tries come further and further apart, up to a bound', () => {
  ok(retryAfter(0) < retryAfter(3));
  equal(retryAfter(4), retryAfter(400));
});

test('a ticket is renewed half a minute before it ends', () => {
  const ticket = { expiresAt: '2026-03-05T14:00:00+08:00' };
  const end = Date.parse(ticket.expiresAt);
  equal(renewalAt(ticket, end - 600_000), end - 30_000);
});

test('a wrong clock of the device does not ask for ticket after ticket', () => {
  const ticket = { expiresAt: '2026-03-05T14:00:00+08:00' };
  const late = Date.parse(ticket.expiresAt) + 3_600_000;
  equal(renewalAt(ticket, late), late + 270_000);
});

test('only cameras that see the place and have a picture are shown beside an incident', () => {
  const sights = [
    { cameraId: 'a', inView: true, online: false, playable: true },
    { cameraId: 'b', inView: true, online: true, playable: false },
    { cameraId: 'c', inView: false, online: true, playable: true },
    { cameraId: 'd', inView: true, online: true, playable: true },
    { cameraId: 'e', inView: true, online: true, playable: true },
    { cameraId: 'f', inView: true, online: true, playable: true },
  ];
  equal(
    worthShowing(sights, 2).map((sight) => sight.cameraId),
    ['d', 'e'],
  );
});

test('a wall is a link of its size and its cameras', () => {
  const wall = parseWall('?n=9&cams=a,b,a');
  equal(wall, { size: 9, cameras: ['a', 'b'] });
  equal(formatWall(wall), '?n=9&cams=a,b');
  equal(parseWall(formatWall(wall)), wall);
  equal(parseWall('?n=7'), { size: 4, cameras: [] });
});

test('a full wall grows, a full wall of sixteen loses its oldest, a second click takes a camera off', () => {
  const full = { size: 1, cameras: ['a'] };
  equal(toggled(full, 'b'), { size: 4, cameras: ['a', 'b'] });
  equal(toggled(full, 'a'), { size: 1, cameras: [] });
  const most = { size: 16, cameras: Array.from({ length: 16 }, (_, i) => `c${i}`) };
  equal(toggled(most, 'x').cameras.slice(-2), ['c15', 'x']);
  equal(toggled(most, 'x').cameras.length, 16);
  equal(resized(most, 4).cameras, ['c0', 'c1', 'c2', 'c3']);
});

test('cameras are found by name, number and grid, online ones first', () => {
  const cameras = [
    { id: '34020000001320000002', name: '村口 02', gridCode: 'g1', status: 'OFFLINE' },
    { id: '34020000001320000001', name: '路口 01', gridCode: 'g1', status: 'ONLINE' },
    { id: '34020000001320000003', name: '广场 03', gridCode: 'g2', status: 'ONLINE' },
  ];
  const grids = new Map([
    ['g1', '立春村第1网格'],
    ['g2', '雨水村第1网格'],
  ]);
  const names = (text) => matching(cameras, grids, text).map((camera) => camera.name);
  equal(names('立春'), ['路口 01', '村口 02']);
  equal(names('0003'), ['广场 03']);
  equal(names('立春 村口'), ['村口 02']);
  equal(names('nothing'), []);
});

test('a session that has not failed yet tells what it waits for', () => {
  const done = (step) => ({ step, ok: true });
  equal(waitingFor([]), 'registered');
  equal(waitingFor([done('registered'), done('invited'), { step: 'answered', ok: false }]), 'answered');
  equal(waitingFor(['registered', 'invited', 'answered', 'first-packet', 'first-keyframe', 'first-fragment'].map(done)), null);
});
