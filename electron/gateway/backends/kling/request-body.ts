// What is sent for a job, in the words of either generation of the platform. Pure.
import type { ImageRole } from '#shared/gateway/generation.ts';
import type { RenderJob } from '../../backend.ts';
import type { ApiGeneration } from './descriptors.ts';
import { findRow, type ModelRow } from './model-table.ts';

export interface EncodedImage {
  readonly role: ImageRole;
  /** Without any prefix. */
  readonly base64: string;
}

export interface CreateRequest {
  readonly path: string;
  readonly body: object;
}

export interface RequestFacts {
  readonly externalId: string;
  /** Of the clip that it goes on from, at the platform. */
  readonly videoUrl?: string | null;
}

type Job = Pick<RenderJob, 'modelId' | 'kind' | 'prompt' | 'parameters'>;

const legacyPaths: Readonly<Partial<Record<Job['kind'], string>>> = {
  'text-to-video': '/v1/videos/text2video',
  'image-to-video': '/v1/videos/image2video',
};

export function createPath(api: ApiGeneration, job: Pick<Job, 'modelId' | 'kind'>): string | null {
  const row = findRow(job.modelId);
  if (api === 'current') return row?.current[job.kind] ?? null;
  return row?.legacy?.kinds.includes(job.kind) ? (legacyPaths[job.kind] ?? null) : null;
}

/** `null` for a model that is no longer in the table. */
export function createRequest(
  api: ApiGeneration,
  job: Job,
  images: readonly EncodedImage[],
  { externalId, videoUrl = null }: RequestFacts,
): CreateRequest | null {
  const row = findRow(job.modelId);
  const path = createPath(api, job);
  if (!row || path === null) return null;
  const body =
    api === 'current'
      ? currentBody(row, path, job, images, { externalId, videoUrl })
      : legacyBody(row, job, images, externalId);
  return { path, body };
}

function currentBody(
  row: ModelRow,
  path: string,
  job: Job,
  images: readonly EncodedImage[],
  { externalId, videoUrl }: RequestFacts,
): object {
  const { parameters, prompt } = job;
  const options = { external_task_id: externalId, watermark_info: { enabled: false } };
  if (videoUrl) return nextShotBody(row, job, videoUrl, options);
  const hasFirstFrame = images.some(({ role }) => role === 'first-frame');
  const settings = {
    resolution: parameters['resolution'],
    duration: parameters['duration'],
    ...(row.sound === 'choice' ? { audio: parameters['sound'] === true ? 'native' : 'off' } : {}),
    ...(row.multiShot ? { multi_shot: parameters['multiShot'] === true } : {}),
    ...(parameters['aspect'] === undefined || hasFirstFrame
      ? {}
      : { aspect_ratio: parameters['aspect'] }),
  };
  if (path.startsWith('/text-to-video/')) return { prompt, settings, options };
  const contents = [{ type: 'prompt', text: prompt }, ...images.map(toItem)];
  return { contents, settings, options };
}

/** The platform goes on from a clip by taking it as a reference and being asked for the next shot; always silent, always one shot. */
function nextShotBody(row: ModelRow, { parameters, prompt }: Job, url: string, options: object) {
  return {
    contents: [
      { type: 'prompt', text: `Next shot of @video1: ${prompt}` },
      { type: 'feature_video', url, id: 'video1' },
    ],
    settings: {
      resolution: parameters['resolution'],
      duration: parameters['duration'],
      ...(row.sound === 'choice' ? { audio: 'off' } : {}),
      ...(row.multiShot ? { multi_shot: false } : {}),
    },
    options,
  };
}

const itemTypes = {
  'first-frame': 'first_frame',
  'last-frame': 'last_frame',
  reference: 'refer_image',
} as const;

/** A prompt may name an image as `@image1`, counted from the first one. */
function toItem({ role, base64 }: EncodedImage, index: number): object {
  return { type: itemTypes[role], url: base64, id: `image${index + 1}` };
}

const modes: Readonly<Record<string, string>> = { '720p': 'std', '1080p': 'pro', '4k': '4k' };

function legacyBody(
  row: ModelRow,
  { parameters, prompt, kind }: Job,
  images: readonly EncodedImage[],
  externalId: string,
): object {
  const imageOf = (wanted: ImageRole) => images.find(({ role }) => role === wanted)?.base64;
  const first = imageOf('first-frame');
  const last = imageOf('last-frame');
  return {
    model_name: row.legacy?.name,
    prompt,
    mode: modes[String(parameters['resolution'])] ?? 'std',
    duration: String(parameters['duration']),
    ...(row.sound === 'choice' ? { sound: parameters['sound'] === true ? 'on' : 'off' } : {}),
    ...(kind === 'text-to-video' ? { aspect_ratio: parameters['aspect'] } : {}),
    ...(first === undefined ? {} : { image: first }),
    ...(last === undefined ? {} : { image_tail: last }),
    external_task_id: externalId,
    watermark_info: { enabled: false },
  };
}
