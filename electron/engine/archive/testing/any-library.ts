// Any library that the app could have come to have, from a seed: every table, every column, odd words, lost and changed files, gaps
// where something was deleted. For property tests; written by SQL, so that no rule of the app narrows what is tried.
import { createHash } from 'node:crypto';
import {
  type GenerationStatus,
  generationStatuses,
  isActive,
} from '#shared/domain/generation-status.ts';
import { labels } from '#shared/domain/clip-change.ts';
import { clipKinds } from '#shared/domain/clip-kind.ts';
import { verdictReasons, verdicts } from '#shared/domain/verdict.ts';
import { createDice, type Dice } from '../../testing/dice.ts';
import { addRecords } from './any-records.ts';
import { anyId, anyWords } from './any-words.ts';
import { type SampleLibrary, sampleAt } from './sample-library.ts';

/** What is drawn so far. */
interface Drawn {
  readonly dice: Dice;
  readonly library: SampleLibrary;
  readonly generations: string[];
  /** Sequences. */
  readonly assets: number[];
  readonly tags: number[];
  readonly savedPrompts: string[];
  readonly contents: string[];
  nextEvent: number;
}

export function fillLibrary(library: SampleLibrary, seed: number): void {
  const dice = createDice(seed);
  const drawn: Drawn = {
    dice,
    library,
    generations: [],
    assets: [],
    tags: [],
    savedPrompts: [],
    contents: [],
    nextEvent: 1,
  };
  library.db.pragma('foreign_keys = ON');
  library.db.transaction(() => {
    for (let count = dice.below(6); count > 0; count -= 1) addAsset(drawn);
    for (let count = dice.below(5); count > 0; count -= 1) addTag(drawn);
    for (let count = dice.below(4); count > 0; count -= 1) addSavedPrompt(drawn);
    let sequence = 0;
    for (let count = dice.below(14); count > 0; count -= 1) {
      sequence += dice.chance(0.2) ? dice.upTo(50) : 1;
      addGeneration(drawn, sequence);
    }
    addCollections(drawn);
    addRecords(dice, library);
  })();
}

const imageTypes = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const;
const videoTypes = { 'video/mp4': 'mp4', 'video/webm': 'webm', 'video/quicktime': 'mov' } as const;

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

const anyTime = (dice: Dice): number =>
  dice.chance(0.1) ? dice.upTo(4_000_000_000_000) : sampleAt + dice.below(100_000_000);

const insert = ({ library }: Drawn, table: string, row: Readonly<Record<string, unknown>>) =>
  Number(
    library.db
      .prepare(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row)).lastInsertRowid,
  );

/** Writes what a row names, or not, or something else. Returns what the row says of it. */
function addFile(
  { dice, library }: Drawn,
  path: string,
  content: Buffer,
): { readonly sha256: string; readonly size_bytes: number; readonly is_missing: number } {
  const isMissing = dice.chance(0.1);
  const fate = dice.below(12);
  if (fate === 0) library.write(path, Buffer.concat([content, Buffer.from(' changed')]));
  else if (fate > 1 && !isMissing) library.write(path, content);
  return { sha256: sha256(content), size_bytes: content.length, is_missing: Number(isMissing) };
}

function addAsset(drawn: Drawn): void {
  const { dice, assets } = drawn;
  const type = dice.pick(['image/png', 'image/jpeg', 'image/webp']);
  const extension = imageTypes[type];
  const content = Buffer.from(`image ${assets.length} ${dice.below(10 ** dice.upTo(9))}`);
  const hash = sha256(content);
  const path = `assets/${hash.slice(0, 2)}/${hash}.${extension}`;
  const sequence = (assets.at(-1) ?? 0) + dice.upTo(3);
  insert(drawn, 'asset', {
    sequence,
    id: anyId(dice, 'asset'),
    mime_type: type,
    width: dice.upTo(8000),
    height: dice.upTo(8000),
    original_name: `${anyWords(dice).slice(0, 200)}.${extension}`,
    file_path: path,
    created_at: anyTime(dice),
    replaced_by: dice.chance(0.3) ? (drawn.contents.at(-1) ?? null) : null,
    ...addFile(drawn, path, content),
  });
  drawn.contents.push(hash);
  assets.push(sequence);
}

function addSavedPrompt(drawn: Drawn): void {
  const { dice, savedPrompts } = drawn;
  const id = anyId(dice, 'saved');
  const words = () => ({ text: anyWords(dice), variables: { city: [anyWords(dice)] } });
  const versions = Array.from({ length: dice.below(4) }, () => ({
    ...words(),
    at: new Date(anyTime(dice)).toISOString(),
  }));
  const { text, variables } = words();
  insert(drawn, 'saved_prompt', {
    sequence: dice.upTo(5) + savedPrompts.length * 5,
    id,
    kind: dice.pick(['prompt', 'snippet']),
    title: anyWords(dice).slice(0, 200),
    text,
    variables: JSON.stringify(dice.chance(0.5) ? variables : {}),
    tags: JSON.stringify(dice.chance(0.5) ? [anyWords(dice).slice(0, 60)] : []),
    versions: JSON.stringify(versions),
    is_favourite: dice.below(2),
    created_at: anyTime(dice),
    worded_at: anyTime(dice),
    updated_at: anyTime(dice),
  });
  savedPrompts.push(id);
}

function addTag(drawn: Drawn): void {
  const { dice, tags } = drawn;
  const id = (tags.at(-1) ?? 0) + dice.upTo(4);
  insert(drawn, 'tag', {
    id,
    name: `${anyWords(dice).slice(0, 100)} ${id}`,
    created_at: anyTime(dice),
  });
  tags.push(id);
}

function addCollections(drawn: Drawn): void {
  const { dice, library } = drawn;
  const sequences = library.db
    .prepare('select sequence from generation order by sequence')
    .pluck()
    .all() as number[];
  let sequence = 0;
  for (let count = dice.below(4); count > 0; count -= 1) {
    sequence += dice.upTo(3);
    insert(drawn, 'collection', {
      sequence,
      id: anyId(dice, 'collection'),
      name: anyWords(dice).slice(0, 100) || 'Reel',
      created_at: anyTime(dice),
      updated_at: anyTime(dice),
    });
    for (const generation of sequences.filter(() => dice.chance(0.4))) {
      insert(drawn, 'collection_item', {
        collection_sequence: sequence,
        generation_sequence: generation,
        position: dice.below(1e6) / 8 - 1000,
        added_at: anyTime(dice),
      });
    }
  }
  for (let count = dice.below(3); count > 0; count -= 1) {
    insert(drawn, 'saved_search', {
      id: anyId(dice, 'search'),
      name: anyWords(dice).slice(0, 100) || 'Night',
      search: `tag:rain ${anyWords(dice).slice(0, 100)}`,
      sort: dice.pick(['newest', 'title', 'manual']),
      created_at: anyTime(dice),
    });
  }
}

function promptOf(drawn: Drawn, text: string, generation: string): number {
  const { dice, library } = drawn;
  const known = library.db
    .prepare('select id from prompt where text_sha256 = ?')
    .pluck()
    .get(sha256(text));
  if (typeof known === 'number') return known;
  return insert(drawn, 'prompt', {
    text_sha256: sha256(text),
    text,
    use_count: dice.upTo(50),
    created_at: anyTime(dice),
    last_used_at: anyTime(dice),
    last_generation_id: dice.chance(0.8) ? generation : null,
  });
}

function addGeneration(drawn: Drawn, sequence: number): void {
  const { dice, generations } = drawn;
  const id = anyId(dice, 'gen');
  const prompt = anyWords(dice);
  const status = dice.chance(0.5) ? 'ready' : dice.pick(generationStatuses);
  const isLost = dice.chance(0.2);
  insert(drawn, 'generation', {
    sequence,
    id,
    idempotency_key: anyId(dice, 'key'),
    kind: dice.pick(clipKinds),
    model_id: dice.pick(['kling-3.0', 'demo', 'kling-9/next']),
    model_name: dice.pick(['Kling 3.0', 'Demo', '可灵']),
    model_version: String(dice.below(9)),
    provider: dice.pick(['demo', 'kling']),
    region: dice.pick(['here', 'sg', '']),
    prompt,
    prompt_id: dice.chance(0.9) ? promptOf(drawn, prompt, id) : null,
    parameters: JSON.stringify(anyParameters(dice)),
    title: dice.chance(0.5) ? anyWords(dice).slice(0, 300) : '',
    notes: dice.chance(0.3) ? anyWords(dice) : '',
    take: dice.upTo(4),
    take_count: 4 + dice.below(2),
    parent_id: anyParent(dice, generations),
    source_sha256: dice.chance(0.2) ? sha256(prompt) : null,
    saved_prompt_id: dice.chance(0.3) ? (drawn.savedPrompts.at(-1) ?? anyId(dice, 'saved')) : null,
    status,
    is_favourite: dice.below(2),
    rating: dice.below(6),
    label: dice.chance(0.3) ? dice.pick(labels) : null,
    ...anyVerdict(dice),
    trashed_at: dice.chance(0.2) ? anyTime(dice) : null,
    training_consent: dice.below(2),
    cancel_requested: isActive(status) ? dice.below(2) : 0,
    attempts: dice.below(9),
    ...(isLost ? anyFailure(dice) : {}),
    credits_quoted: dice.below(500),
    credits_held: dice.below(500),
    credits_settled: dice.below(500),
    credits_refunded: dice.below(500),
    cloud_id: dice.chance(0.6) ? anyId(dice, 'cloud') : null,
    is_in_cloud: dice.below(2),
    cloud_expires_at: dice.chance(0.5) ? anyTime(dice) : null,
    cloud_erasure_id: dice.chance(0.2) ? anyId(dice, 'erasure') : null,
    keep_here: dice.below(2),
    created_at: anyTime(dice),
    updated_at: anyTime(dice),
    ended_at: isActive(status) ? null : anyTime(dice),
  });
  generations.push(id);
  addBelongings(drawn, sequence, status);
}

function anyParent(dice: Dice, generations: readonly string[]): string | null {
  if (dice.chance(0.6)) return null;
  return generations[dice.below(generations.length + 1)] ?? anyId(dice, 'erased');
}

function anyVerdict(dice: Dice): Readonly<Record<string, unknown>> {
  if (dice.chance(0.6)) return {};
  const place = dice.pick(['here', 'sending', 'sent']);
  return {
    verdict: dice.pick(verdicts),
    verdict_reason: dice.chance(0.5) ? dice.pick(verdictReasons) : null,
    verdict_place: place,
    verdict_sent_at: place === 'here' ? null : anyTime(dice),
    verdict_erasure_id: dice.chance(0.2) ? anyId(dice, 'erasure') : null,
  };
}

const anyParameters = (dice: Dice) => ({
  duration: dice.pick([5, 10, 2.5]),
  aspect: dice.pick(['16:9', '9:16']),
  ...(dice.chance(0.5) ? { sound: dice.chance(0.5) } : {}),
  ...(dice.chance(0.3) ? { negativePrompt: anyWords(dice) } : {}),
});

const anyFailure = (dice: Dice) => ({
  failure_code: dice.pick(['render-failed', 'cloud-timeout', 'policy-refused']),
  failure_message: dice.pick(['The cloud could not make it.', 'Policy 7 “faces”']),
  failure_details: dice.chance(0.5)
    ? JSON.stringify({ attempt: dice.below(5), deep: [null, { a: 1.5 }] })
    : null,
});

function addBelongings(drawn: Drawn, sequence: number, status: GenerationStatus): void {
  const { dice, assets, tags } = drawn;
  const roles = ['first-frame', 'last-frame', 'reference'] as const;
  for (let position = 0; position < dice.below(4) && assets.length > 0; position += 1) {
    insert(drawn, 'generation_image', {
      generation_sequence: sequence,
      position,
      role: dice.pick(roles),
      asset_sequence: assets[dice.below(assets.length)],
    });
  }
  for (const tag of tags) {
    if (dice.chance(0.4))
      insert(drawn, 'generation_tag', { generation_sequence: sequence, tag_id: tag });
  }
  const outputs = status === 'ready' ? dice.upTo(3) : 0;
  for (let position = 0; position < outputs; position += 1) addOutput(drawn, sequence, position);
  for (let count = dice.below(5); count > 0; count -= 1) {
    drawn.nextEvent += dice.chance(0.1) ? dice.upTo(20) : 1;
    insert(drawn, 'event', {
      id: drawn.nextEvent,
      generation_sequence: sequence,
      at: anyTime(dice),
      type: dice.pick(['created', 'started', 'saved', 'something']),
      status: dice.pick(generationStatuses),
      note: dice.chance(0.3) ? 'Tried again' : '',
    });
  }
  if (isActive(status)) {
    insert(drawn, 'queue_place', {
      generation_sequence: sequence,
      model_id: 'demo',
      rank: sequence + 0.5,
      is_paused: dice.below(2),
      crash_count: dice.below(3),
    });
  }
}

function addOutput(drawn: Drawn, sequence: number, position: number): void {
  const { dice, library } = drawn;
  const type = dice.pick(['video/mp4', 'video/webm', 'video/quicktime']);
  const extension = videoTypes[type];
  const id = anyId(dice, 'out');
  const suffix = `${id.slice(-6)}${position === 0 ? '' : `-${position + 1}`}`;
  const path = `videos/2026/11/2026-11-23 ${dice.pick(['neon', '霓虹', 'a b'])} [${suffix}].${extension}`;
  const poster = `posters/${id}.jpg`;
  const isEmpty = dice.chance(0.12); // two such of one clip have the same content
  const content = Buffer.alloc(isEmpty ? 0 : dice.upTo(3000), `video ${id} `);
  const hasPoster = dice.chance(0.8);
  if (hasPoster && dice.chance(0.9)) library.write(poster, `poster ${id}`);
  insert(drawn, 'output', {
    generation_sequence: sequence,
    position,
    id,
    cloud_id: dice.chance(0.5) ? anyId(dice, 'cloud') : null,
    file_path: path,
    poster_path: hasPoster ? poster : null,
    mime_type: type,
    width: dice.upTo(4000),
    height: dice.upTo(4000),
    duration_ms: dice.below(600_000),
    fps: dice.pick([23.976, 24, 30, 59.94]),
    saved_at: anyTime(dice),
    ...addFile(drawn, path, content),
  });
}
