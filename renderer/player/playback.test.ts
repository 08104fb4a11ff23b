import { describe, expect, it } from 'vitest';
import { clampPosition, frameAt, frameCount, momentOf, shuttle, stepFrames } from './playback.ts';

const clip = { durationMs: 8000, fps: 24 };

describe('frames', () => {
  it('counts them', () => {
    expect(frameCount(clip)).toBe(192);
    expect(frameCount({ durationMs: 5005, fps: 29.97 })).toBe(150);
    expect(frameCount({ durationMs: 0, fps: 24 })).toBe(1);
  });

  it('knows which one is seen, to the last moment', () => {
    expect(frameAt(clip, 0)).toBe(0);
    expect(frameAt(clip, 3200)).toBe(76);
    expect(frameAt(clip, 8000)).toBe(191);
    expect(frameAt(clip, -5)).toBe(0);
  });

  it('comes back to every frame from the moment inside it', () => {
    for (let frame = 0; frame < 192; frame += 1) {
      expect(frameAt(clip, momentOf(clip, frame))).toBe(frame);
    }
  });

  it('steps one by one and stops at both ends', () => {
    expect(frameAt(clip, stepFrames(clip, 3200, 1))).toBe(77);
    expect(frameAt(clip, stepFrames(clip, 3200, -1))).toBe(75);
    expect(frameAt(clip, stepFrames(clip, 0, -1))).toBe(0);
    expect(frameAt(clip, stepFrames(clip, 8000, 1))).toBe(191);
  });

  it('stays within the clip', () => {
    expect(clampPosition(clip, 9000)).toBe(8000);
    expect(clampPosition(clip, -1)).toBe(0);
  });
});

it.each([
  [0, 1, 1],
  [1, 1, 2],
  [4, 1, 4],
  [2, -1, -1],
  [-1, -1, -2],
  [-4, -1, -4],
] as const)('shuttle from %d in direction %d gives %d', (rate, direction, next) => {
  expect(shuttle(rate, direction)).toBe(next);
});
