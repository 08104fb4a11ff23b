// Capability descriptors made from the model table. Pure. One credit of the gateway is a tenth of a unit of the provider.
import type {
  GenerationKind,
  ModelDescriptor,
  MultiShotRules,
  ParameterDescriptor,
  SourceVideoRules,
} from '#shared/gateway/model.ts';
import { modelTable, type ModelRow, type Resolution } from './model-table.ts';
import { concurrencyPerModel } from './provider-facts.ts';

/** Which of the two interfaces of the platform jobs are sent to. */
export type ApiGeneration = 'current' | 'legacy';

export const creditsPerUnit = 10;
const version = 'kling-2026-10';
const maxImageBytes: Readonly<Record<ApiGeneration, number>> = {
  current: 50_000_000,
  legacy: 10_000_000,
};
const minImageSide = 300;
/** A guess until the first jobs tell: seconds of work for one second of video. */
const secondsPerSecond = 20;

/** The platform takes a video only by an address that it can reach: here that of a result it holds itself. */
const sourceVideoRules: SourceVideoRules = {
  mimeTypes: ['video/mp4'],
  maxBytes: 200_000_000,
  minSeconds: 3,
  maxSeconds: 15,
  isOwnOnly: true,
  withinDays: 30,
};

const multiShotRules: MultiShotRules = {
  parameter: 'multiShot',
  maxShots: 6,
  minSeconds: 1,
  maxLength: 512,
};

export function kindsOf(row: ModelRow, api: ApiGeneration): GenerationKind[] {
  return api === 'current'
    ? (Object.keys(row.current) as GenerationKind[])
    : [...(row.legacy?.kinds ?? [])];
}

export function describeModels(
  api: ApiGeneration,
  concurrency = concurrencyPerModel.value,
): ModelDescriptor[] {
  return modelTable
    .filter((row) => kindsOf(row, api).length > 0)
    .map((row) => describe(row, api, concurrency));
}

function describe(row: ModelRow, api: ApiGeneration, concurrency: number): ModelDescriptor {
  const kinds = kindsOf(row, api);
  const { firstFrame, lastFrame, maxReferences } = row;
  return {
    id: row.id,
    name: row.name,
    version: `${version}-${api}`,
    description: row.description,
    kinds,
    maxPromptLength: row.maxPromptLength,
    parameters: parametersOf(row, api, kinds),
    images: kinds.includes('image-to-video')
      ? {
          'image-to-video': {
            firstFrame,
            lastFrame,
            maxReferences,
            mimeTypes: ['image/jpeg', 'image/png'],
            maxBytes: maxImageBytes[api],
            minSide: minImageSide,
          },
        }
      : {},
    ...(kinds.includes('extend-video') ? { sourceVideo: sourceVideoRules } : {}),
    ...(row.multiShot && api === 'current' ? { multiShot: multiShotRules } : {}),
    prices: pricesOf(row),
    concurrency,
    secondsPerSecond,
  };
}

const choice = (values: readonly string[]) =>
  values.map((value) => ({ value, label: value === '4k' ? '4K' : value }));

function parametersOf(
  row: ModelRow,
  api: ApiGeneration,
  kinds: GenerationKind[],
): ParameterDescriptor[] {
  const aspectKinds = kinds.filter((kind) => row.aspectKinds.includes(kind));
  const parameters: ParameterDescriptor[] = [
    {
      key: 'resolution',
      label: 'Resolution',
      kinds,
      type: 'choice',
      values: choice(row.resolutions),
      default: '720p',
    },
  ];
  if (aspectKinds.length > 0) {
    parameters.push({
      key: 'aspect',
      label: 'Aspect',
      kinds: aspectKinds,
      type: 'choice',
      values: choice(['16:9', '9:16', '1:1']),
      default: '16:9',
    });
  }
  parameters.push({
    key: 'duration',
    label: 'Duration',
    kinds,
    type: 'range',
    ...row.seconds,
    unit: 's',
    default: 5,
  });
  // With a reference video there is no sound, and it is one shot.
  const withoutVideo = kinds.filter((kind) => kind !== 'extend-video');
  if (row.sound === 'choice') {
    parameters.push({
      key: 'sound',
      label: 'Sound',
      kinds: withoutVideo,
      type: 'switch',
      default: false,
    });
  }
  // The legacy form of several shots needs them one by one, which a prompt alone does not give.
  if (row.multiShot && api === 'current') {
    parameters.push({
      key: 'multiShot',
      label: 'Several shots',
      kinds: withoutVideo,
      type: 'switch',
      default: true,
    });
  }
  return parameters;
}

/** With sound first: the first rule that fits gives the price. */
function pricesOf(row: ModelRow): ModelDescriptor['prices'] {
  const rules = (prices: ModelRow['silent'], sound: boolean) =>
    row.resolutions
      .filter((resolution) => prices[resolution] !== undefined)
      .map((resolution: Resolution) => ({
        when: sound ? { resolution, sound } : { resolution },
        creditsPerSecond: Math.round((prices[resolution] ?? 0) * creditsPerUnit),
      }));
  if (row.sound === 'always') return rules(row.withSound, false);
  const kinds: GenerationKind[] = ['extend-video'];
  return [
    ...rules(row.withVideo ?? {}, false).map((rule) => ({ ...rule, kinds })),
    ...rules(row.withSound, true),
    ...rules(row.silent, false),
  ];
}
