import { describe, expect, it } from 'vitest';
import { frameAt } from '../../player/playback.ts';
import { correctionOf, hasEnded, leaderOf, placeOf } from './in-step.ts';

const film = (id: string, durationMs: number, fps = 24) => ({ id, durationMs, fps });

it('is led by the longest, by the first of equals, and by nobody where there is none', () => {
  expect(leaderOf([film('a', 3000), film('b', 5000), film('c', 4000)])?.id).toBe('b');
  expect(leaderOf([film('a', 3000), film('b', 3000)])?.id).toBe('a');
  expect(leaderOf([])).toBeNull();
});

it('leaves a shorter film on its last frame', () => {
  const short = film('a', 1000);
  expect(frameAt(short, placeOf(short, 4000))).toBe(23);
  expect(placeOf(short, 400)).toBe(400);
  expect(placeOf(short, -3)).toBe(0);
  expect(hasEnded(short, 4000)).toBe(true);
  expect(hasEnded(short, 900)).toBe(false);
});

describe('correctionOf', () => {
  it('leaves alone what cannot be seen, and jumps over what is far', () => {
    expect(correctionOf(10, 1)).toEqual({ type: 'rate', rate: 1 });
    expect(correctionOf(-400, 1)).toEqual({ type: 'seek' });
  });

  it('slows down who is ahead, speeds up who is behind, and never by much', () => {
    const ahead = correctionOf(40, 2);
    const behind = correctionOf(-40, 2);
    expect(ahead.type === 'rate' && ahead.rate < 2 && ahead.rate > 1.7).toBe(true);
    expect(behind.type === 'rate' && behind.rate > 2 && behind.rate < 2.3).toBe(true);
  });

  it('brings every stray together within two seconds', () => {
    for (const start of [-240, -100, -20, 20, 100, 240]) {
      let aheadMs = start;
      for (let tick = 0; tick < 120; tick += 1) {
        const correction = correctionOf(aheadMs, 1);
        if (correction.type === 'seek') throw new Error('not that far');
        aheadMs += (correction.rate - 1) * (1000 / 60);
      }
      expect(Math.abs(aheadMs)).toBeLessThan(42);
    }
  });
});
