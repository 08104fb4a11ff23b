// A back-end for tests: real, small, distinct MP4s without rendering pictures; it can be held back and told to fail.
import encoderModule from 'h264-mp4-encoder';
import type { Backend, RenderedOutput, RenderFailure, RenderJob } from '../backend.ts';
import { seedOf } from '../backends/render-plan.ts';

export interface InstantBackend extends Backend {
  /** Jobs wait with progress 0.5 until `release`. */
  hold(): void;
  release(): void;
  /** So many of those that are held, or come while they would be, are rendered. */
  letThrough(count: number): void;
  failNext(failure: RenderFailure): void;
  /** Every job that was started, in order; a job that ran again is here twice. */
  readonly started: readonly RenderJob[];
}

const size = { width: 64, height: 64 };
const frameCount = 6;
const fps = 24;

/** A grey JPEG of 8 by 8 pixels. */
const posterJpeg = Buffer.from(
  '/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIgA/9k=',
  'base64',
);

export function createInstantBackend(options: { concurrency?: number } = {}): InstantBackend {
  const started: RenderJob[] = [];
  const waiting: (() => void)[] = [];
  let isHeld = false;
  let free = 0;
  let failure: RenderFailure | null = null;

  function pass(): Promise<void> {
    if (!isHeld) return Promise.resolve();
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
    return Promise.resolve();
  }

  async function render(job: RenderJob, signal: AbortSignal): Promise<readonly RenderedOutput[]> {
    const cancelled = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    await Promise.race([pass(), cancelled]);
    if (failure) {
      const thrown = failure;
      failure = null;
      throw thrown;
    }
    return [
      {
        content: { type: 'bytes', bytes: await encodeClip(seedOf(job)) },
        posterJpeg,
        mimeType: 'video/mp4',
        ...size,
        durationMs: (frameCount / fps) * 1_000,
        fps,
      },
    ];
  }

  return {
    concurrency: options.concurrency ?? 4,
    started,
    start: (job, onProgress) => {
      started.push(job);
      onProgress(0.5);
      const controller = new AbortController();
      return {
        outputs: render(job, controller.signal),
        cancel: () => controller.abort(),
      };
    },
    close: () => Promise.resolve(),
    hold: () => {
      isHeld = true;
      free = 0;
    },
    release: () => {
      isHeld = false;
      for (const go of waiting.splice(0)) go();
    },
    letThrough: (count) => {
      const held = waiting.splice(0, count);
      for (const go of held) go();
      free += count - held.length;
    },
    failNext: (next) => {
      failure = next;
    },
  };
}

async function encodeClip(seed: number): Promise<Uint8Array> {
  const encoder = await encoderModule.createH264MP4Encoder();
  Object.assign(encoder, size, { frameRate: fps, quantizationParameter: 30 });
  encoder.initialize();
  for (let frame = 0; frame < frameCount; frame += 1) {
    const colour = [seed & 0xff, (seed >>> 8) & 0xff, ((seed >>> 16) + frame * 20) & 0xff, 255];
    const pixels = Buffer.alloc(size.width * size.height * 4, Buffer.from(colour));
    // The whole seed as stripes, so that different jobs never give the same bytes.
    for (let bit = 0; bit < 32; bit += 1) {
      if ((seed >>> bit) & 1) pixels.fill(255, bit * 2 * 256, bit * 2 * 256 + 256);
    }
    encoder.addFrameRgba(pixels);
  }
  encoder.finalize();
  const mp4: Uint8Array = encoder.FS.readFile(encoder.outputFilename);
  encoder.FS.unlink(encoder.outputFilename);
  encoder.delete();
  return mp4;
}
