// `kling5 generate`: one clip from a prompt, and from images if there are any.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CreateGeneration, GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { fitParameters, parametersFor } from '#shared/domain/parameters.ts';
import { AppError } from '#shared/errors.ts';
import type { GenerationKind, ModelDescriptor, Parameters } from '#shared/gateway/model.ts';
import {
  type Command,
  type CommandContext,
  listOption,
  type OptionValues,
  requiredOption,
  textOption,
  UsageError,
} from '../command.ts';
import { itemLines, toItem } from '../item.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';

const parameterOptions = ['duration', 'aspect', 'resolution'] as const;

export const generate: Command = {
  name: 'generate',
  summary: 'Makes a clip from a prompt',
  usage:
    '--prompt <text> [--image <file>] [--model <id>] [--duration <s>] [--aspect <w:h>] [--resolution <r>] [--wait]',
  options: {
    prompt: { type: 'string' },
    image: { type: 'string', multiple: true },
    model: { type: 'string' },
    duration: { type: 'string' },
    aspect: { type: 'string' },
    resolution: { type: 'string' },
    wait: { type: 'boolean' },
  },
  help: [
    'The first --image is the first frame, further ones are references.',
    '--wait prints the clip when it is on disk. Without it the job is saved and goes on with the app.',
  ],
  run: async (context) => {
    const { options, output, openSession, signal } = context;
    const prompt = requiredOption(options, 'prompt');
    const images = listOption(options, 'image').map((file) => resolve(file));
    for (const file of images) {
      if (!existsSync(file)) throw new AppError('file-missing', `There is no file ${file}.`);
    }
    const session = await openSession();
    await confirmAge(session, output);
    const model = await chooseModel(session, textOption(options, 'model'));
    const kind: GenerationKind = images.length > 0 ? 'image-to-video' : 'text-to-video';
    const draft = {
      kind,
      modelId: model.id,
      prompt,
      parameters: chooseParameters(model, kind, options),
      images: await importImages(session, images),
    };
    const { items } = await session.call('generations.create', draft);
    const [created] = items;
    if (!created) throw new AppError('internal', 'The job was not made.');
    const last = options['wait'] === true ? await ended(session, created, output, signal) : created;
    return report(context, session, last);
  },
};

async function report(
  { output }: CommandContext,
  session: Session,
  generation: GenerationSummary,
): Promise<0 | 1> {
  const item = toItem(session, generation);
  const isGood = generation.status === 'ready' || isActive(generation.status);
  if (isGood) {
    await output.result(item, itemLines(item));
    return 0;
  }
  const code = generation.failure?.code ?? 'cancelled';
  const message = generation.failure?.message ?? `The job ended as ${generation.status}.`;
  await output.result({ error: { code, message }, item }, itemLines(item));
  return 1;
}

async function confirmAge(session: Session, output: Output): Promise<void> {
  const { ageConfirmedAt } = await session.call('profile.get', {});
  if (ageConfirmedAt !== null) return;
  output.note('By using this command you confirm that you are 13 or older.');
  await session.call('profile.confirmAge', {});
}

async function chooseModel(session: Session, wanted: string | undefined): Promise<ModelDescriptor> {
  const { service, reachable } = await session.call('cloud.refresh', {});
  if (!service) {
    throw new AppError(
      reachable === 'no' ? 'cloud-unreachable' : 'cloud-invalid-answer',
      'The cloud does not answer. Check the address and the network, then try again.',
      { retryable: true },
    );
  }
  const model = wanted ? service.models.find(({ id }) => id === wanted) : service.models[0];
  if (model) return model;
  const known = service.models.map(({ id }) => id).join(', ');
  throw new AppError(
    'invalid-input',
    `There is no model ${wanted ?? ''}. The cloud has: ${known}.`,
  );
}

/** The model's defaults with what was asked for; the engine refuses what does not fit. */
function chooseParameters(
  model: ModelDescriptor,
  kind: GenerationKind,
  options: OptionValues,
): Parameters {
  const chosen: Record<string, string | number | boolean> = {
    ...fitParameters(model, kind, {}),
  };
  for (const key of parameterOptions) {
    const text = textOption(options, key);
    if (text === undefined) continue;
    const descriptor = parametersFor(model, kind).find((candidate) => candidate.key === key);
    chosen[key] = descriptor?.type === 'range' ? toNumber(key, text) : text;
  }
  return chosen;
}

function toNumber(key: string, text: string): number {
  const value = Number(text.replace(/\s*s$/, ''));
  if (text.trim() === '' || !Number.isFinite(value)) throw new UsageError(`--${key} is a number.`);
  return value;
}

async function importImages(
  session: Session,
  files: readonly string[],
): Promise<CreateGeneration['images']> {
  const images: CreateGeneration['images'] = [];
  for (const [index, file] of files.entries()) {
    const asset = await session.call('assets.import', { grantId: session.grant(file, 'read') });
    images.push({ role: index === 0 ? 'first-frame' : 'reference', assetId: asset.id });
  }
  return images;
}

/** Resolves when the job is not under way any more. Ctrl-C leaves it saved, to go on later. */
async function ended(
  session: Session,
  { id }: GenerationSummary,
  output: Output,
  signal: AbortSignal,
): Promise<GenerationSummary> {
  return new Promise((resolve, reject) => {
    let told = '';
    const look = (generation: GenerationSummary) => {
      if (generation.id !== id) return;
      const words = progressWords(generation);
      if (words !== told) output.progress(words);
      told = words;
      if (isActive(generation.status)) return;
      stop();
      resolve(generation);
    };
    const stop = session.on('generation.changed', look);
    signal.addEventListener('abort', () => {
      stop();
      reject(
        new AppError(
          'cancelled',
          `Stopped waiting. Job ${id} is saved; it goes on when the app or kling5 runs again, and nothing is charged twice.`,
        ),
      );
    });
    session.call('generations.get', { id }).then(look, reject);
  });
}

function progressWords({ status, progress, waiting }: GenerationSummary): string {
  if (waiting) return `${status}, waiting for ${waiting.reason}`;
  const percent = progress === null ? '' : ` ${Math.floor(progress * 10) * 10} %`;
  return `${status}${percent}`;
}
