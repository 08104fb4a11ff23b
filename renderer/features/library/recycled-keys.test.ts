import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Keys, recycleKeys } from './recycled-keys.ts';

test('what stays keeps its key, what comes takes a key that is free', () => {
  const first = recycleKeys(new Map(), ['a', 'b', 'c'], []);
  expect([...first.values()]).toEqual(['0', '1', '2']);
  const second = recycleKeys(first, ['x', 'c', 'b'], []);
  expect(Object.fromEntries(second)).toEqual({ b: '1', c: '2', x: '0' });
});

test('the key of what has the focus is given to nothing else', () => {
  const first = recycleKeys(new Map(), ['a', 'b'], []);
  const second = recycleKeys(first, ['x', 'y'], ['a']);
  expect([...second.values()]).not.toContain(first.get('a'));
  expect(second.get('x')).toBe(first.get('b'));
});

test('keys are unique and no more than there were places, whatever comes and goes', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'));
  fc.assert(
    fc.property(fc.array(names, { maxLength: 12 }), (drawings) => {
      let keys: Keys = new Map();
      let most = 0;
      for (const wanted of drawings) {
        const before = keys;
        keys = recycleKeys(keys, wanted, []);
        most = Math.max(most, wanted.length);
        expect([...keys.keys()]).toEqual(wanted);
        expect(new Set(keys.values()).size).toBe(wanted.length);
        for (const id of wanted) if (before.has(id)) expect(keys.get(id)).toBe(before.get(id));
        expect(
          wanted.length === 0 || Math.max(...[...keys.values()].map(Number)) < most + before.size,
        ).toBe(true);
      }
    }),
  );
});
