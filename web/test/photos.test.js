import { photosByStep } from '../src/state/photos.js';
import { equal, test } from './check.js';

const STEPS = [
  { step: 1, action: 'report', at: '2026-03-05T06:00:00Z' },
  { step: 2, action: 'accept', at: '2026-03-05T06:01:00Z' },
  { step: 3, action: 'handle', at: '2026-03-05T07:00:00Z' },
  { step: 4, action: 'handle', at: '2026-03-05T09:00:00Z' },
];

const photo = (photoId, step, receivedAt) => ({ photoId, step, receivedAt });

test('a photo belongs to the last step of its kind before it came, or to the first one after', () => {
  const photos = [
    photo('early', 'REPORT', '2026-03-05T05:59:00Z'),
    photo('first', 'HANDLE', '2026-03-05T07:30:00Z'),
    photo('before', 'HANDLE', '2026-03-05T06:30:00Z'),
    photo('second', 'HANDLE', '2026-03-05T10:00:00Z'),
    photo('lost', 'VERIFY', '2026-03-05T10:00:00Z'),
  ];
  const named = [...photosByStep(STEPS, photos)].map(([step, of]) => [step, of.map((one) => one.photoId)]);
  equal(named, [
    [1, ['early']],
    [3, ['first', 'before']],
    [4, ['second']],
  ]);
});
