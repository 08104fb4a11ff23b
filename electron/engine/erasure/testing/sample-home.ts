// A home folder as the app leaves it, with a library, Chromium's folders, and files of others in between. For tests of the wipe.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { claimHome } from '../home-marker.ts';
import type { ListedFile } from '../../library/listed-files.ts';
import { writeWipeOrder } from '../wipe-order.ts';

export const canary = 'CANARY-7f3a';

export interface SampleHome {
  readonly root: string;
  readonly home: string;
  readonly library: string;
  /** Files of others, with their content; they must be there afterwards, unchanged. */
  readonly strangers: ReadonlyMap<string, string>;
  write(path: string, content?: string): string;
  order(): void;
  /** Every path below root, links not followed. */
  listing(): string[];
  remove(): void;
}

export interface SampleOptions {
  /** Files that are in home before the app comes. */
  readonly before?: readonly string[];
  readonly libraryOutside?: boolean;
}

const hash = 'ab'.repeat(32);
const ownLibraryFiles: readonly (readonly [string, ListedFile['kind'] | null])[] = [
  ['library.db', null],
  ['library.db-wal', null],
  ['library.db-shm', null],
  ['.kling5-lock', null],
  ['backups/daily-2026-11-23T10-00-00-000Z.db', null],
  ['backups/damaged-2026-11-23T10-00-00-000Z-4096/library.db', null],
  ['videos/2026/11/2026-11-23 neon city [k7f3q2].mp4', 'videos'],
  ['videos/2026/10/2026-10-01 霓虹 [k7f3q3].mp4', 'videos'],
  ['videos/2026/10/2026-10-02 never listed [k7f3q4].mp4', null],
  [`assets/ab/${hash}.png`, 'assets'],
  ['posters/k7f3q2k7f3q2.jpg', 'posters'],
  ['incoming/k7f3q2.part', null],
];
const ownHomeFiles = [
  'preferences.json',
  'known-library.json',
  'logs/engine.log',
  'logs/engine.log.1',
  'embedded-gateway/gateway.db',
  `embedded-gateway/outputs/${'a1'.repeat(32)}.mp4`,
  'Cache/Cache_Data/data_0',
  'Code Cache/js/index',
  'Local Storage/leveldb/000003.log',
  'IndexedDB/x/y.ldb',
  'Cookies',
  'Preferences',
  'Partitions/p/Cookies',
  'Some New Chromium Thing/deep/store.bin',
  'Unheard Of',
];
const strangersInHome = ['holiday.jpg', 'notes.txt', 'Some New Chromium Thing/essay.docx'];
const strangersInLibrary = [
  'keep me.bin',
  'videos/my own film.mp4',
  'videos/2026/11/draft.mp4',
  'my folder/deep/thing',
  'assets/ab/readme',
  'backups/mine.db',
];

export function makeSampleHome(options: SampleOptions = {}): SampleHome {
  const root = mkdtempSync(join(tmpdir(), 'kling5-wipe-'));
  const home = join(root, 'home');
  const library = options.libraryOutside ? join(root, 'Movies/Kling') : join(home, 'library');
  const strangers = new Map<string, string>();
  const write = (path: string, content = canary) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const stranger = (path: string) => {
    strangers.set(path, `of others: ${path}`);
    write(path, `of others: ${path}`);
  };
  for (const path of options.before ?? []) stranger(join(home, path));
  claimHome(home);
  for (const path of ownHomeFiles) if (!strangers.has(join(home, path))) write(join(home, path));
  for (const [path] of ownLibraryFiles) write(join(library, path));
  write(join(library, '.kling5-library'), JSON.stringify({ format: 1, libraryId: 'lib00001' }));
  for (const path of strangersInHome) stranger(join(home, path));
  for (const path of strangersInLibrary) stranger(join(library, path));
  stranger(join(root, 'beside/file'));
  symlinkSync(join(root, 'beside'), join(library, 'videos/link'));
  symlinkSync(join(root, 'beside'), join(home, 'Cache/link'));
  chmodSync(join(library, 'posters/k7f3q2k7f3q2.jpg'), 0o400);

  return {
    root,
    home,
    library,
    strangers,
    write,
    order: () =>
      writeWipeOrder(
        home,
        {
          id: 'order0001',
          orderedAt: '2026-11-23T10:00:00.000Z',
          library: { path: library, libraryId: 'lib00001' },
          former: [],
          rows: [{ kind: 'prompts', count: 2 }],
          cloud: [],
        },
        ownLibraryFiles.flatMap(([path, kind]) => (kind ? [{ path, kind }] : [])),
      ),
    listing: () => list(root).sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [`${path}/`, ...list(path)] : [path];
  });
}

/** Own files that are still there; empty after a whole wipe. */
export function leftovers({ home, library }: SampleHome): string[] {
  return [
    ...ownHomeFiles.map((path) => join(home, path)),
    ...ownLibraryFiles.map(([path]) => join(library, path)),
  ].filter((path) => existsSync(path));
}

export function strangersUnharmed({ strangers }: SampleHome): boolean {
  return [...strangers].every(
    ([path, content]) => existsSync(path) && readFileSync(path, 'utf8') === content,
  );
}
