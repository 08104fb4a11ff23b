// The models that the demo service offers, as data. Limits follow the public tables of the versions they are named after.
// Whenever a descriptor changes, its version changes too.
import type { ImageRules, ModelDescriptor, ParameterDescriptor } from '#shared/gateway/model.ts';

const mebibyte = 1_048_576;
export const imageMimeTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const maxImageBytes = 50 * mebibyte;

const both = ['text-to-video', 'image-to-video'] as const;

const duration = (minimum: number, maximum: number, step: number): ParameterDescriptor => ({
  key: 'duration',
  label: 'Duration',
  kinds: [...both],
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
  kinds: [...both],
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
  kinds: [...both],
  type: 'choice',
  values: [
    { value: '16:9', label: '16:9' },
    { value: '9:16', label: '9:16' },
    { value: '1:1', label: '1:1' },
  ],
  default: '16:9',
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
  version: 'demo-1',
  kinds: [...both],
  concurrency: 1,
  secondsPerSecond: 3,
};

export const models: readonly ModelDescriptor[] = [
  {
    ...common,
    id: 'kling-3.0-omni',
    name: 'Kling 3.0 Omni',
    description:
      'Demo: this device renders a stand-in clip for your prompt, free. First and last frame, up to four reference images.',
    maxPromptLength: 2_500,
    parameters: [resolution, aspect, duration(3, 15, 1)],
    images: images({ firstFrame: 'optional', lastFrame: 'optional', maxReferences: 4 }),
    prices: prices(6, 8),
  },
  {
    ...common,
    id: 'kling-3.0',
    name: 'Kling 3.0',
    description:
      'Demo: this device renders a stand-in clip for your prompt, free. First and last frame.',
    maxPromptLength: 2_500,
    parameters: [resolution, aspect, duration(3, 15, 1)],
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
    parameters: [resolution, aspect, duration(5, 10, 5)],
    images: images({ firstFrame: 'required', lastFrame: 'optional', maxReferences: 0 }),
    prices: prices(3, 5),
  },
];

export function findModel(id: string): ModelDescriptor | undefined {
  return models.find((model) => model.id === id);
}
