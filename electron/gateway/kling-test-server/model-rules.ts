// What each interface of the imitated platform takes. Written down apart from the back-end's own table, on purpose: where
// the two disagree, a test fails.

export type ItemType =
  | 'prompt'
  | 'first_frame'
  | 'last_frame'
  | 'refer_image'
  | 'feature_video'
  | 'base_video'
  | 'element';

export interface InterfaceRule {
  readonly model: string;
  readonly promptMax: number;
  readonly resolutions: readonly string[];
  readonly durations: readonly number[];
  readonly audio: readonly string[];
  /** Sound only at this resolution. */
  readonly audioOnlyAt?: string;
  readonly multiShot: boolean;
  readonly aspect: 'optional' | 'none' | 'without-first-frame';
  /** Items of `contents`; `null` for interfaces that take a plain `prompt`. */
  readonly items: readonly ItemType[] | null;
  readonly firstFrame: 'required' | 'optional';
  /** Two frames only at this resolution. */
  readonly twoFramesOnlyAt?: string;
  /** Only these without references: text, or a single first frame. */
  readonly plainDurations?: readonly number[];
  readonly maxImages: number;
}

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const v3 = {
  model: 'kling-3.0',
  promptMax: 3_072,
  resolutions: ['720p', '1080p', '4k'],
  durations: from(3, 15),
  audio: ['off', 'native'],
  multiShot: true,
} as const;
const turbo = {
  model: 'kling-3.0-turbo',
  resolutions: ['720p', '1080p'],
  durations: from(3, 15),
  audio: [],
  multiShot: false,
} as const;
const v26 = {
  model: 'kling-2.6',
  promptMax: 2_500,
  resolutions: ['720p', '1080p'],
  durations: [5, 10],
  audio: ['off', 'native'],
  audioOnlyAt: '1080p',
  multiShot: false,
} as const;
const textOnly = { aspect: 'optional', items: null, firstFrame: 'optional', maxImages: 0 } as const;
const frames = { aspect: 'none', firstFrame: 'required', maxImages: 2 } as const;
const omniItems = [
  'prompt',
  'first_frame',
  'last_frame',
  'refer_image',
  'feature_video',
  'base_video',
  'element',
] as const;

/** By path of the current generation. */
export const currentRules: Readonly<Record<string, InterfaceRule>> = {
  '/text-to-video/kling-3.0': { ...v3, ...textOnly },
  '/image-to-video/kling-3.0': {
    ...v3,
    ...frames,
    items: ['prompt', 'first_frame', 'last_frame', 'element'],
  },
  '/omni-video/kling-3.0-omni': {
    ...v3,
    model: 'kling-3.0-omni',
    audio: ['off', 'native', 'original'],
    aspect: 'without-first-frame',
    items: omniItems,
    firstFrame: 'optional',
    maxImages: 7,
  },
  '/text-to-video/kling-3.0-turbo': { ...turbo, ...textOnly, promptMax: 3_072 },
  '/image-to-video/kling-3.0-turbo': {
    ...turbo,
    ...frames,
    promptMax: 2_500,
    maxImages: 1,
    items: ['prompt', 'first_frame'],
  },
  '/text-to-video/kling-2.6': { ...v26, ...textOnly },
  '/image-to-video/kling-2.6': {
    ...v26,
    ...frames,
    items: ['prompt', 'first_frame', 'last_frame'],
  },
  '/image-to-video/kling-2.5-turbo': {
    ...frames,
    model: 'kling-2.5-turbo',
    promptMax: 2_500,
    resolutions: ['720p', '1080p'],
    durations: [5, 10],
    audio: [],
    multiShot: false,
    items: ['prompt', 'first_frame', 'last_frame'],
    twoFramesOnlyAt: '1080p',
  },
  '/omni-video/kling-o1': {
    model: 'kling-o1',
    promptMax: 2_500,
    resolutions: ['720p', '1080p'],
    durations: from(3, 10),
    plainDurations: [5, 10],
    audio: [],
    multiShot: false,
    aspect: 'without-first-frame',
    items: omniItems,
    firstFrame: 'optional',
    maxImages: 7,
  },
};

export interface LegacyRule {
  readonly model: string;
  readonly modes: readonly string[];
  readonly durations: readonly string[];
  /** Sound only in this mode; `null` takes none. */
  readonly soundMode: string | null;
  readonly tailMode: string;
}

/** By `model_name` of the legacy generation. */
export const legacyRules: Readonly<Record<string, LegacyRule>> = {
  'kling-v3': {
    model: 'kling-3.0',
    modes: ['std', 'pro', '4k'],
    durations: from(3, 15).map(String),
    soundMode: 'pro',
    tailMode: 'pro',
  },
  'kling-v2-6': {
    model: 'kling-2.6',
    modes: ['std', 'pro'],
    durations: ['5', '10'],
    soundMode: 'pro',
    tailMode: 'pro',
  },
  'kling-v2-5-turbo': {
    model: 'kling-2.5-turbo',
    modes: ['std', 'pro'],
    durations: ['5', '10'],
    soundMode: null,
    tailMode: 'pro',
  },
};

/** Units for one second. */
export function unitsPerSecond(
  model: string,
  resolution: string,
  hasSound: boolean,
  hasVideo = false,
): number {
  const column = resolution === '4k' ? 2 : resolution === '1080p' ? 1 : 0;
  if (hasVideo) return [0.9, 1.2, 3][column] ?? 3;
  const prices: Readonly<Record<string, readonly (readonly number[])[]>> = {
    'kling-3.0': [
      [0.6, 0.8, 3],
      [0.9, 1.2, 3],
    ],
    'kling-3.0-omni': [
      [0.6, 0.8, 3],
      [0.8, 1, 3],
    ],
    'kling-3.0-turbo': [
      [0.8, 1],
      [0.8, 1],
    ],
    'kling-2.6': [
      [0.3, 0.5],
      [0.3, 1],
    ],
    'kling-2.5-turbo': [
      [0.3, 0.5],
      [0.3, 0.5],
    ],
    'kling-o1': [
      [0.6, 0.8],
      [0.6, 0.8],
    ],
  };
  return prices[model]?.[hasSound ? 1 : 0]?.[column] ?? 1;
}
