// Everything about a request that can be refused before a job exists: model, parameters, images, policy.
import {
  findProblem,
  fitParameters,
  priceCredits,
  type SourceFacts,
} from '#shared/domain/parameters.ts';
import type { GenerationRequest } from '#shared/gateway/generation.ts';
import type { ImageRules, Parameters } from '#shared/gateway/model.ts';
import type { Offer } from '../offer.ts';
import { Refusal } from '../refusal.ts';
import type { AssetRow } from '../uploads/assets.ts';
import { findPolicyProblem } from './policy.ts';

export interface CheckedRequest {
  readonly parameters: Parameters;
  readonly priceCredits: number;
}

export interface CheckDeps {
  readonly findAsset: (sha256: string) => AssetRow | undefined;
  /** What the back-end keeps about the job that made this content. */
  readonly memoryOfMaker: (sha256: string) => string | null;
  readonly offer: Offer;
}

export function checkRequest(request: GenerationRequest, deps: CheckDeps): CheckedRequest {
  const { findAsset, offer } = deps;
  checkDestination(request.destination, offer);
  const model = offer.findModel(request.modelId);
  if (!model) {
    throw new Refusal('invalid-request', 'There is no model with this id.', { field: 'modelId' });
  }
  const count = (role: string) => request.images.filter((image) => image.role === role).length;
  if (count('first-frame') > 1 || count('last-frame') > 1) {
    throw new Refusal('invalid-request', 'There is one first and one last frame at most.', {
      field: 'images',
    });
  }
  const problem = findProblem(model, {
    kind: request.kind,
    prompt: request.prompt,
    parameters: request.parameters,
    firstFrame: count('first-frame') > 0,
    lastFrame: count('last-frame') > 0,
    references: count('reference'),
    source: sourceOf(request, findAsset),
  });
  if (problem) throw new Refusal('invalid-request', problem.message, { field: problem.field });
  const rules = model.images[request.kind];
  for (const { sha256 } of request.images) {
    const message = rules && findImageProblem(rules, findAsset(sha256));
    if (message) throw new Refusal('invalid-request', message, { field: 'images' });
  }
  const parameters = fitParameters(model, request.kind, request.parameters);
  const images = request.images.map(({ role, sha256 }) => {
    const { width, height } = findAsset(sha256) ?? { width: 0, height: 0 };
    return { role, width, height };
  });
  const { sourceVideo } = request;
  const source = sourceVideo && { memoryOfMaker: deps.memoryOfMaker(sourceVideo.sha256) };
  const special = offer.findProblem({ ...request, parameters, images, source });
  if (special) throw new Refusal('invalid-request', special.message, { field: special.field });
  const refusal = findPolicyProblem(request.prompt);
  if (refusal) throw new Refusal('policy-refused', refusal, { field: 'prompt' });
  return { parameters, priceCredits: priceCredits(model, parameters, request.kind) };
}

function sourceOf(
  { sourceVideo }: GenerationRequest,
  findAsset: CheckDeps['findAsset'],
): SourceFacts | null {
  if (!sourceVideo) return null;
  const asset = findAsset(sourceVideo.sha256);
  if (!asset || asset.duration_ms === null) {
    throw new Refusal('invalid-request', 'The clip to go on from has not been uploaded.', {
      field: 'sourceVideo',
    });
  }
  return {
    mimeType: asset.mime_type,
    sizeBytes: asset.size_bytes,
    durationMs: asset.duration_ms,
  };
}

/** A job that waited for the demo must not end up with a provider that charges for it, nor the other way round. */
function checkDestination(wanted: GenerationRequest['destination'], offer: Offer): void {
  if (!wanted) return;
  const { provider, region } = offer.describe();
  if (wanted.provider === provider.name && wanted.region === region.name) return;
  throw new Refusal(
    'destination-changed',
    `This clip was meant for ${wanted.provider}, ${wanted.region}. Clips now go to ${provider.name}, ${region.name}.`,
    { field: 'destination' },
  );
}

function findImageProblem(rules: ImageRules, asset: AssetRow | undefined): string | null {
  if (!asset) return 'An image has not been uploaded.';
  if (!rules.mimeTypes.includes(asset.mime_type)) {
    return `Images are ${rules.mimeTypes.join(', ')}.`;
  }
  if (asset.size_bytes > rules.maxBytes) return `An image has at most ${rules.maxBytes} bytes.`;
  if (Math.min(asset.width, asset.height) < rules.minSide) {
    return `An image has at least ${rules.minSide} pixels on its shorter side.`;
  }
  return null;
}
