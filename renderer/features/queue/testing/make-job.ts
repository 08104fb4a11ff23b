// A job with believable values, for tests; what matters is passed in.
// oxlint-disable-next-line no-restricted-imports -- a test checks its own values
import { type GenerationSummary, generationSummarySchema } from '#shared/contract/generation.ts';

type Job = { -readonly [K in keyof GenerationSummary]: GenerationSummary[K] };

export function makeJob(
  change: Partial<Omit<Job, 'id'>> & { readonly id?: string } = {},
): GenerationSummary {
  return generationSummarySchema.parse({
    id: 'job000000001',
    sequence: 1,
    title: 'Lighthouse before the storm',
    prompt: 'A lighthouse before the storm, beam off',
    kind: 'text-to-video',
    modelId: 'kling-3.0',
    modelName: 'Kling 3.0',
    parameters: { duration: 10, resolution: '1080p' },
    take: 1,
    takeCount: 1,
    status: 'rendering',
    step: null,
    progress: null,
    isFavourite: false,
    rating: 0,
    label: null,
    verdict: null,
    trashedAt: null,
    isPaused: false,
    createdAt: '2026-11-23T13:58:10.000Z',
    updatedAt: '2026-11-23T13:58:40.000Z',
    endedAt: null,
    failure: null,
    waiting: null,
    credits: { quoted: 80, held: 80, settled: 0, refunded: 0 },
    isInCloud: false,
    cloudExpiresAt: null,
    output: null,
    ...change,
  });
}
