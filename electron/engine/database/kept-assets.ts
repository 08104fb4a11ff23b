// Reference images as people keep them: found by name, with what they were used for and what stands for them in new clips.
import type { KeptAsset } from '#shared/contract/assets.ts';
import { assetIdSchema } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { type AssetRow, toAsset } from './asset-reads.ts';
import type { Database, SqlValue } from './database.ts';

export interface KeptAssetRow extends AssetRow {
  readonly is_missing: number;
  readonly other_id: string | null;
  readonly other_name: string | null;
}

const used =
  '(select count(distinct generation_sequence) from generation_image where asset_sequence = a.sequence)';
const select = `select a.sequence, a.id, a.sha256, a.mime_type, a.size_bytes, a.width, a.height, a.original_name,
    a.file_path, a.created_at, a.is_missing, ${used} as used_by, b.id as other_id, b.original_name as other_name
  from asset a left join asset b on b.sha256 = a.replaced_by`;

export interface AssetQuestion {
  readonly search: string;
  readonly unusedOnly: boolean;
  /** Of the page before; `null` for the first one. */
  readonly cursor: string | null;
  readonly limit: number;
}

export interface FoundAssets {
  readonly rows: readonly KeptAssetRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly bytes: number;
}

interface Wanted {
  readonly where: string;
  readonly values: readonly SqlValue[];
}

/** Every word has to be somewhere in the name. */
export function findAssets(db: Database, question: AssetQuestion): FoundAssets {
  const { search, unusedOnly, cursor, limit } = question;
  const words = search.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 16);
  const conditions = [
    ...words.map(() => 'instr(lower(a.original_name), ?) > 0'),
    ...(unusedOnly
      ? ['not exists (select 1 from generation_image where asset_sequence = a.sequence)']
      : []),
  ];
  const wanted = { where: ['true', ...conditions].join(' and '), values: words };
  const found = walkAssets(db, wanted, cursor === null ? null : readPlace(cursor), limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const sum = db.get<{ readonly total: number; readonly bytes: number }>(
    `select count(*) as total, coalesce(sum(a.size_bytes), 0) as bytes from asset a where ${wanted.where}`,
    ...words,
  );
  return {
    rows: page.flatMap(
      ({ sequence }) => db.get<KeptAssetRow>(`${select} where a.sequence = ?`, sequence) ?? [],
    ),
    nextCursor: found.length > limit && last ? writePlace(last) : null,
    total: sum?.total ?? 0,
    bytes: sum?.bytes ?? 0,
  };
}

/** Newest first, those that another one stands for after all others. */
interface Place {
  readonly isReplaced: boolean;
  readonly sequence: number;
}

function walkAssets(db: Database, wanted: Wanted, after: Place | null, limit: number): Place[] {
  const places: Place[] = [];
  for (const isReplaced of [false, true]) {
    if (after?.isReplaced === true && !isReplaced) continue;
    const from = after?.isReplaced === isReplaced ? after.sequence : Number.MAX_SAFE_INTEGER;
    const rows = db.all<{ readonly sequence: number }>(
      `select a.sequence from asset a where ${isReplaced ? '' : 'not'} exists
         (select 1 from asset b where b.sha256 = a.replaced_by)
         and a.sequence < ? and ${wanted.where} order by a.sequence desc limit ?`,
      from,
      ...wanted.values,
      limit - places.length,
    );
    places.push(...rows.map(({ sequence }) => ({ isReplaced, sequence })));
  }
  return places;
}

function writePlace({ isReplaced, sequence }: Place): string {
  return `${isReplaced ? 'replaced' : 'present'}-${sequence}`;
}

function readPlace(text: string): Place {
  const [, kind, digits] = /^(present|replaced)-(\d{1,15})$/.exec(text) ?? [];
  if (kind === undefined) {
    throw new AppError('invalid-input', 'The place to go on from is not known.');
  }
  return { isReplaced: kind === 'replaced', sequence: Number(digits) };
}

export function requireKeptAsset(db: Database, id: string): KeptAssetRow {
  const row = db.get<KeptAssetRow>(`${select} where a.id = ?`, id);
  if (!row) throw new AppError('not-found', 'This image is not in the library.');
  return row;
}

export function toKeptAsset(row: KeptAssetRow): KeptAsset {
  return {
    ...toAsset(row),
    isMissing: row.is_missing === 1,
    replacedBy:
      row.other_id === null
        ? null
        : { id: assetIdSchema.parse(row.other_id), originalName: row.other_name ?? '' },
  };
}

/** What new clips use in the place of this one: itself, when nothing stands for it. A ring, which only a file can bring, ends. */
export function currentAsset(db: Database, id: string): KeptAssetRow | null {
  const seen = new Set<string>();
  let row = db.get<KeptAssetRow>(`${select} where a.id = ?`, id) ?? null;
  while (row?.other_id && !seen.has(row.other_id)) {
    seen.add(row.id);
    if (seen.has(row.other_id)) break;
    row = db.get<KeptAssetRow>(`${select} where a.id = ?`, row.other_id) ?? row;
  }
  return row;
}

export interface AssetUse {
  readonly sequences: readonly number[];
  readonly total: number;
}

/** Clips that were made with it, newest first, without those in the trash. */
export function usesOfAsset(db: Database, sequence: number, limit: number): AssetUse {
  const from = `from generation g where g.trashed_at is null and g.sequence in
    (select generation_sequence from generation_image where asset_sequence = ?)`;
  const rows = db.all<{ readonly sequence: number }>(
    `select g.sequence ${from} order by g.sequence desc limit ?`,
    sequence,
    limit,
  );
  const sum = db.get<{ readonly total: number }>(`select count(*) as total ${from}`, sequence);
  return { sequences: rows.map((row) => row.sequence), total: sum?.total ?? 0 };
}
