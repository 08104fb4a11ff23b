// The draft as one model takes it: which models there are, which values fit, which images go along. Pure.
import type { Draft, DraftImage } from '#shared/contract/draft.ts';
import { findProblem, fitParameters, parametersFor } from '#shared/domain/parameters.ts';
import type { ParameterProblem } from '#shared/domain/parameters.ts';
import type { ImageRules, ModelDescriptor, Parameters } from '#shared/gateway/model.ts';

export interface Composition {
  readonly model: ModelDescriptor;
  /** Those that offer the kind of the draft. */
  readonly models: readonly ModelDescriptor[];
  readonly parameters: Parameters;
  /** Of the draft's images those that go along; none in Text. */
  readonly images: readonly DraftImage[];
  /** `null` when the model takes no images for this kind. */
  readonly imageRules: ImageRules | null;
  readonly problem: ParameterProblem | null;
}

/** `null` when no model offers the kind. */
export function composeFor(offered: readonly ModelDescriptor[], draft: Draft): Composition | null {
  const models = offered.filter(({ kinds }) => kinds.includes(draft.kind));
  const model = models.find(({ id }) => id === draft.modelId) ?? models[0];
  if (!model) return null;
  const parameters = parametersOf(model, draft);
  const imageRules = model.images[draft.kind] ?? null;
  const images = imageRules ? imagesFor(imageRules, draft.images) : [];
  const has = (role: DraftImage['role']) => images.some((image) => image.role === role);
  const problem = findProblem(model, {
    kind: draft.kind,
    prompt: draft.prompt,
    parameters,
    firstFrame: has('first-frame'),
    lastFrame: has('last-frame'),
    references: images.filter(({ role }) => role === 'reference').length,
  });
  return { model, models, parameters, images, imageRules, problem };
}

/** A text that is too long stays as it was typed, so that it can be shortened; anything else is fitted. */
function parametersOf(model: ModelDescriptor, draft: Draft): Parameters {
  const typed = parametersFor(model, draft.kind)
    .filter(({ type, key }) => type === 'text' && typeof draft.parameters[key] === 'string')
    .map(({ key }) => [key, draft.parameters[key] ?? ''] as const);
  return {
    ...fitParameters(model, draft.kind, draft.parameters),
    ...Object.fromEntries(typed),
  };
}

/** Another model may have fewer places; what has none stays in the draft for the way back. */
function imagesFor(rules: ImageRules, images: readonly DraftImage[]): DraftImage[] {
  const references = images.filter(({ role }) => role === 'reference');
  return images.filter((image) => {
    if (image.role === 'first-frame') return rules.firstFrame !== 'none';
    if (image.role === 'last-frame') return rules.lastFrame !== 'none';
    return references.indexOf(image) < rules.maxReferences;
  });
}

/** Whether to say it now: after the first attempt, and at once where more was written than fits. */
export function isProblemShown(
  problem: ParameterProblem | null,
  draft: Draft,
  wasAttempted: boolean,
): boolean {
  if (problem === null) return false;
  return wasAttempted || (problem.field === 'prompt' && draft.prompt.trim() !== '');
}
