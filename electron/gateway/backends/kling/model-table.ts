// The models of the platform as rows: where to send a job, what it takes, what a second costs. Everything else (descriptors,
// request bodies, checks) is derived. A model that appears, changes or goes is a change of this table.
import type { GenerationKind } from '#shared/gateway/model.ts';
import type { Confidence } from './provider-facts.ts';

export type Resolution = '720p' | '1080p' | '4k';

/** Units for one second; one unit is about 0.14 US dollars. */
export type Prices = Readonly<Partial<Record<Resolution, number>>>;

export interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly confidence: Confidence;
  readonly priceConfidence: Confidence;
  /** Create path of the current generation by kind. */
  readonly current: Readonly<Partial<Record<GenerationKind, string>>>;
  /** `model_name` of the legacy generation, where it is offered there. */
  readonly legacy: {
    readonly name: string;
    readonly kinds: readonly GenerationKind[];
    readonly confidence: Confidence;
  } | null;
  readonly maxPromptLength: number;
  readonly resolutions: readonly Resolution[];
  readonly seconds: { readonly minimum: number; readonly maximum: number; readonly step: number };
  /** Text, or a first frame alone, takes only these. */
  readonly plainSeconds: readonly number[] | null;
  /** `always`: included and not to be chosen. */
  readonly sound: 'choice' | 'always' | 'none';
  readonly soundOnlyAt: Resolution | null;
  readonly multiShot: boolean;
  /** An image tells the aspect by itself, except where only references are given. */
  readonly aspectKinds: readonly GenerationKind[];
  readonly firstFrame: 'optional' | 'required';
  readonly lastFrame: 'none' | 'optional';
  readonly lastFrameOnlyAt: Resolution | null;
  readonly maxReferences: number;
  /** Frames and references together. */
  readonly maxImages: number;
  readonly silent: Prices;
  readonly withSound: Prices;
  /** With a video to go on from. */
  readonly withVideo?: Prices;
}

const upTo15 = { minimum: 3, maximum: 15, step: 1 } as const;
const fiveOrTen = { minimum: 5, maximum: 10, step: 5 } as const;
const both = ['text-to-video', 'image-to-video'] as const;
const textOnly = ['text-to-video'] as const;

const plain = {
  confidence: 'documented',
  priceConfidence: 'secondary',
  // The field takes 3,072 in places; 2,500 is what the platform advises and every interface takes.
  maxPromptLength: 2_500,
  plainSeconds: null,
  soundOnlyAt: null,
  multiShot: false,
  aspectKinds: textOnly,
  firstFrame: 'required',
  lastFrame: 'optional',
  lastFrameOnlyAt: null,
  maxReferences: 0,
  maxImages: 2,
} as const;
const omni = {
  aspectKinds: both,
  firstFrame: 'optional',
  maxReferences: 7,
  maxImages: 7,
} as const;

export const modelTable: readonly ModelRow[] = [
  {
    ...plain,
    ...omni,
    id: 'kling-3.0-omni',
    name: 'Kling 3.0 Omni',
    description: 'Text, first and last frame, up to seven reference images, native sound, 4K.',
    current: {
      'text-to-video': '/omni-video/kling-3.0-omni',
      'image-to-video': '/omni-video/kling-3.0-omni',
      'extend-video': '/omni-video/kling-3.0-omni',
    },
    legacy: null,
    resolutions: ['720p', '1080p', '4k'],
    seconds: upTo15,
    sound: 'choice',
    multiShot: true,
    silent: { '720p': 0.6, '1080p': 0.8, '4k': 3 },
    withSound: { '720p': 0.8, '1080p': 1, '4k': 3 },
    withVideo: { '720p': 0.9, '1080p': 1.2, '4k': 3 },
  },
  {
    ...plain,
    id: 'kling-3.0',
    name: 'Kling 3.0',
    description: 'First and last frame, several shots in one clip, native sound, 4K.',
    current: {
      'text-to-video': '/text-to-video/kling-3.0',
      'image-to-video': '/image-to-video/kling-3.0',
    },
    legacy: { name: 'kling-v3', kinds: both, confidence: 'unchecked' },
    resolutions: ['720p', '1080p', '4k'],
    seconds: upTo15,
    sound: 'choice',
    multiShot: true,
    silent: { '720p': 0.6, '1080p': 0.8, '4k': 3 },
    withSound: { '720p': 0.9, '1080p': 1.2, '4k': 3 },
  },
  {
    ...plain,
    id: 'kling-3.0-turbo',
    name: 'Kling 3.0 Turbo',
    description: 'Quick, with sound always included. Takes a first frame.',
    current: {
      'text-to-video': '/text-to-video/kling-3.0-turbo',
      'image-to-video': '/image-to-video/kling-3.0-turbo',
    },
    legacy: null,
    resolutions: ['720p', '1080p'],
    seconds: upTo15,
    sound: 'always',
    lastFrame: 'none',
    maxImages: 1,
    silent: {},
    withSound: { '720p': 0.8, '1080p': 1 },
  },
  {
    ...plain,
    id: 'kling-2.6',
    name: 'Kling 2.6',
    description: '5 or 10 seconds, first and last frame, native sound at 1080p.',
    current: {
      'text-to-video': '/text-to-video/kling-2.6',
      'image-to-video': '/image-to-video/kling-2.6',
    },
    legacy: { name: 'kling-v2-6', kinds: both, confidence: 'documented' },
    resolutions: ['720p', '1080p'],
    seconds: fiveOrTen,
    sound: 'choice',
    soundOnlyAt: '1080p',
    silent: { '720p': 0.3, '1080p': 0.5 },
    // Between 1.0 and 1.2 by source: the larger is set aside.
    withSound: { '1080p': 1.2 },
  },
  {
    ...plain,
    id: 'kling-2.5-turbo',
    name: 'Kling 2.5 Turbo',
    description: '5 or 10 seconds from a first frame; a last frame at 1080p. No sound.',
    confidence: 'secondary',
    current: { 'image-to-video': '/image-to-video/kling-2.5-turbo' },
    legacy: { name: 'kling-v2-5-turbo', kinds: both, confidence: 'documented' },
    resolutions: ['720p', '1080p'],
    seconds: fiveOrTen,
    sound: 'none',
    lastFrameOnlyAt: '1080p',
    silent: { '720p': 0.3, '1080p': 0.5 },
    withSound: {},
  },
  {
    ...plain,
    ...omni,
    id: 'kling-o1',
    name: 'Kling O1',
    description: 'Text, frames and up to seven reference images. No sound.',
    confidence: 'secondary',
    current: { 'text-to-video': '/omni-video/kling-o1', 'image-to-video': '/omni-video/kling-o1' },
    legacy: null,
    resolutions: ['720p', '1080p'],
    seconds: { minimum: 3, maximum: 10, step: 1 },
    plainSeconds: [5, 10],
    sound: 'none',
    silent: { '720p': 0.6, '1080p': 0.8 },
    withSound: {},
  },
];

export function findRow(id: string): ModelRow | undefined {
  return modelTable.find((row) => row.id === id);
}
