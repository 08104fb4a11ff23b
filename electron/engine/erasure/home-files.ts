// Goes through the home folder and tells, file by file, what a wipe removes and what it leaves alone. Deletes nothing.
import { readlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { DataKind } from '#shared/contract/data.ts';
import { listFolder, walkFiles } from './file-tree.ts';
import type { HomeClaim } from './home-marker.ts';
import {
  isLogFile,
  isPersonsDocument,
  kindOfKnownHomeEntry,
  looksLikeDocument,
  runningNames,
  stayingNames,
  wipePapers,
} from './home-names.ts';

export interface HomeFinding {
  /** Within home, with `/`. */
  readonly path: string;
  /** `null`: not the app's; it stays. */
  readonly kind: DataKind | null;
}

export interface HomeView {
  readonly home: string;
  readonly claim: HomeClaim;
  /** Absolute; a library inside home has rules of its own. */
  readonly libraries: readonly string[];
}

export function* homeFiles(view: HomeView): Generator<HomeFinding> {
  const { home } = view;
  const running = isAppRunning(home) ? runningNames : [];
  const skipped = [
    ...stayingNames,
    ...wipePapers,
    ...running,
    ...view.libraries.map((path) => topName(home, path)),
  ];
  for (const entry of listFolder(home)) {
    const { name } = entry;
    if (skipped.includes(name)) continue;
    const isFolder = entry.isDirectory();
    if (!isFolder) {
      yield { path: name, kind: kindOfFile(view, name, entry.isFile()) };
      continue;
    }
    const verdict = judgeFolder(view, name);
    if (!verdict) {
      yield { path: `${name}/`, kind: null };
      continue;
    }
    for (const file of walkFiles(join(home, name))) {
      yield { path: `${name}/${file.path}`, kind: verdict(file.path, file.isPlainFile) };
    }
  }
}

/** Folders that may be removed when they are empty, deepest first. */
export function* homeFolders(view: HomeView): Generator<string> {
  const skipped = view.libraries.map((path) => topName(view.home, path));
  for (const entry of listFolder(view.home)) {
    const { name } = entry;
    if (!entry.isDirectory() || skipped.includes(name) || !judgeFolder(view, name)) continue;
    if (view.claim.foreign.includes(name)) continue;
    yield* foldersBelow(view.home, name);
  }
}

function* foldersBelow(home: string, path: string): Generator<string> {
  for (const entry of listFolder(join(home, path))) {
    if (entry.isDirectory()) yield* foldersBelow(home, `${path}/${entry.name}`);
  }
  yield path;
}

function kindOfFile({ claim }: HomeView, name: string, isPlainFile: boolean): DataKind | null {
  if (claim.foreign.includes(name)) return null;
  const known = kindOfKnownHomeEntry(name);
  if (known || !claim.isOwn) return known;
  return isPlainFile && !looksLikeDocument(name) ? 'browser' : null;
}

type FileVerdict = (path: string, isPlainFile: boolean) => DataKind | null;

/** What becomes of the files in a folder of home; `null` when it is not looked into. */
function judgeFolder({ claim }: HomeView, name: string): FileVerdict | null {
  if (claim.foreign.includes(name)) {
    return name === 'logs' ? (path) => (isLogFile(path) ? 'logs' : null) : null;
  }
  const known = kindOfKnownHomeEntry(name);
  if (known) return (path) => (isPersonsDocument(known, `${name}/${path}`) ? null : known);
  if (!claim.isOwn) return null;
  return (path, isPlainFile) => (isPlainFile && !looksLikeDocument(path) ? 'browser' : null);
}

/** The entry of home that is, or holds, this path; empty when the path is elsewhere. */
function topName(home: string, path: string): string {
  const [first = ''] = relative(home, path).split(sep);
  return first === '..' ? '' : first;
}

/** SingletonLock is a link whose target names the host and the process: `host-1234`. */
function isAppRunning(home: string): boolean {
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(join(home, 'SingletonLock')))?.[1]);
    return Number.isInteger(pid) && process.kill(pid, 0);
  } catch {
    return process.platform === 'win32'; // the lock file there cannot be deleted while it is held
  }
}
