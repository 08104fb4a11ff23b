// What makes videos behind the gateway. The demo renders on this machine; another one can ask a provider.
import type { GenerationKind, Parameters } from '#shared/gateway/model.ts';
import type { ImageRole } from '#shared/gateway/generation.ts';

export interface RenderImage {
  readonly role: ImageRole;
  readonly path: string;
  readonly mimeType: string;
}

/** One job. Starting the same job again (after a restart) must not be charged again by anyone. */
export interface RenderJob {
  readonly generationId: string;
  /** Stays the same over restarts: what a provider is asked for first. */
  readonly idempotencyKey: string;
  readonly modelId: string;
  readonly kind: GenerationKind;
  readonly prompt: string;
  /** Complete: every parameter of the model has a value. */
  readonly parameters: Parameters;
  readonly take: number;
  readonly images: readonly RenderImage[];
  readonly allowsTraining: boolean;
}

export interface RenderedOutput {
  readonly content:
    | { readonly type: 'bytes'; readonly bytes: Uint8Array }
    /** A file that the backend made and gives away. */
    | { readonly type: 'file'; readonly path: string };
  /** A JPEG of one frame, where the backend makes one. */
  readonly posterJpeg: Uint8Array | null;
  readonly mimeType: 'video/mp4';
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly fps: number;
}

export interface RenderHandle {
  /** Rejects with a `RenderFailure` for a known reason, with `AbortError` after `cancel`. */
  readonly outputs: Promise<readonly RenderedOutput[]>;
  cancel(): void;
}

export interface Backend {
  /** Jobs at once, over all models. */
  readonly concurrency: number;
  start(job: RenderJob, onProgress: (progress: number) => void): RenderHandle;
  close(): Promise<void>;
}

/** A job that ended without a video, for a reason that the user may read. */
export class RenderFailure extends Error {
  override readonly name = 'RenderFailure';
  readonly code: string;
  /** By policy: never to be tried again. */
  readonly isRefused: boolean;

  constructor(code: string, message: string, isRefused = false) {
    super(message);
    this.code = code;
    this.isRefused = isRefused;
  }
}
