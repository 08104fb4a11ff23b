// Turns a kill into a power cut: what the killed process had not made durable is taken back, by a seed. Linux, with a C compiler.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dice } from '../dice.ts';
import { loseNames } from './lost-names.ts';
import { afterPowerCut, readChanges } from './lost-writes.ts';

export interface PowerCut {
  /** For the process that is to be killed. */
  readonly env: NodeJS.ProcessEnv;
  /** After its death, before anything else looks at the folder. Answers with how many changes were taken back. */
  strike(dice: Dice): number;
}

const source = fileURLToPath(new URL('unsynced.c', import.meta.url));

/** Without a compiler the library that takes the notes cannot be built. */
export function canCutPower(): boolean {
  return process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;
}

/** Builds the library that takes the notes; answers with its path. */
export function buildNoteTaker(place: string): string {
  const library = join(place, 'unsynced.so');
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread']);
  return library;
}

/** `folder` is watched; `notes` is a new folder outside of it, on the same file system. */
export function preparePowerCut(noteTaker: string, folder: string, notes: string): PowerCut {
  mkdirSync(notes);
  return {
    env: {
      LD_PRELOAD: noteTaker,
      KLING5_UNSYNCED_ROOT: folder,
      KLING5_UNSYNCED_NOTES: notes,
    },
    strike: (dice) => {
      const lost = loseNames(notes, dice) + loseWrites(folder, notes, dice);
      rmSync(notes, { recursive: true });
      mkdirSync(notes);
      return lost;
    },
  };
}

function loseWrites(folder: string, notes: string, dice: Dice): number {
  let lost = 0;
  for (const path of filesIn(folder)) {
    if (path.endsWith('-shm')) {
      rmSync(path); // shared memory of the database; it is made anew from the log
      continue;
    }
    const before = join(notes, `${statSync(path).ino}.before`);
    if (!existsSync(before)) continue;
    const changes = join(notes, `${statSync(path).ino}.writes`);
    const content = afterPowerCut(
      readFileSync(before),
      existsSync(changes) ? readChanges(readFileSync(changes)) : [],
      dice,
    );
    if (content === null) continue;
    writeFileSync(path, content);
    lost += 1;
  }
  return lost;
}

/** Sorted, so that a seed means the same in each run. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
