// Which parameters a model takes, what they default to, and whether given ones fit. Pure; used by form, engine and gateway alike.
import { problemWithShots, readShots } from './shots.ts';
import type {
  GenerationKind,
  ModelDescriptor,
  ParameterDescriptor,
  Parameters,
  ParameterValue,
} from '../gateway/model.ts';

export function parametersFor(model: ModelDescriptor, kind: GenerationKind): ParameterDescriptor[] {
  return model.parameters.filter((parameter) => parameter.kinds.includes(kind));
}

/** Keeps what fits the model, gives defaults for the rest, drops what the model does not know. */
export function fitParameters(
  model: ModelDescriptor,
  kind: GenerationKind,
  wanted: Parameters,
): Parameters {
  const fitted: Record<string, ParameterValue> = {};
  for (const parameter of parametersFor(model, kind)) {
    const value = wanted[parameter.key];
    fitted[parameter.key] =
      value !== undefined && problemWith(parameter, value) === null ? value : parameter.default;
  }
  return fitted;
}

/** One sentence that names the allowed values, or `null` when the value fits. */
function problemWith(parameter: ParameterDescriptor, value: ParameterValue): string | null {
  switch (parameter.type) {
    case 'choice':
      return parameter.values.some((choice) => choice.value === value)
        ? null
        : `${parameter.label} is one of ${parameter.values.map((choice) => choice.value).join(', ')}.`;
    case 'range': {
      const { minimum, maximum, step, unit, label } = parameter;
      const fits =
        typeof value === 'number' &&
        value >= minimum &&
        value <= maximum &&
        Math.abs((value - minimum) / step - Math.round((value - minimum) / step)) < 1e-9;
      return fits
        ? null
        : `${label} is between ${minimum} and ${maximum} ${unit} in steps of ${step}.`;
    }
    case 'switch':
      return typeof value === 'boolean' ? null : `${parameter.label} is on or off.`;
    case 'text':
      return typeof value === 'string' && value.length <= parameter.maxLength
        ? null
        : `${parameter.label} has at most ${parameter.maxLength} characters.`;
    default:
      return parameter satisfies never;
  }
}

export interface ParameterProblem {
  readonly field: string;
  readonly message: string;
}

export interface GenerationDraft {
  readonly kind: GenerationKind;
  readonly prompt: string;
  readonly parameters: Parameters;
  readonly firstFrame: boolean;
  readonly lastFrame: boolean;
  readonly references: number;
  /** What is known of the video that it goes on from; `null` without one. */
  readonly source?: SourceFacts | null;
}

export interface SourceFacts {
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly durationMs: number;
}

/** The first thing about a draft that the model would refuse, or `null`. */
export function findProblem(
  model: ModelDescriptor,
  draft: GenerationDraft,
): ParameterProblem | null {
  if (draft.prompt.trim() === '') {
    return { field: 'prompt', message: 'Write what the video shows.' };
  }
  if (draft.prompt.length > model.maxPromptLength) {
    return {
      field: 'prompt',
      message: `The prompt has ${figure(draft.prompt.length)} characters and ${model.name} takes ${figure(model.maxPromptLength)}. Shorten it.`,
    };
  }
  if (!model.kinds.includes(draft.kind)) {
    return { field: 'modelId', message: `${model.name} does not offer this workflow.` };
  }
  const known = parametersFor(model, draft.kind);
  for (const [key, value] of Object.entries(draft.parameters)) {
    const parameter = known.find((candidate) => candidate.key === key);
    const message = parameter
      ? problemWith(parameter, value)
      : `${model.name} has no parameter called ${key}.`;
    if (message) return { field: key, message };
  }
  return (
    findShotProblem(model, draft) ??
    findSourceProblem(model, draft) ??
    findImageProblem(model, draft)
  );
}

function findShotProblem(model: ModelDescriptor, draft: GenerationDraft): ParameterProblem | null {
  const rules = model.multiShot;
  if (!rules || draft.parameters[rules.parameter] !== true) return null;
  const shots = readShots(draft.prompt);
  const seconds = draft.parameters['duration'];
  if (!shots || typeof seconds !== 'number') return null;
  const message = problemWithShots(rules, shots, seconds);
  return message === null ? null : { field: 'shots', message };
}

function findSourceProblem(
  { name, sourceVideo: rules }: ModelDescriptor,
  { kind, source }: GenerationDraft,
): ParameterProblem | null {
  const problem = (message: string) => ({ field: 'source', message });
  if (kind !== 'extend-video') return source ? problem(`${name} takes no clip here.`) : null;
  if (!rules) return problem(`${name} does not go on from a clip.`);
  if (!source) return problem('Choose the clip to go on from.');
  if (!rules.mimeTypes.includes(source.mimeType)) {
    return problem(`${name} does not take a video of this kind.`);
  }
  if (source.sizeBytes > rules.maxBytes) {
    return problem(
      `This clip is too large: ${name} takes up to ${Math.floor(rules.maxBytes / 1_000_000)} MB.`,
    );
  }
  const seconds = source.durationMs / 1000;
  // a little more than whole seconds is what encoders make
  if (seconds < rules.minSeconds || seconds > rules.maxSeconds + 0.5) {
    return problem(
      `This clip lasts ${seconds.toFixed(1)} s. ${name} goes on from clips of ${rules.minSeconds} to ${rules.maxSeconds} s.`,
    );
  }
  return null;
}

function findImageProblem(model: ModelDescriptor, draft: GenerationDraft): ParameterProblem | null {
  const rules = model.images[draft.kind];
  const any = draft.firstFrame || draft.lastFrame || draft.references > 0;
  if (!rules) {
    return any ? { field: 'images', message: `${model.name} takes no images here.` } : null;
  }
  if (rules.firstFrame === 'required' && !draft.firstFrame) {
    return { field: 'firstFrame', message: 'Add a first frame.' };
  }
  if (!any && draft.kind === 'image-to-video') {
    return { field: 'firstFrame', message: 'Add an image.' };
  }
  if (rules.firstFrame === 'none' && draft.firstFrame) {
    return { field: 'firstFrame', message: `${model.name} takes no first frame.` };
  }
  if (draft.lastFrame && rules.lastFrame === 'none') {
    return { field: 'lastFrame', message: `${model.name} takes no last frame.` };
  }
  if (draft.lastFrame && !draft.firstFrame) {
    return { field: 'lastFrame', message: 'A last frame needs a first frame.' };
  }
  if (draft.references > rules.maxReferences) {
    return {
      field: 'references',
      message: `${model.name} takes at most ${rules.maxReferences} reference images.`,
    };
  }
  return null;
}

/** Credits for one take, rounded up; the duration parameter is in seconds. */
export function priceCredits(
  model: ModelDescriptor,
  parameters: Parameters,
  kind?: GenerationKind,
): number {
  const rule = model.prices.find(
    ({ when, kinds }) =>
      (kinds === undefined || (kind !== undefined && kinds.includes(kind))) &&
      Object.entries(when).every(([key, value]) => parameters[key] === value),
  );
  const seconds = typeof parameters['duration'] === 'number' ? parameters['duration'] : 5;
  return Math.ceil((rule?.creditsPerSecond ?? 0) * seconds);
}

const figure = (count: number) => count.toLocaleString('en');
