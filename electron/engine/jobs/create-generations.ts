// A click on Generate: checked against the model, saved with its keys in one transaction, answered at once.
import type { CreateGeneration } from '#shared/contract/generation.ts';
import {
  countPrompts,
  expandPrompt,
  mostClipsOfOnePress,
  variablesOf,
} from '#shared/domain/prompt-variables.ts';
import {
  findProblem,
  fitParameters,
  type GenerationDraft,
  priceCredits,
} from '#shared/domain/parameters.ts';
import { AppError } from '#shared/errors.ts';
import type { ImageRules } from '#shared/gateway/model.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import type { CloudMonitor } from '../cloud/cloud-monitor.ts';
import type { Clock } from '../clock.ts';
import { type AssetRow, requireAsset } from '../database/asset-reads.ts';
import { readConsent } from '../database/consents.ts';
import { refuseObjected } from '../privacy/objection.ts';
import type { ChoiceBook } from '../privacy/choice-book.ts';
import type { Database } from '../database/database.ts';
import { requireSource, type SourceVideo } from '../database/generation-reads.ts';
import { insertGeneration } from '../database/generation-writes.ts';
import { usePrompt } from '../database/prompt-writes.ts';
import { failpoint } from '../failpoint.ts';
import type { Ids } from '../ids.ts';

export interface CreateDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly cloud: CloudMonitor;
  readonly choices: Pick<ChoiceBook, 'allows'>;
}

/** Resolves with the sequences of the new rows. Throws `age-required`, `invalid-input` (with `field`) or `cloud-unreachable`. */
export async function createGenerations(
  deps: CreateDeps,
  wanted: CreateGeneration,
): Promise<number[]> {
  const { db, clock, ids } = deps;
  if (readConsent(db, 'age')?.isGranted !== true) {
    throw new AppError('age-required', 'Confirm your age before you create something.');
  }
  refuseObjected('createGeneration', wanted, deps.choices.allows);
  const service = await knownService(deps.cloud);
  const model = service.models.find(({ id }) => id === wanted.modelId);
  if (!model) throw invalid('modelId', 'The cloud does not offer this model any more.');
  const prompts = expandWanted(wanted);
  const assets = wanted.images.map(({ assetId }) => requireAsset(db, assetId));
  const source = wanted.sourceId === null ? null : requireSource(db, wanted.sourceId);
  for (const prompt of prompts) {
    const problem =
      findProblem(model, toDraft({ ...wanted, prompt }, source)) ??
      findAssetProblem(model.images[wanted.kind], assets);
    if (problem) throw invalid(problem.field, problem.message);
  }
  if (source?.isMissing === 1) {
    throw new AppError('file-missing', 'The clip to go on from is not where it was.');
  }
  const draft = { ...wanted, parameters: fitParameters(model, wanted.kind, wanted.parameters) };
  const atMs = clock.now();
  const trainingConsent = deps.choices.allows('training');
  const makeTake = (prompt: string, take: number) => {
    const id = ids.make();
    return insertGeneration(db, {
      id,
      idempotencyKey: ids.make(),
      draft: { ...draft, prompt },
      sourceSha256: source?.sha256 ?? null,
      model,
      provider: service.provider.name,
      region: service.region.name,
      promptId: usePrompt(db, { text: prompt, generationId: id, atMs }),
      take,
      takeCount: wanted.takes,
      quotedCredits: priceCredits(model, draft.parameters, wanted.kind),
      trainingConsent,
      atMs,
    });
  };
  const sequences = db.transaction(() => {
    const made = prompts.flatMap((prompt) =>
      Array.from({ length: wanted.takes }, (_, index) => makeTake(prompt, index + 1)),
    );
    failpoint('before created');
    return made;
  });
  failpoint('after created');
  return sequences;
}

/** One prompt for each combination of values. A press makes so many clips and no more, whatever the window shows. */
function expandWanted({ prompt, variables, takes }: CreateGeneration): string[] {
  if (Object.keys(variables).length === 0) return [prompt]; // braces are text like the rest
  const found = variablesOf(prompt, variables);
  const empty = found.find(({ values }) => values.length === 0);
  if (empty) throw invalid('variables', `Give {${empty.name}} a value.`);
  const count = countPrompts(found) * takes;
  if (count > mostClipsOfOnePress) {
    throw invalid(
      'variables',
      `This makes ${count} clips and one press makes at most ${mostClipsOfOnePress}. Take values away, or make fewer takes.`,
    );
  }
  return expandPrompt(prompt, variables).map(({ text }) => text);
}

/** The last description is good enough offline; without any, one is fetched first. */
async function knownService(cloud: CloudMonitor): Promise<ServiceDescription> {
  const service = cloud.state().service ?? (await cloud.refresh()).service;
  if (!service) {
    throw new AppError(
      'cloud-unreachable',
      'The cloud has to be reached once before the first clip can be made.',
      { retryable: true },
    );
  }
  return service;
}

function toDraft(wanted: CreateGeneration, source: SourceVideo | null): GenerationDraft {
  const count = (role: string) => wanted.images.filter((image) => image.role === role).length;
  return {
    kind: wanted.kind,
    prompt: wanted.prompt,
    parameters: wanted.parameters,
    firstFrame: count('first-frame') > 0,
    lastFrame: count('last-frame') > 0,
    references: count('reference'),
    source,
  };
}

function findAssetProblem(
  rules: ImageRules | undefined,
  assets: readonly AssetRow[],
): { field: string; message: string } | null {
  if (!rules) return null;
  for (const asset of assets) {
    if (!rules.mimeTypes.includes(asset.mime_type)) {
      return { field: 'images', message: 'This model does not take images of this kind.' };
    }
    if (asset.size_bytes > rules.maxBytes) {
      return { field: 'images', message: 'This image is too large for the model.' };
    }
    if (Math.min(asset.width, asset.height) < rules.minSide) {
      return {
        field: 'images',
        message: `This image is ${asset.width} × ${asset.height}. The model takes images from ${rules.minSide} pixels.`,
      };
    }
  }
  return null;
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid-input', message, { details: { field } });
}
