// What waits for a frame: not before it, not twice, not when it is taken back, and in the end without one.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

let frame: FrameRequestCallback | null = null;
let done: string[] = [];

beforeEach(() => {
  done = [];
  frame = null;
  vi.stubGlobal('requestAnimationFrame', (begin: FrameRequestCallback) => {
    frame = begin;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    frame = null;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** After all that was sent before it. */
function laterMessage(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener(
      'message',
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}

it('acts once, in a task after the frame', async () => {
  const acted = new Promise<void>((resolve) => {
    afterPaint(() => {
      done.push('acted');
      resolve();
    });
  });
  frame?.(0);
  done.push('painted');
  await acted;
  expect(done).toEqual(['painted', 'acted']);
});

it('does not act when it is taken back, not even after the frame has begun', async () => {
  const stop = afterPaint(() => done.push('acted'));
  frame?.(0);
  stop();
  await laterMessage();
  expect(done).toEqual([]);
});

it('acts without a frame, where none comes', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  afterPaint(() => done.push('acted'));
  vi.advanceTimersByTime(199);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['acted']);
  expect(frame).toBeNull();
});
