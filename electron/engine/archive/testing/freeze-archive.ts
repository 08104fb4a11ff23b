// Keeps an archive as this version of the app writes it, for the tests of later versions, made of the frozen library of the same
// version: `node electron/engine/archive/testing/freeze-archive.ts`. Run it before a release, never on an old file.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { migrations } from '../../database/migrations/index.ts';
import { writeArchive } from '../export/write-archive.ts';
import { quiet, sampleAt } from './sample-library.ts';

const frozen = fileURLToPath(new URL('../frozen/', import.meta.url));
const libraries = fileURLToPath(new URL('../../database/migrations/frozen/', import.meta.url));
const version = Number(process.argv[2] ?? migrations.length);

const home = await mkdtemp(join(tmpdir(), 'kling5-freeze-'));
try {
  const library = join(home, 'library');
  await mkdir(library);
  const database = join(library, 'library.db');
  await writeFile(
    database,
    gunzipSync(await readFile(join(libraries, `library-v${version}.db.gz`))),
  );
  await giveFiles(database, library);
  const name = `archive-v${version}.zip`;
  const archive = join(home, name);
  const source = { database, library, home, libraryId: 'frozen00library', now: () => sampleAt };
  await writeArchive({ ...source, version: `0.${version}.0-frozen` }, archive, quiet);
  await mkdir(frozen, { recursive: true });
  await writeFile(join(frozen, name), await readFile(archive), { flag: 'wx' }); // what is frozen stays as it is
  process.stdout.write(`${name}\n`);
} finally {
  await rm(home, { recursive: true, force: true });
}

/** A frozen library has no files: a few bytes stand for each, and its row says so. */
async function giveFiles(database: string, library: string): Promise<void> {
  const connection = new BetterSqlite3(database);
  try {
    for (const table of ['output', 'asset'] as const) {
      const rows = connection.prepare(`select * from ${table}`).all() as Record<string, string>[];
      const update = connection.prepare(
        `update ${table} set sha256 = ?, size_bytes = ? where id = ?`,
      );
      for (const { id = '', file_path: path = '', poster_path: poster } of rows) {
        const content = Buffer.from(`stands for ${path}`);
        update.run(createHash('sha256').update(content).digest('hex'), content.length, id);
        await put(join(library, path), content);
        if (poster) await put(join(library, poster), Buffer.from(`stands for ${poster}`));
      }
    }
  } finally {
    connection.close();
  }
}

async function put(file: string, content: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
