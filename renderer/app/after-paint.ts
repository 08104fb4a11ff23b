// What can wait for the picture: drawn in the task after the frame that shows what comes first. React's own deferred drawing comes as soon
// as there is time, which is mostly before that frame and then in it.
import { startTransition, useLayoutEffect, useState } from 'react';

/** Of a window that is covered or small there are no frames. */
const longestWaitMs = 200;

/** The value as it was when a frame was last painted; `first` until one is. */
export function usePainted<Value>(value: Value, first: Value = value): Value {
  const [painted, setPainted] = useState<Value>(first);
  useLayoutEffect(() => {
    if (Object.is(painted, value)) return undefined;
    return afterPaint(() => startTransition(() => setPainted(value)));
  }, [painted, value]);
  return painted;
}

/** Returns a function that takes it back. */
export function afterPaint(act: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  const timer = setTimeout(run, longestWaitMs);
  // A frame begins with this; a message that is sent in it comes when it is painted.
  const frame = requestAnimationFrame(() => port2.postMessage(null));
  function stop(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    port1.close();
  }
  function run(): void {
    stop();
    act();
  }
  port1.addEventListener('message', run, { once: true });
  port1.start();
  return stop;
}
