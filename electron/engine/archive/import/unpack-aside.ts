// Unpacks files of an archive to part files: many bytes in a thread of their own, so that lines are checked meanwhile and the engine stays free
// for the window; few right here, since a thread takes longer to start.
import { setImmediate } from 'node:timers/promises';
import { threadUrl } from '../../thread-url.ts';
import { giveToThread, type Stoppable } from '../../thread-work.ts';
import { type EntryToUnpack, openUnpacker } from './unpack-entries.ts';

export interface UnpackOrder extends Stoppable {
  /** Of the archive. */
  readonly path: string;
}

export interface Unpacked {
  /** Read since the last time. */
  readonly sizeBytes: number;
  /** What is wrong, as a sentence. */
  readonly problems: readonly (readonly [path: string, words: string])[];
  /** All of one message is unpacked and on the disk. */
  readonly isLast: boolean;
}

export interface UnpackWork {
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onBytes: (sizeBytes: number) => void;
}

const fewBytes = 64 * 1024 * 1024;

/** Everything is on the disk when it resolves, with what is wrong by the path in the archive. Nothing is written any more when it rejects. */
export async function unpackAll(
  entries: readonly EntryToUnpack[],
  work: UnpackWork,
): Promise<ReadonlyMap<string, string>> {
  const total = entries.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  return total < fewBytes ? unpackHere(entries, work) : unpackAside(entries, work);
}

async function unpackHere(
  entries: readonly EntryToUnpack[],
  { path, signal, onBytes }: UnpackWork,
): Promise<ReadonlyMap<string, string>> {
  const problems = new Map<string, string>();
  const unpacker = await openUnpacker(path);
  try {
    for (const one of entries) {
      signal.throwIfAborted();
      const problem = await unpacker.unpack(one, onBytes);
      if (problem !== null) problems.set(one.file.path, problem);
      await setImmediate(); // others get their turn
    }
    await unpacker.synced();
  } finally {
    await unpacker.close();
  }
  return problems;
}

async function unpackAside(
  entries: readonly EntryToUnpack[],
  { path, signal, onBytes }: UnpackWork,
): Promise<ReadonlyMap<string, string>> {
  const problems = new Map<string, string>();
  await giveToThread<EntryToUnpack, Unpacked>(entries, {
    entry: threadUrl('unpack-thread', import.meta.url),
    data: { path },
    limits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 },
    signal,
    onTold: (told) => {
      onBytes(told.sizeBytes);
      for (const [name, words] of told.problems) problems.set(name, words);
    },
  });
  return problems;
}
