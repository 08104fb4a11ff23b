// What facets are counted from, kept in memory piece by piece: the place, shape, marks and hour of every clip and its tags. Triggers of
// this connection say which pieces have to be read again; nothing here is written to the disk, and nothing of it outlives the engine.
import { labels } from '#shared/domain/clip-change.ts';
import { verdicts } from '#shared/domain/verdict.ts';
import type { Database } from './database.ts';
import { type ModelInUse, modelsInTrash, modelsInUse } from './models-in-use.ts';

/** Clips of one piece, by the order of creation. Reading one takes a few milliseconds. */
export const pieceSize = 4096;

export const factColumns = ['shape', 'marks', 'hour'] as const;
export type FactColumn = (typeof factColumns)[number];

export interface Piece {
  /** Sequence of the first place; the others follow. */
  readonly start: number;
  /** 0: nothing to be counted, 1: in the library, 2: in the trash. */
  readonly place: Uint8Array;
  /** Places in the list of codes. */
  readonly facts: Readonly<Record<FactColumn, Uint32Array>>;
  /** Which place has which tag, side by side. */
  readonly tagged: Uint16Array;
  readonly tags: Uint32Array;
}

/** Every code that was seen, once. A clip names its code by its place here. */
export type CodesOf = Readonly<Record<FactColumn, readonly number[]>>;

export interface ClipFacts {
  /** All pieces as they are now. Read in steps with a breath between them, so that a page that is asked for meanwhile does not wait. */
  readonly pieces: (signal: AbortSignal) => Promise<readonly Piece[]>;
  readonly codes: CodesOf;
  /** In the order of the numbers in the marks. */
  readonly models: readonly ModelInUse[];
}

export const hourMs = 3_600_000;
/** More models than these have no number. */
const mostModels = 10_000;

export function createClipFacts(db: Database): ClipFacts {
  const known: Piece[] = [];
  const models: ModelInUse[] = [];
  const codes = { shape: createCodes(), marks: createCodes(), hour: createCodes() };
  const changed = followChanges(db);
  const read = (index: number): Piece => {
    const start = index * pieceSize;
    const piece = emptyPiece(start, readTags(db, start));
    const hasVideo = new Uint8Array(pieceSize);
    const shapes = readShapes(db, start);
    for (const [index, sequence] of shapes.sequences.entries()) {
      hasVideo[sequence - start] = 1;
      piece.facts.shape[sequence - start] = codes.shape.placeOf(shapes.codes[index] ?? 0);
    }
    for (const { place, sequences, marks, hours } of readMarks(db, models, start)) {
      for (const [index, sequence] of sequences.entries()) {
        const at = sequence - start;
        if (hasVideo[at] !== 1) continue;
        piece.place[at] = place;
        piece.facts.marks[at] = codes.marks.placeOf(marks[index] ?? 0);
        piece.facts.hour[at] = codes.hour.placeOf(hours[index] ?? 0);
      }
    }
    return piece;
  };
  return {
    models,
    codes: { shape: codes.shape.all, marks: codes.marks.all, hour: codes.hour.all },
    pieces: async (signal) => {
      const { last } = db.get<{ last: number }>(
        'select coalesce(max(sequence), 0) as last from generation',
      ) ?? { last: 0 };
      const count = Math.floor(last / pieceSize) + 1;
      known.length = Math.min(known.length, count);
      addModels(db, models);
      for (let index = 0; index < count; index += 1) {
        if (!changed.take(index) && known[index]) continue;
        known[index] = read(index);
        // oxlint-disable-next-line no-await-in-loop -- the breath is the point
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
      }
      return known;
    },
  };
}

function createCodes() {
  const all: number[] = [];
  const places = new Map<number, number>();
  return {
    all,
    placeOf: (code: number) => {
      const place = places.get(code);
      if (place !== undefined) return place;
      places.set(code, all.length);
      return all.push(code) - 1;
    },
  };
}

function emptyPiece(start: number, tags: Pick<Piece, 'tagged' | 'tags'>): Piece {
  const column = () => new Uint32Array(pieceSize);
  const facts = { shape: column(), marks: column(), hour: column() };
  return { start, place: new Uint8Array(pieceSize), facts, ...tags };
}

interface Shapes {
  readonly sequences: readonly number[];
  readonly codes: readonly number[];
}

/** Columns are read as texts of JSON: to hand over each row by itself takes as long as to find it. From a narrow index. */
function readShapes(db: Database, start: number): Shapes {
  const row = db.get<Readonly<Record<'sequences' | 'codes', string>>>(
    `select json_group_array(o.generation_sequence) as sequences, json_group_array(${shapeCode}) as codes
     from output o indexed by output_facts
     where o.position = 0 and o.generation_sequence >= ? and o.generation_sequence < ?`,
    start,
    start + pieceSize,
  );
  return { sequences: numbersOf(row?.sequences), codes: numbersOf(row?.codes) };
}

interface Marks {
  readonly place: 1 | 2;
  readonly sequences: readonly number[];
  readonly marks: readonly number[];
  readonly hours: readonly number[];
}

/** Of the library and of the trash. */
function readMarks(db: Database, models: readonly ModelInUse[], start: number): Marks[] {
  const values = [...models.map(({ id }) => id), start, start + pieceSize];
  const read = (place: 1 | 2, index: string, condition: string): Marks => {
    const row = db.get<Readonly<Record<'sequences' | 'marks' | 'hours', string>>>(
      `select json_group_array(g.sequence) as sequences, json_group_array(${markCode(models.length)}) as marks,
         json_group_array(g.created_at / ${hourMs}) as hours
       from generation g indexed by ${index}
       where g.status = 'ready' and ${condition} and g.sequence >= ? and g.sequence < ?`,
      ...values,
    );
    return {
      place,
      sequences: numbersOf(row?.sequences),
      marks: numbersOf(row?.marks),
      hours: numbersOf(row?.hours),
    };
  };
  // of the library from a narrow index, in place of the rows, which hold the whole prompts
  return [
    read(1, 'clip_facts', 'g.trashed_at is null'),
    read(2, 'generation_in_trash', 'g.trashed_at is not null'),
  ];
}

const numbersOf = (text = '[]') => JSON.parse(text) as number[];

const shapeCode =
  'o.width * 1000000000 + o.height * 10000 + min(9999, (o.duration_ms + 500) / 1000)';

function markCode(modelCount: number): string {
  const labelled = labels.map((label, index) => `when '${label}' then ${index + 1}`).join(' ');
  const models = Array.from({ length: modelCount }, (_, index) => `when ? then ${index}`).join(' ');
  const model = modelCount === 0 ? mostModels : `case g.model_id ${models} else ${mostModels} end`;
  const judged = verdicts.map((verdict, index) => `when '${verdict}' then ${index + 1}`).join(' ');
  return `(((${model}) * 10 + case g.label ${labelled} else 0 end) * 20 + g.rating * 2 + g.is_favourite) * 10
    + case g.verdict ${judged} else 0 end`;
}

function readTags(db: Database, start: number): Pick<Piece, 'tagged' | 'tags'> {
  const pairs = db.connection
    .prepare(
      `select generation_sequence, tag_id from generation_tag
       where generation_sequence >= ? and generation_sequence < ?`,
    )
    .raw(true)
    .all(start, start + pieceSize) as readonly (readonly [number, number])[];
  return {
    tagged: Uint16Array.from(pairs, ([sequence]) => sequence - start),
    tags: Uint32Array.from(pairs, ([, tag]) => tag),
  };
}

/** A model keeps its number, and takes the newest of its names. */
function addModels(db: Database, models: ModelInUse[]): void {
  const inTrash = modelsInTrash(db);
  for (const model of [...inTrash, ...modelsInUse(db)]) {
    const place = models.findIndex(({ id }) => id === model.id);
    if (place !== -1) models[place] = model;
    else if (models.length < mostModels) models.push(model);
  }
}

interface Changes {
  /** Whether a piece has to be read again; asked once, it has been. */
  readonly take: (piece: number) => boolean;
}

/** A change that is rolled back counts as one too: the piece is then read again and is what it was. */
function followChanges(db: Database): Changes {
  const { connection } = db;
  const pieces = new Set<number>();
  connection.function('facts_changed', (sequence: unknown) => {
    pieces.add(Math.floor(Number(sequence) / pieceSize));
    return null;
  });
  const watch = (table: string, key: string, columns: string) =>
    ['insert', 'delete', `update of ${columns}`].map((act) => {
      const [row] = act === 'delete' ? ['old'] : ['new'];
      return `create temp trigger facts_${table}_${act.slice(0, 6)} after ${act} on main.${table}
        begin select facts_changed(${row}.${key}); end;`;
    });
  connection.exec(
    [
      ...watch(
        'generation',
        'sequence',
        'status, trashed_at, model_id, label, rating, is_favourite, verdict, created_at',
      ),
      ...watch(
        'output',
        'generation_sequence',
        'generation_sequence, position, width, height, duration_ms',
      ),
      ...watch('generation_tag', 'generation_sequence', 'generation_sequence, tag_id'),
    ].join('\n'),
  );
  return { take: (piece) => pieces.delete(piece) };
}
