import { expect, it } from 'vitest';
import { createKeeper } from './keeper.ts';

/** A clock that is moved by hand. */
function handClock() {
  let due: (() => void) | null = null;
  return {
    later: (callback: () => void) => {
      due = callback;
      return () => {
        due = null;
      };
    },
    strike: () => due?.(),
    isWaiting: () => due !== null,
  };
}

it('writes while somebody types without a pause', () => {
  const clock = handClock();
  let [text, kept] = ['', ''];
  const keeper = createKeeper({
    write: () => (kept = text),
    everyMs: 500,
    later: clock.later,
  });
  for (const letter of 'neon') {
    text += letter;
    keeper.touch();
  }
  expect(kept).toBe('');
  clock.strike();
  expect(kept).toBe('neon');
  text += ' rain';
  keeper.touch();
  expect(clock.isWaiting()).toBe(true);
  clock.strike();
  expect(kept).toBe('neon rain');
});

it('writes what is open at once, and nothing twice', () => {
  const clock = handClock();
  let writes = 0;
  const keeper = createKeeper({ write: () => (writes += 1), everyMs: 500, later: clock.later });
  keeper.flush();
  expect(writes).toBe(0);
  keeper.touch();
  keeper.flush();
  keeper.flush();
  expect(writes).toBe(1);
  expect(clock.isWaiting()).toBe(false);
});
