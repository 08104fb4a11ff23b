// Copies files into an archive: many bytes in a thread of their own, so that the engine stays free for the window; few right here, since a
// thread takes longer to start.
import { setImmediate } from 'node:timers/promises';
import { type CopiedSome, copyFiles, type CopyPlace, type FileToCopy } from './copy-files.ts';
import { threadUrl } from '../../thread-url.ts';
import { giveToThread, type Stoppable } from '../../thread-work.ts';

export type FilesToCopy = readonly FileToCopy[];

export type CopyOrder = CopyPlace & Stoppable;

export interface FilesCopied extends CopiedSome {
  /** Nothing is left of one message. */
  readonly isLast: boolean;
}

export interface CopyWork {
  readonly place: CopyPlace;
  readonly signal: AbortSignal;
  readonly onSome: (some: CopiedSome) => void;
}

export async function copyHere(files: Iterable<FileToCopy>, work: CopyWork): Promise<void> {
  for (const some of copyFiles(files, work.place)) {
    work.signal.throwIfAborted();
    work.onSome(some);
    await setImmediate();
    work.signal.throwIfAborted();
  }
}

/** Ends when the thread has ended, so that nothing is written any more. */
export function copyAside(files: Iterable<FileToCopy>, work: CopyWork): Promise<void> {
  return giveToThread<FileToCopy, FilesCopied>(files, {
    entry: threadUrl('copy-thread', import.meta.url),
    data: { ...work.place },
    limits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
    signal: work.signal,
    onTold: (some) => {
      if (!some.isLast) work.onSome(some);
    },
  });
}
