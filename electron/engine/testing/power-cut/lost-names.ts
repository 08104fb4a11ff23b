// Takes back changes of names that were not durable: those behind a point in their order, the latest first.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dice } from '../dice.ts';

interface NameChange {
  readonly kind: 'created' | 'renamed' | 'removed' | 'folder made';
  readonly inode: number;
  /** The link that keeps what was removed or replaced. */
  readonly kept: string | null;
  readonly from: string;
  readonly to: string;
}

const kinds: Readonly<Record<string, NameChange['kind']>> = {
  C: 'created',
  R: 'renamed',
  U: 'removed',
  M: 'folder made',
};

export function loseNames(notes: string, dice: Dice): number {
  const changes = readNames(notes);
  const lost = changes.slice(dice.below(changes.length + 1));
  for (const change of lost.toReversed()) takeBack(change);
  return lost.length;
}

function readNames(notes: string): NameChange[] {
  const file = join(notes, 'names');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [letter = '', inode, number, from = '', to = ''] = line.split('\t');
    const kind = kinds[letter];
    if (!kind) throw new Error(`A note of a name cannot be read: ${line}`);
    const kept = number === '0' ? null : join(notes, `kept-${number}`);
    return { kind, inode: Number(inode), kept, from, to };
  });
}

/** What was changed again since, without a note, stays as it is. */
function takeBack({ kind, inode, kept, from, to }: NameChange): void {
  if (kind === 'created' && isAt(from, inode)) unlinkSync(from);
  if (kind === 'folder made' && isAt(from, inode)) removeWhenEmpty(from);
  if (kind === 'renamed' && isAt(to, inode) && !existsSync(from)) move(to, from);
  const place = kind === 'renamed' ? to : from;
  if (kept !== null && !existsSync(place)) move(kept, place);
}

function isAt(path: string, inode: number): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.ino === inode;
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function removeWhenEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY') throw thrown;
  }
}
