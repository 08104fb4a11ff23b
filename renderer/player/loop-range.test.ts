import { describe, expect, it } from 'vitest';
import { stretchOf, withEnd, withStart } from './loop-range.ts';
import { frameAt } from './playback.ts';

const clip = { durationMs: 2000, fps: 24 }; // frames 0 to 47

describe('the range that is played over and over', () => {
  it('goes from its start to the end of the clip, and from the start of the clip to its end', () => {
    expect(withStart(clip, null, 12)).toEqual({ firstFrame: 12, lastFrame: 47 });
    expect(withEnd(clip, null, 12)).toEqual({ firstFrame: 0, lastFrame: 12 });
  });

  it('keeps the other end, unless it would be turned around', () => {
    const range = { firstFrame: 10, lastFrame: 20 };
    expect(withStart(clip, range, 15)).toEqual({ firstFrame: 15, lastFrame: 20 });
    expect(withStart(clip, range, 30)).toEqual({ firstFrame: 30, lastFrame: 47 });
    expect(withEnd(clip, range, 12)).toEqual({ firstFrame: 10, lastFrame: 12 });
    expect(withEnd(clip, range, 5)).toEqual({ firstFrame: 0, lastFrame: 5 });
  });

  it('may be a single frame, and stays inside the clip', () => {
    expect(withEnd(clip, { firstFrame: 7, lastFrame: 47 }, 7)).toEqual({
      firstFrame: 7,
      lastFrame: 7,
    });
    expect(withStart(clip, null, 400)).toEqual({ firstFrame: 47, lastFrame: 47 });
  });
});

describe('stretchOf', () => {
  it.each([23.976, 24, 25, 29.97, 30, 60])(
    'starts in the first frame and ends where the last one ends, at %s fps',
    (fps) => {
      const film = { durationMs: 10_000, fps };
      for (let frame = 0; frame < 200; frame += 1) {
        const { startMs, endMs } = stretchOf(film, { firstFrame: frame, lastFrame: frame });
        expect(frameAt(film, startMs)).toBe(frame);
        expect(frameAt(film, endMs - 0.5)).toBe(frame);
        expect(frameAt(film, endMs + 0.5)).toBe(frame + 1);
      }
    },
  );

  it('is the whole clip when nothing is known about its frames', () => {
    expect(stretchOf({ durationMs: 900, fps: 0 }, { firstFrame: 0, lastFrame: 0 })).toEqual({
      startMs: 0,
      endMs: 900,
    });
  });
});
