// The demo: renders a stand-in clip on this machine. Free, and nothing leaves the device.
import { readFile } from 'node:fs/promises';
import { readShots } from '#shared/domain/shots.ts';
import { AppError } from '#shared/errors.ts';
import { type Backend, type RenderedOutput, RenderFailure, type RenderJob } from '../backend.ts';
import { findModel } from '../models.ts';
import { outputSize } from '../output-size.ts';
import { readLastFrame } from '../video/last-frame.ts';
import type { ClipRequest } from './demo/clip-request.ts';
import type { RenderPool } from './demo/render-pool.ts';
import { durationMsOf, framesPerSecond, seedOf } from './render-plan.ts';

export interface DemoBackendDeps {
  readonly renderer: RenderPool;
  /** Clips at once; as many as the renderer has workers. */
  readonly concurrency: number;
  /** For tests: clips are drawn far smaller than they were ordered. */
  readonly isSmall?: boolean;
}

export function createDemoBackend({
  renderer,
  concurrency,
  isSmall = false,
}: DemoBackendDeps): Backend {
  async function run(
    job: RenderJob,
    onProgress: (progress: number) => void,
    signal: AbortSignal,
  ): Promise<readonly RenderedOutput[]> {
    const request = await toRequest(job, isSmall);
    const clip = await renderer.render(request, onProgress, signal).catch(explain);
    return [
      {
        content: { type: 'bytes', bytes: clip.mp4 },
        posterJpeg: clip.posterJpeg,
        mimeType: 'video/mp4',
        width: request.width,
        height: request.height,
        durationMs: Math.round((clip.frameCount / framesPerSecond) * 1_000),
        fps: framesPerSecond,
      },
    ];
  }

  return {
    concurrency,
    start: (job, onProgress) => {
      const controller = new AbortController();
      return {
        outputs: run(job, onProgress, controller.signal),
        cancel: () => controller.abort(),
      };
    },
    close: () => renderer.close(),
  };
}

/** What is wrong with the user's own picture is told to the user; the rest is our problem. */
function explain(thrown: unknown): never {
  if (thrown instanceof AppError && thrown.code.startsWith('asset-')) {
    throw new RenderFailure(thrown.code, thrown.message);
  }
  throw thrown;
}

async function toRequest(job: RenderJob, isSmall: boolean): Promise<ClipRequest> {
  const read = (role: string) =>
    Promise.all(
      job.images.filter((image) => image.role === role).map(({ path }) => readFile(path)),
    );
  const [ownFirst] = await read('first-frame');
  const firstFrame = job.source ? await frameToGoOnFrom(job.source.path) : ownFirst;
  const [lastFrame] = await read('last-frame');
  const references = await read('reference');
  const { negativePrompt, camera } = job.parameters;
  const shots = job.parameters['multiShot'] === true ? readShots(job.prompt) : null;
  return {
    prompt: job.prompt,
    ...(typeof negativePrompt === 'string' && negativePrompt !== '' ? { negativePrompt } : {}),
    ...(typeof camera === 'string' ? { camera } : {}),
    ...(shots
      ? {
          shots: shots.map(({ seconds, words }) => ({
            prompt: words,
            durationMs: Math.round(seconds * 1_000),
          })),
        }
      : {}),
    seed: seedOf(job),
    ...outputSize(job.parameters, isSmall),
    durationMs: durationMsOf(job.parameters),
    fps: framesPerSecond,
    ...(firstFrame ? { firstFrame } : {}),
    ...(lastFrame ? { lastFrame } : {}),
    ...(references.length > 0 ? { references } : {}),
    metadata: metadataOf(job),
  };
}

/** The demo cannot decode a video; it goes on from what it kept in its own. */
async function frameToGoOnFrom(path: string): Promise<Uint8Array> {
  const frame = await readLastFrame(path);
  if (frame) return frame;
  throw new RenderFailure(
    'cloud-rejected',
    'The demo goes on only from clips that it made itself since it can.',
  );
}

/** Says in the file itself that it is a stand-in. */
function metadataOf(job: RenderJob): Record<string, string> {
  const model = findModel(job.modelId)?.name ?? job.modelId;
  return {
    title: job.prompt.slice(0, 120),
    description: job.prompt,
    comment: `Demo clip, rendered on this device in place of ${model}`,
  };
}
