import { describe, expect, it } from 'vitest';
import { readPrompt } from './prompt-reading.ts';
import { sceneKinds, sceneWords } from './vocabulary.ts';

describe('readPrompt', () => {
  it.each([
    ['A woman with an umbrella walks through a neon street in the rain', 'neon'],
    ['Misty mountain ridges at sunrise', 'ridges'],
    ['Hot air balloons over a valley', 'ridges'],
    ['The Manhattan skyline at blue hour', 'skyline'],
    ['Northern lights dance over a fjord', 'aurora'],
    ['A planet with rings in front of a nebula', 'nebula'],
    ['Sunbeams in an old redwood forest', 'forest'],
    ['Flowing red silk, abstract', 'silk'],
    ['Thousands of paper lanterns at a festival', 'lanterns'],
    ['A lighthouse in a storm', 'ocean'],
    ['Flying above the clouds', 'clouds'],
    ['Rows of lavender in Provence', 'field'],
    ['A glowing jellyfish in the deep sea', 'jelly'],
    ['A rose blooms, time lapse', 'flower'],
    ['A robot in a sci-fi corridor', 'corridor'],
    ['A cosy cabin in the snow', 'cabin'],
    ['A camel caravan crosses the desert dunes', 'dunes'],
    ['Cherry blossom falls around a torii gate', 'torii'],
    ['A sports car on a synthwave highway', 'horizon'],
    ['A perfume bottle on a pedestal, product shot', 'studio'],
    ['霓虹灯下的街道，下着雨', 'neon'],
    ['雪中的小屋', 'cabin'],
    ['水母在海底发光', 'jelly'],
    ['桜と富士山', 'torii'],
    ['オーロラの夜', 'aurora'],
  ])('%s → %s', (prompt, kind) => {
    expect(readPrompt(prompt)).toMatchObject({ kind, isAskedFor: true });
  });

  it('finds moods and details', () => {
    const { moods, details } = readPrompt('Snowy mountains at dawn, a lake, golden light');
    expect([...moods]).toEqual(expect.arrayContaining(['dawn', 'winter', 'gold']));
    expect([...details]).toEqual(expect.arrayContaining(['snow', 'lake']));
  });

  it('does not find words inside other words', () => {
    expect(readPrompt('A seasoned searcher').isAskedFor).toBe(false);
  });

  it('leaves out what the negative prompt names', () => {
    expect(readPrompt('A street in the rain', 'rain').details.has('rain')).toBe(false);
  });

  it('chooses by hash when no word is known, always the same', () => {
    const kinds = Array.from({ length: 60 }, (_, i) => readPrompt(`qwxz ${i}`).kind);
    expect(new Set(kinds).size).toBeGreaterThan(8);
    expect(readPrompt('qwxz 7').kind).toBe(kinds[7]);
  });

  it('knows words for every scene', () => {
    for (const kind of sceneKinds) {
      const [word = ''] = sceneWords[kind].main.split(', ');
      expect(readPrompt(word).kind, word).toBe(kind);
    }
  });
});
