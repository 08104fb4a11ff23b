// The models that the demo service offers, as data. Limits follow the public tables of the versions they are named after.
// Whenever a descriptor changes, its version changes too.
import type {
  GenerationKind,
  ImageRules,
  ModelDescriptor,
  MultiShotRules,
  ParameterDescriptor,
  SourceVideoRules,
} from '#shared/gateway/model.ts';

const mebibyte = 1_048_576;
export const imageMimeTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const maxImageBytes = 50 * mebibyte;

export const videoMimeTypes = ['video/mp4'] as const;
export const maxVideoBytes = 200_000_000;

const both = ['text-to-video', 'image-to-video'] as const;
const all = [...both, 'extend-video'] as const;

const duration = (minimum: number, maximum: number, step: number): ParameterDescriptor => ({
  key: 'duration',
  label: 'Duration',
  kinds: [...all],
  type: 'range',
  minimum,
  maximum,
  step,
  unit: 's',
  default: 5,
});

const resolution: ParameterDescriptor = {
  key: 'resolution',
  label: 'Resolution',
  kinds: [...all],
  type: 'choice',
  values: [
    { value: '720p', label: '720p' },
    { value: '1080p', label: '1080p' },
  ],
  default: '720p',
};

const aspect: ParameterDescriptor = {
  key: 'aspect',
  label: 'Aspect',
  kinds: [...all],
  type: 'choice',
  values: [
    { value: '16:9', label: '16:9' },
    { value: '9:16', label: '9:16' },
    { value: '1:1', label: '1:1' },
  ],
  default: '16:9',
};

/** What kinds of text a model leaves out, and the number that makes a clip the same again. */
const negativePrompt: ParameterDescriptor = {
  key: 'negativePrompt',
  label: 'Leave out',
  kinds: [...both],
  type: 'text',
  maxLength: 500,
  default: '',
};

const seed: ParameterDescriptor = {
  key: 'seed',
  label: 'Seed',
  kinds: [...both],
  type: 'range',
  minimum: 0,
  maximum: 9999,
  step: 1,
  unit: '',
  default: 0,
};

const camera: ParameterDescriptor = {
  key: 'camera',
  label: 'Camera',
  kinds: ['text-to-video'],
  type: 'choice',
  values: [
    { value: 'auto', label: 'As the prompt says' },
    { value: 'push', label: 'Push in' },
    { value: 'pull', label: 'Pull back' },
    { value: 'pan-left', label: 'Pan left' },
    { value: 'pan-right', label: 'Pan right' },
    { value: 'rise', label: 'Rise' },
  ],
  default: 'auto',
};

const multiShotSwitch: ParameterDescriptor = {
  key: 'multiShot',
  label: 'Several shots',
  kinds: [...both],
  type: 'switch',
  default: false,
};

const multiShot: MultiShotRules = {
  parameter: 'multiShot',
  maxShots: 6,
  minSeconds: 1,
  maxLength: 512,
};

/** The demo keeps the last frame in each clip that it makes, and finds it there. */
const sourceVideo: SourceVideoRules = {
  mimeTypes: [...videoMimeTypes],
  maxBytes: maxVideoBytes,
  minSeconds: 1,
  maxSeconds: 180,
  isOwnOnly: true,
  withinDays: null,
};

const images = (rules: Pick<ImageRules, 'firstFrame' | 'lastFrame' | 'maxReferences'>) => ({
  'image-to-video': {
    ...rules,
    mimeTypes: [...imageMimeTypes],
    maxBytes: maxImageBytes,
    minSide: 300,
  },
});

const prices = (per720p: number, per1080p: number): ModelDescriptor['prices'] => [
  { when: { resolution: '1080p' }, creditsPerSecond: per1080p },
  { when: {}, creditsPerSecond: per720p },
];

const common = {
  version: 'demo-2',
  kinds: [...both] as GenerationKind[],
  concurrency: 1,
  secondsPerSecond: 3,
};

export const models: readonly ModelDescriptor[] = [
  {
    ...common,
    id: 'kling-3.0-omni',
    name: 'Kling 3.0 Omni',
    description:
      'Demo: this device renders a stand-in clip for your prompt, free. First and last frame, up to four reference images, several shots; goes on from a clip.',
    kinds: [...all],
    maxPromptLength: 2_500,
    parameters: [resolution, aspect, duration(3, 15, 1), multiShotSwitch],
    sourceVideo,
    multiShot,
    images: images({ firstFrame: 'optional', lastFrame: 'optional', maxReferences: 4 }),
    prices: prices(6, 8),
  },
  {
    ...common,
    id: 'kling-3.0',
    name: 'Kling 3.0',
    description:
      'Demo: this device renders a stand-in clip for your prompt, free. First and last frame, several shots.',
    maxPromptLength: 2_500,
    parameters: [resolution, aspect, duration(3, 15, 1), multiShotSwitch],
    multiShot,
    images: images({ firstFrame: 'required', lastFrame: 'optional', maxReferences: 0 }),
    prices: prices(6, 8),
  },
  {
    ...common,
    id: 'kling-3.0-turbo',
    name: 'Kling 3.0 Turbo',
    description: 'Demo: this device renders a stand-in clip for your prompt, free. First frame.',
    maxPromptLength: 2_500,
    parameters: [resolution, aspect, duration(3, 15, 1)],
    images: images({ firstFrame: 'required', lastFrame: 'none', maxReferences: 0 }),
    prices: prices(8, 10),
  },
  {
    ...common,
    id: 'kling-2.6',
    name: 'Kling 2.6',
    description:
      'Demo: this device renders a stand-in clip for your prompt, free. 5 or 10 seconds, first and last frame.',
    maxPromptLength: 2_500,
    parameters: [resolution, aspect, duration(5, 10, 5), camera, seed, negativePrompt],
    images: images({ firstFrame: 'required', lastFrame: 'optional', maxReferences: 0 }),
    prices: prices(3, 5),
  },
];

export function findModel(id: string): ModelDescriptor | undefined {
  return models.find((model) => model.id === id);
}
