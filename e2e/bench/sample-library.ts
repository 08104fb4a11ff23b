// Fills a library with finished clips: rows and, when wanted, real files of random bytes. For benchmarks alone.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addSampleClip } from '../../electron/cli/seed/sample-clip.ts';
import type { Engine } from '../../electron/engine/engine.ts';

export interface SampleOptions {
  readonly count: number;
  /** Distinct files; the clips share them when there are fewer. One for each clip without it. */
  readonly files?: number;
  /** Bytes of each file; 0 writes rows alone. */
  readonly fileBytes: number;
  readonly library: string;
}

const subjects = ['neon city', 'lighthouse', 'aurora', 'lanterns', 'dunes', 'jellyfish', 'forest'];
const moods = ['in the rain', 'at dusk', 'under stars', 'in fog', 'at dawn'];

export function fillLibrary(engine: Engine, options: SampleOptions): void {
  const { db } = engine.context;
  const startMs = Date.parse('2026-01-01T00:00:00Z');
  const files = Array.from({ length: options.files ?? options.count }, (_, index) =>
    writeFile(options, `videos/2026/01/bench${String(index).padStart(12, '0')}.mp4`),
  );
  db.transaction(() => {
    const { id: promptId } = db.run(
      `insert into prompt (text_sha256, text, use_count, created_at, last_used_at) values ('bench', 'bench', 1, ?, ?)`,
      startMs,
      startMs,
    );
    for (let index = 0; index < options.count; index += 1) {
      const id = `bench${String(index).padStart(12, '0')}`;
      const file = files[index % files.length];
      if (!file) throw new Error('There are no files');
      addSampleClip(db, {
        id,
        outputId: `out${id}`,
        prompt: `${subjects[index % subjects.length]} ${moods[index % moods.length]} ${index}`,
        promptId,
        aspect: '16:9',
        assetIds: [],
        atMs: startMs + index * 60_000,
        file,
      });
    }
  });
}

function writeFile({ fileBytes, library }: SampleOptions, filePath: string) {
  const bytes = randomBytes(fileBytes);
  if (fileBytes > 0) {
    const path = join(library, filePath);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return {
    filePath,
    posterPath: null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: Math.max(1, fileBytes),
    width: 1280,
    height: 720,
    durationMs: 5000,
    fps: 24,
  };
}
