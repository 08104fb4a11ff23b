// The draft as one model takes it: which models there are, which values fit, which images go along, how many clips it makes. Pure.
import type { Draft, DraftImage } from '#shared/contract/draft.ts';
import {
  findProblem,
  fitParameters,
  parametersFor,
  type ParameterProblem,
  type SourceFacts,
} from '#shared/domain/parameters.ts';
import {
  countPrompts,
  expandPrompt,
  mostClipsOfOnePress,
  type Variable,
  variablesOf,
} from '#shared/domain/prompt-variables.ts';
import type {
  GenerationKind,
  ImageRules,
  ModelDescriptor,
  Parameters,
} from '#shared/gateway/model.ts';

export interface Composition {
  readonly model: ModelDescriptor;
  /** Those that offer the kind of the draft. */
  readonly models: readonly ModelDescriptor[];
  readonly kind: GenerationKind;
  readonly parameters: Parameters;
  /** Of the draft's images those that go along; none in Text. */
  readonly images: readonly DraftImage[];
  /** `null` when the model takes no images for this kind. */
  readonly imageRules: ImageRules | null;
  readonly variables: readonly Variable[];
  /** How many prompts a press makes; 0 while a variable has no value. */
  readonly promptCount: number;
  readonly problem: ParameterProblem | null;
}

/** `null` when no model offers the kind. `source` is the clip that it goes on from. */
export function composeFor(
  offered: readonly ModelDescriptor[],
  draft: Draft,
  source: SourceFacts | null = null,
): Composition | null {
  const models = offered.filter(({ kinds }) => kinds.includes(draft.kind));
  const model = models.find(({ id }) => id === draft.modelId) ?? models[0];
  if (!model) return null;
  const parameters = parametersOf(model, draft);
  const imageRules = model.images[draft.kind] ?? null;
  const images = imageRules ? imagesFor(imageRules, draft.images) : [];
  const variables = variablesOf(draft.prompt, draft.variables);
  const composed = { model, models, kind: draft.kind, parameters, images, imageRules, variables };
  const problem =
    variableProblem(variables, draft.takes) ?? findFirst({ ...composed, draft, source });
  return { ...composed, promptCount: countPrompts(variables), problem };
}

interface Checked extends Pick<Composition, 'model' | 'parameters' | 'images'> {
  readonly draft: Draft;
  readonly source: SourceFacts | null;
}

/** Of all prompts that it makes: with another value one of them may be too long. */
function findFirst({ model, parameters, images, draft, source }: Checked): ParameterProblem | null {
  const has = (role: DraftImage['role']) => images.some((image) => image.role === role);
  const prompts = expandPrompt(draft.prompt, draft.variables).map(({ text }) => text);
  for (const prompt of prompts) {
    const problem = findProblem(model, {
      kind: draft.kind,
      prompt,
      parameters,
      firstFrame: has('first-frame'),
      lastFrame: has('last-frame'),
      references: images.filter(({ role }) => role === 'reference').length,
      source: draft.kind === 'extend-video' ? source : null,
    });
    if (problem) return problem;
  }
  return null;
}

function variableProblem(variables: readonly Variable[], takes: number): ParameterProblem | null {
  const empty = variables.find(({ values }) => values.length === 0);
  if (empty) {
    return {
      field: 'variables',
      message: `Give “${empty.name}” at least one value, or take the braces away.`,
    };
  }
  const count = countPrompts(variables) * takes;
  if (count <= mostClipsOfOnePress) return null;
  return {
    field: 'variables',
    message: `This makes ${count} clips and one press makes up to ${mostClipsOfOnePress}. Take values away, or make fewer takes.`,
  };
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

/** Whether to say it now: after the first attempt, and at once where more was written than fits or makes too many clips. */
export function isProblemShown(
  problem: ParameterProblem | null,
  draft: Draft,
  wasAttempted: boolean,
): boolean {
  if (problem === null) return false;
  if (wasAttempted) return true;
  if (problem.field === 'shots') return true;
  if (problem.field === 'source') return draft.sourceId !== null;
  return problem.field === 'prompt' && draft.prompt.trim() !== '';
}
