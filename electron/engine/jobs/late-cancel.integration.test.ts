// A wish to cancel that comes when the result, paid for, is on this disk already: it is withdrawn, and the clip stays.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { clipPath } from '../library/clip-name.ts';
import { demoDraft } from '../testing/start-engine.ts';
import { useStudio } from '../testing/use-studio.ts';

const fault = { type: 'status', status: 503 } as const;
const studio = useStudio({
  gateway: () => ({ faults: { rules: [{ route: 'outputContent', times: 1, fault }] } }),
});

/** A job that waits between two tries, and whose result has its name here but no row, as a crash between the two leaves it. */
async function placedJob(): Promise<string> {
  const { items } = await studio.engine.call('generations.create', demoDraft);
  const id = items[0]?.id ?? '';
  const job = await studio.engine.until<GenerationDetail>(async () => {
    const detail = await studio.engine.call('generations.get', { id });
    return detail.status === 'downloading' && detail.waiting ? detail : null;
  });
  const place = clipPath({
    prompt: job.prompt,
    generationId: id,
    position: 0,
    createdAt: new Date(job.createdAt),
    extension: 'mp4',
  });
  const file = join(studio.engine.library, place);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await resultInCloud());
  return id;
}

async function resultInCloud(): Promise<Buffer> {
  const answer = await studio.gateway.fetch('/v1/generations?limit=1');
  const { items } = (await answer.json()) as { items: { outputs: { url: string }[] }[] };
  const content = await studio.gateway.fetch(items[0]?.outputs[0]?.url ?? '');
  return Buffer.from(await content.arrayBuffer());
}

test('the clip comes, also when the wish reaches the job between two of its steps', async () => {
  const id = await placedJob();
  // the first starts the job, the second finds it under way, the first wish just being withdrawn
  await Promise.all([
    studio.engine.call('generations.cancel', { id }),
    studio.engine.call('generations.cancel', { id }),
  ]);
  const ended = await studio.engine.ended(id);
  expect(ended).toMatchObject({
    status: 'ready',
    failure: null,
    credits: { held: 0, settled: 30, refunded: 0 },
  });
  expect(ended.events.map(({ type }) => type)).toContain('cancel-withdrawn');
});
