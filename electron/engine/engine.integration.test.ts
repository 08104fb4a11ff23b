// The whole engine against the real gateway: one click to a clip on disk, and what is left after a restart without a cloud.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startTestGateway } from '../gateway/testing/start-gateway.ts';
import { demoDraft, prepareToCreate, startTestEngine } from './testing/start-engine.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test('a prompt becomes a verified clip with poster, row, search text and ledger', async () => {
  const gateway = await startTestGateway();
  cleanups.push(() => gateway.close());
  const engine = await startTestEngine({ cloud: gateway });
  cleanups.push(() => engine.remove());
  await prepareToCreate(engine);

  const { items } = await engine.call('generations.create', demoDraft);
  expect(items[0]?.status).toBe('queued');
  const made = await engine.ended(items[0]?.id ?? '');

  expect(made.status).toBe('ready');
  expect(made.credits).toEqual({ quoted: 30, held: 0, settled: 30, refunded: 0 });
  const file = await engine.call('library.page', { search: 'rain neo' });
  expect(file.items.map(({ id }) => id)).toEqual([made.id]);
  const media = await engine.engine.handlers['media.resolve'](
    { kind: 'output', id: made.output?.id ?? '' },
    { signal: new AbortController().signal },
  );
  const bytes = await readFile(media.path);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.output?.sha256);
  expect(media.path).toMatch(
    /videos\/\d{4}\/\d{2}\/\d{4}-\d{2}-\d{2} neon city in the rain \[\w{6}\]\.mp4$/,
  );
  expect(made.output?.hasPoster).toBe(true);
  expect(await readdir(join(engine.library, 'incoming'))).toEqual([]);
  const ledger = await engine.call('data.requests', { limit: 200 });
  const log = await gateway.accessLog();
  expect(ledger.items.length).toBe(log.length);
});
