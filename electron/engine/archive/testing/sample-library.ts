// A library on disk with real tables and small files, for tests of archives. No engine runs on it.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { takeStep } from '../../database/migrate.ts';
import { migrations } from '../../database/migrations/index.ts';
import { libraryPaths } from '../../library/library-paths.ts';
import type { ArchiveSource } from '../export/write-archive.ts';

export const sampleAt = Date.UTC(2026, 10, 23, 12, 0, 0);

export interface SampleClip {
  readonly prompt: string;
  readonly title?: string;
  readonly content?: Buffer;
  readonly filePath?: string;
  readonly failureMessage?: string;
}

export interface SampleLibrary {
  readonly home: string;
  readonly library: string;
  readonly source: ArchiveSource;
  readonly db: BetterSqlite3.Database;
  addClip(clip: SampleClip): { readonly id: string; readonly file: string };
  write(path: string, content: Buffer | string): string;
  /** An empty folder for archives, apart from home; goes with it. */
  readonly outside: string;
  remove(): void;
}

const sha256 = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex');

export function makeSampleLibrary(): SampleLibrary {
  const home = mkdtempSync(join(tmpdir(), 'kling5-archive-'));
  const outside = mkdtempSync(join(tmpdir(), 'kling5-outside-'));
  const library = join(home, 'library');
  mkdirSync(library);
  const paths = libraryPaths(library);
  const db = new BetterSqlite3(paths.database);
  db.pragma('journal_mode = WAL');
  for (const step of migrations) takeStep(db, step);
  db.pragma(`user_version = ${migrations.length}`);
  writeFileSync(paths.marker, JSON.stringify({ format: 1, libraryId: 'sample00library' }));
  let made = 0;

  function write(path: string, content: Buffer | string): string {
    const file = join(library, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  function addClip(clip: SampleClip): { id: string; file: string } {
    made += 1;
    const id = `gen${String(made).padStart(9, '0')}`;
    const suffix = String(made).padStart(6, '0');
    const path = clip.filePath ?? `videos/2026/11/2026-11-23 clip [${suffix}].mp4`;
    const content = clip.content ?? Buffer.from(`video ${made}`);
    const asset = `asset${suffix}00`;
    const image = Buffer.from(`image ${made}`);
    const imageHash = sha256(image);
    const assetPath = `assets/${imageHash.slice(0, 2)}/${imageHash}.png`;
    write(assetPath, image);
    const posterPath = `posters/out${suffix}00.jpg`;
    write(posterPath, `poster ${made}`);
    const isPlain = clip.filePath === undefined;
    const file = isPlain ? write(path, content) : join(library, path);
    db.transaction(() => {
      db.prepare(
        `insert into prompt values (?, ?, ?, 1, ?, ?, ?)
         on conflict (text_sha256) do nothing`,
      ).run(made, sha256(clip.prompt), clip.prompt, sampleAt, sampleAt, id);
      db.prepare(
        `insert into asset (sequence, id, sha256, mime_type, size_bytes, width, height, original_name, file_path, created_at)
         values (?, ?, ?, ?, ?, 8, 8, ?, ?, ?)`,
      ).run(made, asset, imageHash, 'image/png', image.length, 'holiday.png', assetPath, sampleAt);
      db.prepare(
        `insert into generation (sequence, id, idempotency_key, kind, model_id, model_name, model_version, provider,
           region, prompt, prompt_id, parameters, title, take, take_count, status, failure_message, created_at, updated_at)
         values (?, ?, ?, 'image-to-video', 'kling-3.0', 'Kling 3.0', '1', 'demo', 'here', ?,
           (select id from prompt where text_sha256 = ?), '{"duration":5,"aspect":"16:9"}', ?, 1, 1, 'ready', ?, ?, ?)`,
      ).run(
        made,
        id,
        `key${suffix}00`,
        clip.prompt,
        sha256(clip.prompt),
        clip.title ?? '',
        clip.failureMessage ?? null,
        sampleAt + made,
        sampleAt,
      );
      db.prepare(`insert into generation_image values (?, 0, 'first-frame', ?)`).run(made, made);
      db.prepare(
        `insert into output (generation_sequence, position, id, file_path, poster_path, mime_type, sha256, size_bytes,
           width, height, duration_ms, fps, saved_at)
         values (?, 0, ?, ?, ?, 'video/mp4', ?, ?, 1280, 720, 5000, 24, ?)`,
      ).run(made, `out${suffix}00`, path, posterPath, sha256(content), content.length, sampleAt);
      db.prepare(
        `insert into event (generation_sequence, at, type, status) values (?, ?, 'created', 'queued')`,
      ).run(made, sampleAt);
    })();
    return { id, file };
  }

  return {
    home,
    outside,
    library,
    db,
    addClip,
    write,
    source: {
      database: paths.database,
      library,
      home,
      libraryId: 'sample00library',
      version: '0.0.0-test',
      now: () => sampleAt,
    },
    remove: () => {
      db.close();
      for (const folder of [home, outside]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const quiet = {
  includeMedia: true,
  progress: { phase: () => undefined, add: () => undefined, items: () => undefined },
  signal: new AbortController().signal,
} as const;
