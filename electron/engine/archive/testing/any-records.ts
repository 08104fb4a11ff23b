// What a library holds beside clips, from dice: consents, the ledger, tombstones, erasures, settings.
import { longestRequest } from '#shared/domain/privacy-request.ts';
import type { Dice } from '../../testing/dice.ts';
import { anyId, anyWords } from './any-words.ts';
import { type SampleLibrary, sampleAt } from './sample-library.ts';

export function addRecords(dice: Dice, { db }: SampleLibrary): void {
  const at = () => sampleAt + dice.below(1_000_000);
  const many = (most: number, add: () => void) => {
    for (let count = dice.below(most); count > 0; count -= 1) add();
  };
  const consent = db.prepare('insert into consent values (null, ?, ?, ?, ?)');
  many(6, () =>
    consent.run(at(), dice.pick(['age', 'training']), dice.below(2), dice.pick(['', '2026-1'])),
  );
  const request = db.prepare(
    'insert into network_request values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  many(12, () =>
    request.run(
      at(),
      dice.pick(['GET', 'POST', 'DELETE']),
      dice.pick(['127.0.0.1:1', 'api.example']),
      `/v1/${anyWords(dice).slice(0, 50)}`,
      dice.pick(['generate', 'fetch-output']),
      dice.pick(['[]', '["prompts"]', '["prompts","assets"]']),
      dice.below(1e6),
      dice.below(1e9),
      dice.pick([null, 200, 404, 503]),
      dice.pick(['ok', 'refused', 'failed', 'cancelled']),
      dice.pick([null, anyId(dice, 'gone')]),
      dice.below(10_000) / 8,
    ),
  );
  const tombstone = db.prepare('insert into tombstone values (?, ?, ?)');
  many(5, () =>
    tombstone.run(dice.pick(['generation', 'output', 'asset']), anyId(dice, 'dead'), at()),
  );
  const erasure = db.prepare(
    'insert into erasure values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  many(6, () => {
    const state = dice.pick(['waiting', 'accepted', 'confirmed']);
    const isConfirmed = state === 'confirmed';
    erasure.run(
      anyId(dice, 'erasure'),
      JSON.stringify([{ type: 'generation', id: anyId(dice, 'gen') }]),
      state,
      at(),
      dice.below(9),
      isConfirmed ? null : at(),
      dice.pick([null, 'The cloud did not answer.']),
      isConfirmed ? at() : null,
      isConfirmed ? JSON.stringify({ what: [1, 'é'], until: null }) : null,
      dice.pick(['asked', 'kept-here']),
      dice.pick([null, 'embedded', 'https://cloud.example']),
      isConfirmed ? dice.pick([null, 'valid', 'unsigned', 'unknown-key', 'invalid']) : null,
      isConfirmed ? dice.pick([null, 'MCowBQYDK2VwAyEA']) : null,
      isConfirmed ? dice.pick([null, at()]) : null,
      isConfirmed ? dice.pick([null, at()]) : null,
    );
  });
  const receipt = db.prepare('insert into erase_order values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  many(4, () => {
    const isKind = dice.chance(0.5);
    receipt.run(
      anyId(dice, 'receipt'),
      at(),
      dice.pick([null, at()]), // one that has not ended stays with its library
      isKind ? 'kind' : dice.pick(['clips', 'matching', 'trash', 'cloud-copies']),
      isKind ? dice.pick(['assets', 'prompts', 'logs']) : null,
      dice.pick(['here', 'cloud', 'both']),
      dice.below(2),
      JSON.stringify([{ kind: 'videos', count: dice.below(9), bytes: dice.below(1e9) }]),
      dice.below(3),
      JSON.stringify([anyId(dice, 'erasure')]),
      dice.pick([null, 'ab'.repeat(32)]),
    );
  });
  const wordsOfRequest = () => anyWords(dice).slice(0, longestRequest).toWellFormed();
  const wish = db.prepare('insert into privacy_request values (?, ?, ?, ?, ?, ?, ?)');
  many(4, () => {
    const sentAt = dice.pick([null, at()]);
    const answeredAt = sentAt === null ? null : dice.pick([null, at()]);
    wish.run(
      anyId(dice, 'wish'),
      dice.pick(['access', 'correct', 'object']),
      wordsOfRequest(),
      at(),
      sentAt,
      answeredAt,
      answeredAt === null ? '' : wordsOfRequest(),
    );
  });
  const held = db.prepare('insert or ignore into cloud_held values (?, ?, ?)');
  many(4, () =>
    held.run(
      dice.pick(['account', 'generation', 'asset', 'credit']),
      anyId(dice, 'held'),
      JSON.stringify({ prompt: anyWords(dice), count: dice.below(9), nothing: null }),
    ),
  );
  addSettings(dice, db);
}

function addSettings(dice: Dice, db: SampleLibrary['db']): void {
  const settings: Readonly<Record<string, unknown>> = {
    draft: { prompt: anyWords(dice), images: [], parameters: { seed: dice.below(1e9) } },
    last_export: {
      at: new Date(sampleAt).toISOString(),
      sizeBytes: dice.below(1e12),
      verified: true,
    },
    cloud_description: { name: 'Somewhere' },
    queue_pause: { reason: 'you' },
    onward_cursor: 'abc',
    unfinished_exports: ['/somewhere/else.zip.part'],
    closed_cleanly: true,
  };
  for (const [key, value] of Object.entries(settings)) {
    if (dice.chance(0.6))
      db.prepare('insert into setting values (?, ?)').run(key, JSON.stringify(value));
  }
}
