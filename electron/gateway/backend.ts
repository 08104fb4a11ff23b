// What makes videos behind the gateway. The demo renders on this machine; another one can ask a provider.
import type { ParameterProblem } from '#shared/domain/parameters.ts';
import type { GenerationKind, ModelDescriptor, Parameters } from '#shared/gateway/model.ts';
import type { RecordOnward } from './onward/recording-fetch.ts';
import type { ImageRole } from '#shared/gateway/generation.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';

export interface RenderImage {
  readonly role: ImageRole;
  readonly path: string;
  readonly mimeType: string;
}

export interface RenderSource {
  readonly path: string;
  /** What the back-end keeps about the job that made it; `null` when it was made elsewhere. */
  readonly memoryOfMaker: string | null;
}

/** What a back-end wants to find again after a restart, by job: a text of its own making. */
export interface RenderMemory {
  read(): string | null;
  /** On disk when it returns. Nothing happens for a job that was erased. */
  write(text: string): void;
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
  /** The clip that it goes on from. */
  readonly source: RenderSource | null;
  readonly allowsTraining: boolean;
  readonly memory: RenderMemory;
}

export interface RenderedOutput {
  readonly content:
    | { readonly type: 'bytes'; readonly bytes: Uint8Array }
    /** A file that the backend made and gives away. */
    | {
        readonly type: 'file';
        readonly path: string;
        /** Removed once it is stored. */
        readonly isTemporary?: boolean;
      };
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

/** What can be said about a request beyond the descriptors. */
export interface RequestToCheck {
  readonly modelId: string;
  readonly kind: GenerationKind;
  /** Complete. */
  readonly parameters: Parameters;
  readonly images: readonly {
    readonly role: ImageRole;
    readonly width: number;
    readonly height: number;
  }[];
  readonly source?: Pick<RenderSource, 'memoryOfMaker'> | undefined;
}

/** What a back-end that is somebody else's service changes about the gateway. The demo changes nothing. */
export interface ProviderBackend {
  /** Jobs of another back-end are never started on this one. */
  readonly id: string;
  readonly models: readonly ModelDescriptor[];
  readonly account: { readonly name: string; readonly plan: string };
  describe(): Pick<ServiceDescription, 'name' | 'provider' | 'region' | 'status' | 'policy'>;
  findProblem(request: RequestToCheck): ParameterProblem | null;
  /** The provider has the job, or may have it, and offers no way to stop it. */
  isCommitted(memory: string | null): boolean;
  /** Credits left with the provider, holds not taken off; `null` while they are not known. */
  balance(): Promise<number | null>;
  /** From now on every request to the provider is told to this. */
  recordRequests(record: RecordOnward): void;
}

export interface Backend {
  /** Jobs at once, over all models. */
  readonly concurrency: number;
  start(job: RenderJob, onProgress: (progress: number) => void): RenderHandle;
  close(): Promise<void>;
  readonly provider?: ProviderBackend;
}

/** The job could not be taken on now and waits in the queue again. */
export class RenderPostponed extends Error {
  override readonly name = 'RenderPostponed';
  readonly delayMs: number;

  constructor(delayMs: number, message: string) {
    super(message);
    this.delayMs = delayMs;
  }
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
