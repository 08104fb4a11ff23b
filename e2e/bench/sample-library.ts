// Fills a library with finished clips: rows and, when wanted, real files of random bytes. For benchmarks alone.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '../../electron/engine/engine.ts';
import { insertGeneration } from '../../electron/engine/database/generation-writes.ts';

export interface SampleOptions {
  readonly count: number;
  /** Bytes of each file; 0 writes rows alone. */
  readonly fileBytes: number;
  readonly library: string;
}

const subjects = ['neon city', 'lighthouse', 'aurora', 'lanterns', 'dunes', 'jellyfish', 'forest'];
const moods = ['in the rain', 'at dusk', 'under stars', 'in fog', 'at dawn'];

export function fillLibrary(engine: Engine, options: SampleOptions): void {
  const { db } = engine.context;
  const startMs = Date.parse('2026-01-01T00:00:00Z');
  db.transaction(() => {
    const { id: promptId } = db.run(
      `insert into prompt (text_sha256, text, use_count, created_at, last_used_at) values ('bench', 'bench', 1, ?, ?)`,
      startMs,
      startMs,
    );
    for (let index = 0; index < options.count; index += 1) {
      const prompt = `${subjects[index % subjects.length]} ${moods[index % moods.length]} ${index}`;
      const id = `bench${String(index).padStart(12, '0')}`;
      const atMs = startMs + index * 60_000;
      const sequence = insertGeneration(db, {
        id,
        idempotencyKey: `key-${id}`,
        draft: {
          kind: 'text-to-video',
          modelId: 'kling-3.0-omni',
          prompt,
          parameters: { duration: 5, aspect: '16:9', resolution: '720p' },
          images: [],
          takes: 1,
          parentId: null,
        },
        model: { id: 'kling-3.0-omni', name: 'Kling 3.0 Omni', version: '1' },
        provider: 'bench',
        region: 'bench',
        promptId,
        take: 1,
        takeCount: 1,
        quotedCredits: 30,
        trainingConsent: false,
        atMs,
      });
      addOutput(engine, options, { sequence, id, atMs });
    }
  });
}

function addOutput(
  engine: Engine,
  options: SampleOptions,
  clip: { sequence: number; id: string; atMs: number },
): void {
  const { db } = engine.context;
  const file = `videos/2026/01/${clip.id}.mp4`;
  const bytes = randomBytes(options.fileBytes);
  if (options.fileBytes > 0) {
    const path = join(options.library, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  db.run(
    `insert into output (generation_sequence, position, id, file_path, mime_type, sha256, size_bytes, width, height,
       duration_ms, fps, saved_at) values (?, 0, ?, ?, 'video/mp4', ?, ?, 1280, 720, 5000, 24, ?)`,
    clip.sequence,
    `out${clip.id}`,
    file,
    createHash('sha256').update(bytes).digest('hex'),
    Math.max(1, options.fileBytes),
    clip.atMs,
  );
  db.run(
    `update generation set status = 'ready', ended_at = ? where sequence = ?`,
    clip.atMs,
    clip.sequence,
  );
}
