// Looks at a library when nothing is under way: the database is sound, every job has come its way by legal steps, every file
// has a row. Returns what does not add up.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  generationEvents,
  type GenerationEventType,
  type GenerationStatus,
  transition,
} from '#shared/domain/generation-status.ts';
import type { Database } from '../../database/database.ts';
import type { TestEngine } from '../start-engine.ts';

export interface LibraryAuditOptions {
  /** The cloud has a poster for each clip, and nothing has kept one from being fetched. */
  readonly hasPosters: boolean;
}

export function auditLibrary(engine: TestEngine, options: LibraryAuditOptions): string[] {
  const { db } = engine.engine.context;
  return [
    ...auditDatabase(db),
    ...auditSteps(db),
    ...auditEndings(db),
    ...auditPosters(db, engine.library, options),
    ...auditAssets(db, engine.library),
  ];
}

function auditDatabase(db: Database): string[] {
  const integrity = String(db.connection.pragma('integrity_check', { simple: true }));
  const strays = db.connection.pragma('foreign_key_check') as unknown[];
  return [
    ...(integrity === 'ok' ? [] : [`integrity: ${integrity}`]),
    ...(strays.length === 0 ? [] : [`${strays.length} rows point nowhere`]),
  ];
}

interface EventRow {
  readonly sequence: number;
  readonly type: string;
  readonly status: GenerationStatus;
}

const moves: ReadonlySet<string> = new Set(generationEvents);

/** Plays the events of every job again. */
function auditSteps(db: Database): string[] {
  const jobs = db.all<{ readonly sequence: number; readonly status: GenerationStatus }>(
    'select sequence, status from generation',
  );
  const events = db.all<EventRow>(
    'select generation_sequence as sequence, type, status from event order by id',
  );
  return jobs.flatMap(({ sequence, status }) => {
    const [first, ...others] = events.filter((event) => event.sequence === sequence);
    if (first?.type !== 'created' || first.status !== 'queued') {
      return [`job ${sequence} begins with ${first?.type}`];
    }
    let present: GenerationStatus = first.status;
    for (const event of others) {
      const next: GenerationStatus | null = moves.has(event.type)
        ? transition(present, event.type as GenerationEventType)
        : present;
      if (next === null || next !== event.status) {
        return [`job ${sequence}: ${event.type} leads from ${present} to ${event.status}`];
      }
      present = next;
    }
    return present === status ? [] : [`job ${sequence} is ${status}, its events say ${present}`];
  });
}

/** Nothing of the work stays behind, and what went wrong has a reason. */
function auditEndings(db: Database): string[] {
  const count = (sql: string) => db.get<{ readonly count: number }>(sql)?.count ?? 0;
  const rules = [
    ['clips failed without a reason', "status in ('failed', 'refused') and failure_code is null"],
    ['clips ended and have no time for it', 'ended_at is null'],
    ['clips are ready and have a failure', "status = 'ready' and failure_code is not null"],
    ['ended clips stand in the queue', 'sequence in (select generation_sequence from queue_place)'],
    ['ended clips have a download', 'sequence in (select generation_sequence from incoming)'],
    [
      'clips are not ready and have a file',
      "status <> 'ready' and sequence in (select generation_sequence from output)",
    ],
  ] as const;
  return rules.flatMap(([words, condition]) => {
    const found = count(`select count(*) as count from generation where ${condition}`);
    return found === 0 ? [] : [`${found} ${words}`];
  });
}

function auditPosters(db: Database, library: string, options: LibraryAuditOptions): string[] {
  const outputs = db.all<{ readonly file: string; readonly poster: string | null }>(
    'select file_path as file, poster_path as poster from output',
  );
  return outputs.flatMap(({ file, poster }) => {
    if (poster === null) return options.hasPosters ? [`${file} has no poster`] : [];
    const path = join(library, poster);
    if (!existsSync(path)) return [`${poster} is not there`];
    const bytes = readFileSync(path);
    const isWhole = bytes.subarray(0, 2).equals(jpegStart) && bytes.subarray(-2).equals(jpegEnd);
    return isWhole ? [] : [`${poster} is damaged`];
  });
}

const jpegStart = Buffer.from([0xff, 0xd8]);
const jpegEnd = Buffer.from([0xff, 0xd9]);

function auditAssets(db: Database, library: string): string[] {
  const rows = db.all<{ readonly path: string }>('select file_path as path from asset');
  const known = new Set(rows.map(({ path }) => path));
  const folder = join(library, 'assets');
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  const files = names
    .map((name) => `assets/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.[a-z0-9]+$/.test(path));
  return [
    ...files.filter((path) => !known.has(path)).map((path) => `${path} belongs to nothing`),
    ...[...known]
      .filter((path) => !existsSync(join(library, path)))
      .map((path) => `${path} is gone`),
  ];
}
