// Videos that serve as reference media: the user's own, and clips that others go on from. Newest first, by the words of their title and
// prompt. They are clips of the library: nothing is kept of them here.
import { AppError } from '#shared/errors.ts';
import type { Database } from './database.ts';

export interface VideoQuestion {
  readonly search: string;
  readonly unusedOnly: boolean;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface FoundVideo {
  readonly sequence: number;
  /** Clips that go on from it. */
  readonly usedBy: number;
}

const inLibrary = `g.status = 'ready' and g.trashed_at is null`;
const videos = `
  select g.sequence from generation g where g.kind = 'imported' and ${inLibrary}
  union
  select g.sequence from (select distinct source_sha256 from generation where source_sha256 is not null) s
    join output o on o.sha256 = s.source_sha256
    join generation g on g.sequence = o.generation_sequence where ${inLibrary}`;
const usedBy = `(select count(*) from generation u where u.source_sha256 = o.sha256 and u.source_sha256 is not null
  and u.trashed_at is null)`;

export function findVideos(db: Database, question: VideoQuestion) {
  const { search, unusedOnly, cursor, limit } = question;
  const words = search.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 16);
  const from = `(${videos}) v join generation g on g.sequence = v.sequence
    join output o on o.generation_sequence = g.sequence and o.position = 0`;
  const where = [
    'true',
    ...words.map(() => `instr(lower(g.title || ' ' || g.prompt), ?) > 0`),
    ...(unusedOnly ? [`${usedBy} = 0`] : []),
  ].join(' and ');
  const rows = db.all<FoundVideo>(
    `select g.sequence, ${usedBy} as usedBy from ${from}
     where ${where} and g.sequence < ? order by g.sequence desc limit ?`,
    ...words,
    cursor === null ? Number.MAX_SAFE_INTEGER : readPlace(cursor),
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const sum = db.get<{ readonly total: number }>(
    `select count(*) as total from ${from} where ${where}`,
    ...words,
  );
  return {
    videos: page,
    nextCursor: rows.length > limit && last ? String(last.sequence) : null,
    total: sum?.total ?? 0,
  };
}

function readPlace(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new AppError('invalid-input', 'The place to go on from is not known.');
}
