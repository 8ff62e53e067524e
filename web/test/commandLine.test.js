import { equal, ok, test } from './check.js';
import { completions, readLine } from '../src/state/commandLine.js';
import { momentOf, wordsOf } from '../src/state/commandWords.js';

const move = (action, zh, key, from, needs = [], roles = ['DISPATCHER']) =>
  ({ action, zh, en: action, key, from, to: null, roles, needs });
const MOVES = [
  move('accept', '受理', 'a', ['REPORTED']),
  move('reject', '退件', 'r', ['REPORTED', 'ACCEPTED'], ['reason']),
  move('merge', '合并', 'm', ['REPORTED', 'ACCEPTED'], ['into']),
  move('undo', '撤销', 'z', ['REPORTED', 'ACCEPTED']),
  move('assign', '派单', 'd', ['ACCEPTED'], ['workerIds']),
  move('return', '退回', 't', ['ASSIGNED'], ['reason']),
  move('verify', '核查', 'v', ['HANDLED'], ['passed', 'finding']),
  move('close', '结案', 'x', ['REVISITED']),
  move('pause', '暂停', 'p', ['REPORTED', 'ACCEPTED'], ['reason']),
  move('resume', '恢复', 'p', ['REPORTED', 'ACCEPTED']),
  move('extend', '延期', 'e', ['ACCEPTED'], ['dueAt', 'reason'], ['LEADER']),
];
const incident = (seq, status, more = {}) => ({
  id: `i${seq}`,
  number: `2026-${String(seq).padStart(6, '0')}`,
  status,
  title: `case ${seq}`,
  workers: [],
  paused: false,
  ...more,
});
const INCIDENTS = [
  incident(123, 'ACCEPTED'),
  incident(1123, 'REPORTED'),
  incident(119, 'REPORTED'),
  incident(120, 'CLOSED'),
  incident(130, 'ACCEPTED', { paused: true }),
  incident(140, 'HANDLED'),
  incident(150, 'REVISITED', { outcome: 'NOT_SATISFIED' }),
];
const NOW = new Date(2026, 2, 5, 15, 0).getTime();
const KNOWN = {
  moves: MOVES,
  session: { roles: ['DISPATCHER', 'LEADER'] },
  incidents: INCIDENTS,
  selected: INCIDENTS[2],
  workers: [
    { workerId: 'w05', name: '张三' },
    { workerId: 'w11', name: '李四' },
    { workerId: 'w12', name: '李四' },
  ],
  units: [{ id: 'u03', zh: '派出所', en: 'Police' }],
  places: [{ name: '立春村' }, { name: '立春村第1网格' }, { name: '雨水村' }],
  now: NOW,
};
const read = (line, more = {}) => readLine(line, { ...KNOWN, ...more });
const faultOf = (line, more) => {
  const { act, fault } = read(line, more);
  equal(act, null, line);
  return [fault.code, fault.at];
};
const actOf = (line, more) => {
  const { act, fault } = read(line, more);
  equal(fault, null, line);
  return act;
};

test('a line of blanks means nothing', () => {
  equal([read(''), read('   ')], [{ act: null, fault: null }, { act: null, fault: null }]);
});

test('key, Chinese word, its beginning and English word are the same verb', () => {
  for (const verb of ['d', 'D', '派', '派单', 'assign', 'ass']) {
    const act = actOf(`${verb} 0123 w05`);
    equal([act.kind, act.action, act.incident.id, act.values], ['move', 'assign', 'i123', { workerIds: ['w05'] }], verb);
  }
});

test('wide signs of a Chinese input method count as narrow ones, but not inside a text', () => {
  const act = actOf('退件　。　“不属本镇：请转邻镇”');
  equal([act.action, act.incident.id, act.values], ['reject', 'i119', { reason: '不属本镇：请转邻镇' }]);
});

test('several workers, a unit and a deadline in any order; the first worker leads', () => {
  const { values } = actOf('d 0123 +45m W11 u3 w5'.replace('W11', 'w11'));
  equal(values, { dueAt: new Date(NOW + 45 * 60_000).toISOString(), workerIds: ['w11', 'w05'], unitId: 'u03' });
});

test('workers are also called by name; of two with one name nobody is sent', () => {
  equal(actOf('派 0123 张三').values.workerIds, ['w05']);
  equal(faultOf('派 0123 李四'), ['manyWorkers', 7]);
  equal(read('派 0123 李四').fault.candidates.map((one) => one.workerId), ['w11', 'w12']);
});

test('the caret goes to the word that is wrong', () => {
  equal(faultOf('foo 0123'), ['verb', 0]);
  equal(faultOf('  d 9999 w05'), ['noTarget', 4]);
  equal(faultOf('d 0123 w05 w99'), ['noWorker', 11]);
  equal(faultOf('d 0123 w05 w05'), ['twice', 11]);
  equal(faultOf('d 0123 u03 u03'), ['twice', 11]);
  equal(faultOf('d 0123 +x'), ['moment', 7]);
  equal(faultOf('a 1123 +45m'), ['noMoment', 7]);
  equal(faultOf('a 1123 "why"'), ['noText', 7]);
  equal(faultOf('r 1123 why'), ['quotes', 7]);
  equal(faultOf('a 1123 why'), ['unknownWord', 7]);
  equal(faultOf('d'), ['targetMissing', 1]);
  equal(faultOf('d 23'), ['fewDigits', 2]);
  equal(faultOf('d w05 0123'), ['target', 2]);
  equal(faultOf('undo 0123'), ['unknownWord', 5]);
});

test('what is ambiguous lists its candidates and does nothing', () => {
  equal(faultOf('退 0123'), ['manyVerbs', 0]);
  equal(read('退 0123').fault.candidates.map((verb) => verb.action), ['reject', 'return']);
  equal(faultOf('d 123 w05'), ['manyTargets', 2]);
  equal(read('d 123 w05').fault.candidates.map((one) => one.id), ['i123', 'i1123']);
});

test('a number said in full is meant alone', () => {
  equal(actOf('d 0123 w05').incident.id, 'i123');
  equal(actOf('a 1123').incident.id, 'i1123');
  equal(actOf('d 2026-000123 w05').incident.id, 'i123');
});

test('a dot is the selected case, if there is one', () => {
  equal(actOf('a .').incident.id, 'i119');
  equal(faultOf('a .', { selected: null }), ['nothingSelected', 2]);
});

test('what state or role forbids is not done and says what is possible', () => {
  equal(faultOf('d 1123 w05'), ['notNow', 0]);
  equal(read('d 1123 w05').fault.moves.map((one) => one.action), ['accept', 'reject', 'merge', 'pause']);
  equal(faultOf('a 1123', { session: { roles: ['SUPERVISOR'] } }), ['notNow', 0]);
});

test('one key pauses and resumes, as the case is', () => {
  equal(actOf('p 0123 "waits for the court"').action, 'pause');
  equal(actOf('p 0130').action, 'resume');
});

test('what is still needed is asked for by the card', () => {
  const needed = (line) => [actOf(line).kind, actOf(line).needed];
  equal(needed('d 0123'), ['form', 'workerIds']);
  equal(needed('r 1123'), ['form', 'reason']);
  equal(needed('v 0140 通过'), ['form', 'finding']);
  equal(needed('v 0140 不通过 "still there"'), ['move', undefined]);
  equal(needed('e 0123 +2h'), ['form', 'reason']);
  equal(needed('x 0150'), ['form', 'reason']);
  equal(needed('r 1123 ""'), ['form', 'reason']);
});

test('a text whose end is still to be typed is a text', () => {
  equal(actOf('r 1123 "not ours').values, { reason: 'not ours' });
});

test('a merge names its target with a cross, and never itself', () => {
  equal(actOf('m 1123 #0119').values.into, { id: 'i119', number: '2026-000119', title: 'case 119' });
  equal(faultOf('m 0119 #0119'), ['intoItself', 7]);
  equal(faultOf('m 1123 #0777'), ['noTarget', 7]);
  equal(faultOf('m 1123 #123'), ['manyTargets', 7]);
  equal(faultOf('a 1123 #0119'), ['noMerge', 7]);
});

test('hours of the day: what is over is tomorrow', () => {
  equal(momentOf('16:30', NOW), new Date(2026, 2, 5, 16, 30).getTime());
  equal(momentOf('9:05', NOW), new Date(2026, 2, 6, 9, 5).getTime());
  equal([momentOf('24:00', NOW), momentOf('+1w', NOW), momentOf('12:7', NOW)], [null, null, null]);
  equal(momentOf('+2h', NOW) - NOW, 7_200_000);
});

test('go finds a place, a point, or says which places it may be', () => {
  equal(actOf('go 117.9, 35.8').point, { lng: 117.9, lat: 35.8 });
  equal(actOf('去 立春村').place.name, '立春村');
  equal(actOf('go 雨水').place.name, '雨水村');
  equal(faultOf('go 立春'), ['manyPlaces', 3]);
  equal(faultOf('go nowhere'), ['noPlace', 3]);
  equal(faultOf('go '), ['placeMissing', 3]);
});

test('the verbs that are no moves', () => {
  equal(actOf('undo'), { kind: 'undo' });
  equal(actOf('find 桥头 垃圾'), { kind: 'find', text: '桥头 垃圾' });
  equal(actOf('cam 0120').incident.id, 'i120');
  equal(faultOf('find'), ['textMissing', 4]);
});

const complete = (line) => {
  const { from, options } = completions(line, KNOWN);
  return [from, options.map((option) => option.text)];
};

test('Tab completes verbs, cases the verb can be used on, and what it takes', () => {
  equal(complete('ass'), [0, ['assign']]);
  equal(complete('退'), [0, ['退件', '退回']]);
  equal(complete('d 0'), [2, ['0123', '0130']]);
  equal(complete('d '), [2, ['0123', '0130']]);
  equal(complete('a 123'), [2, ['1123']]);
  equal(complete('d 0123 w1'), [7, ['w11', 'w12']]);
  equal(complete('d 0123 张'), [7, ['w05']]);
  equal(complete('d 0123 w05 u'), [11, ['u03']]);
  equal(complete('m 1123 #0119'), [7, ['#0119']]);
  equal(complete('go 立'), [3, ['立春村', '立春村第1网格']]);
  equal(complete('v 0140 不'), [7, ['不通过']]);
  equal(complete('r 1123 "op'), [7, []]);
  equal(complete('undo x'), [5, []]);
});

test('an empty line offers every verb once, and no more than fit', () => {
  const [, options] = complete('');
  ok(options.length === 8 && new Set(options).size === 8);
});

test('words know where they begin', () => {
  equal(wordsOf(' d  0123 "a b" w05').map((word) => [word.text, word.at]), [['d', 1], ['0123', 4], ['a b', 9], ['w05', 15]]);
});
