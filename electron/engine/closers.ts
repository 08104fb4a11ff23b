// Takes the engine apart: what was opened last is closed first, once, whatever fails on the way.
import { toAppError } from '#shared/errors.ts';
import type { Log } from './logging/log.ts';

export type Closer = () => void | Promise<void>;

/** The returned function may be called twice. A closer that fails is logged, and the others still run. */
export function createCloser(closers: readonly Closer[], log: Log): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const run = async () => {
    for (const closer of closers.toReversed()) {
      try {
        await closer();
      } catch (thrown) {
        log.error('close-failed', { message: toAppError(thrown).message });
      }
    }
  };
  return () => {
    closing ??= run();
    return closing;
  };
}
