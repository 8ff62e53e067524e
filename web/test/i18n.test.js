import { equal, ok, test } from './check.js';
import { flagWords } from '../src/console/words.js';
import { en } from '../src/i18n/en.js';
import { createI18n, show } from '../src/i18n/i18n.js';
import { formatMessage } from '../src/i18n/message.js';
import { agoWords, distanceWords, momentWords, spanWords } from '../src/i18n/words.js';
import { zh } from '../src/i18n/zh.js';

const placeholders = (text) =>
  [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).filter((name) => !/^\d/.test(name));

test('both languages have the same keys', () => {
  equal(Object.keys(zh).sort(), Object.keys(en).sort());
});

test('both languages fill in the same values', () => {
  for (const key of Object.keys(zh)) {
    const wanted = new Set(placeholders(zh[key]));
    const found = new Set(placeholders(en[key]).filter((name) => wanted.has(name)));
    equal([...found].sort(), [...wanted].sort(), key);
  }
});

test('no sentence is empty and none shouts', () => {
  for (const sentences of [zh, en]) {
    for (const [key, text] of Object.entries(sentences)) {
      ok(text.trim() !== '' || key === 'list.comma', key);
      ok(!/[!！]/.test(text), key);
    }
  }
});

test('plurals and choices', () => {
  const text = '{n, plural, =0 {none} one {# file of {who}} other {# files}}';
  equal(
    [0, 1, 3].map((n) => formatMessage(text, { n, who: 'A' }, String)),
    ['none', '1 file of A', '3 files'],
  );
  equal(formatMessage('{x, select, a {first} other {else}}', { x: 'b' }, String), 'else');
});

test('an unknown placeholder stays visible', () => {
  equal(formatMessage('{who} came', {}, String), '{who} came');
});

test('values that look like markup or placeholders stay text', () => {
  equal(createI18n('en').t('report.inGrid', { grid: '<b>{n}</b>' }), 'In <b>{n}</b>');
});

test('numbers carry thousands separators, the unknown is a dash and never zero', () => {
  equal(show(1234567), '1,234,567');
  equal(show(null), '—');
  equal(show(-5), '−5');
});

test('spans, ages and moments as people say them', () => {
  const chinese = createI18n('zh');
  const english = createI18n('en');
  equal(spanWords(chinese, 125), '2 分钟');
  equal(spanWords(chinese, 3 * 86_400 + 59), '3 天');
  equal(spanWords(english, 7500), '2 h 05 min');
  equal(agoWords(chinese, 0, 2_000), '2 秒前');
  const now = new Date(2026, 2, 5, 15, 0).getTime();
  equal(momentWords(chinese, new Date(2026, 2, 5, 14, 7).getTime(), now), '今天 14:07');
  equal(momentWords(english, new Date(2026, 2, 4, 14, 7).getTime(), now), 'Wed 4 Mar 14:07');
  equal(momentWords(chinese, new Date(2025, 2, 5, 14, 7).getTime(), now), '2025-03-05 14:07');
});

test('what the server says in Chinese stands with Chinese marks', () => {
  const wide = (zh) => createI18n('zh').name({ zh, en: '' });
  equal(wide('设备在线,但没有给出这路视频:请核对。'), '设备在线，但没有给出这路视频：请核对。');
  equal(wide('该设备(2016 版国标)只能调用预置位;已登记 3 个,用 RTSP 时请核对。'), '该设备（2016 版国标）只能调用预置位；已登记 3 个，用 RTSP 时请核对。');
  equal(wide('坐标距镇界 509 m,像是 GCJ-02。如 117.9, 35.8'), '坐标距镇界 509 m，像是 GCJ-02。如 117.9, 35.8');
  equal(wide('直线估算(距离 × 1.3)'), '直线估算（距离 × 1.3）');
  equal(createI18n('en').name({ zh: '', en: 'No (it is not), see: this' }), 'No (it is not), see: this');
});

test('distances', () => {
  equal([42.3, 348, 1240, null].map(distanceWords), ['42 m', '350 m', '1.2 km', '—']);
});

test('a vain call to the reporter is counted in words', () => {
  const tried = (n) => ({ escalation: 0, returns: 0, reopens: 0, unreached: n });
  equal(flagWords(createI18n('zh'), tried(2)), '第 2 次未联系上');
  equal(flagWords(createI18n('en'), tried(1)), 'not reached once');
  equal(flagWords(createI18n('en'), tried(0)), '');
});
