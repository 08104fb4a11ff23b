// The draft and what can happen to it. Pure; must not know models (composition.ts fits the draft to one).
import type { Draft, DraftImage } from '#shared/contract/draft.ts';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { isGenerated } from '#shared/domain/clip-kind.ts';
import type { VariableValues } from '#shared/domain/prompt-variables.ts';
import type { GenerationKind, ParameterValue } from '#shared/gateway/model.ts';
import type { ImageRole } from '#shared/gateway/generation.ts';

export const emptyDraft: Draft = {
  kind: 'text-to-video',
  modelId: '',
  prompt: '',
  parameters: {},
  images: [],
  takes: 1,
  parentId: null,
  sourceId: null,
  variables: {},
  savedPromptId: null,
};

export type DraftChange =
  | { readonly type: 'prompt'; readonly prompt: string }
  | { readonly type: 'kind'; readonly kind: GenerationKind }
  | { readonly type: 'model'; readonly modelId: string }
  | { readonly type: 'parameter'; readonly key: string; readonly value: ParameterValue }
  | { readonly type: 'takes'; readonly takes: number }
  | { readonly type: 'variable'; readonly name: string; readonly values: readonly string[] }
  | {
      readonly type: 'image-added';
      readonly role: ImageRole;
      readonly assetId: DraftImage['assetId'];
    }
  | { readonly type: 'image-removed'; readonly image: DraftImage }
  | {
      readonly type: 'image-replaced';
      readonly image: DraftImage;
      readonly assetId: DraftImage['assetId'];
    }
  /** Everything of a clip that can be made again; the new one comes from it. */
  | { readonly type: 'clip'; readonly clip: ReusableClip }
  /** Goes on from the end of a clip. Words and settings stay. */
  | { readonly type: 'extend'; readonly clip: SourceClip }
  /** Starts from the last frame of a clip, which is an image by now. Words and settings stay. */
  | {
      readonly type: 'continue';
      readonly clipId: GenerationDetail['id'];
      readonly assetId: DraftImage['assetId'];
    }
  | { readonly type: 'parent-removed' }
  | { readonly type: 'saved'; readonly id: NonNullable<Draft['savedPromptId']> }
  /** Of the prompt library, or other words that are started with. */
  | { readonly type: 'words'; readonly words: StartWords };

export interface StartWords {
  readonly prompt: string;
  readonly variables: VariableValues;
  readonly savedPromptId: Draft['savedPromptId'];
}

export interface ReusableClip extends Pick<
  GenerationDetail,
  'id' | 'modelId' | 'prompt' | 'parameters' | 'images' | 'sourceId' | 'savedPromptId'
> {
  readonly kind: GenerationKind;
}

export interface SourceClip {
  readonly id: GenerationDetail['id'];
  readonly output: Pick<NonNullable<GenerationDetail['output']>, 'id'>;
}

/** As many as the contract takes. */
const mostImages = 16;

export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.type) {
    case 'prompt':
      return { ...draft, prompt: change.prompt };
    case 'kind':
      return { ...draft, kind: change.kind };
    case 'model':
      return { ...draft, modelId: change.modelId };
    case 'parameter':
      return { ...draft, parameters: { ...draft.parameters, [change.key]: change.value } };
    case 'takes':
      return { ...draft, takes: Math.min(4, Math.max(1, Math.round(change.takes))) };
    case 'variable':
      return { ...draft, variables: { ...draft.variables, [change.name]: [...change.values] } };
    case 'image-added':
      return { ...draft, kind: 'image-to-video', images: withImage(draft.images, change) };
    case 'image-removed':
      return { ...draft, images: draft.images.filter((image) => image !== change.image) };
    case 'image-replaced':
      return { ...draft, images: draft.images.map((image) => replaced(image, change)) };
    case 'clip':
      return fromClip(draft, change.clip);
    case 'extend': {
      const { id: parentId, output } = change.clip;
      return { ...draft, kind: 'extend-video', parentId, sourceId: output.id };
    }
    case 'continue':
      return continued(draft, change);
    case 'parent-removed':
      return { ...draft, parentId: null, sourceId: null };
    case 'saved':
      return { ...draft, savedPromptId: change.id };
    case 'words':
      return { ...draft, ...wordsOf(change.words), parentId: null };
    default:
      return change satisfies never;
  }
}

function continued(
  draft: Draft,
  { clipId, assetId }: Extract<DraftChange, { type: 'continue' }>,
): Draft {
  const others = draft.images.filter(({ role }) => role === 'reference');
  const images = withImage(others, { role: 'first-frame', assetId });
  return { ...draft, kind: 'image-to-video', images, parentId: clipId, sourceId: null };
}

function replaced(
  image: DraftImage,
  change: Extract<DraftChange, { type: 'image-replaced' }>,
): DraftImage {
  return image === change.image ? { ...image, assetId: change.assetId } : image;
}

/** In the shape of a draft, which is written to. */
function wordsOf({ prompt, variables, savedPromptId }: StartWords) {
  const copies: Draft['variables'] = Object.fromEntries(
    Object.entries(variables).map(([name, values]) => [name, [...values]]),
  );
  return { prompt, variables: copies, savedPromptId };
}

function fromClip(draft: Draft, { id, ...clip }: ReusableClip): Draft {
  return { ...draft, ...clip, images: [...clip.images], parentId: id, variables: {} };
}

/** There is one first and one last frame: a new one takes the place of the old. References add up. */
function withImage(
  images: readonly DraftImage[],
  { role, assetId }: Pick<DraftImage, 'role' | 'assetId'>,
): DraftImage[] {
  const others =
    role === 'reference'
      ? images.filter((image) => image.role !== role || image.assetId !== assetId)
      : images.filter((image) => image.role !== role);
  return [...others, { role, assetId }].slice(-mostImages);
}

/** What of a clip goes into the draft, and nothing else of it. `null` for a video that was not made here. */
export function reusableOf(clip: GenerationDetail): ReusableClip | null {
  const { id, kind, modelId, prompt, parameters, images, sourceId, savedPromptId } = clip;
  return isGenerated(kind)
    ? { id, kind, modelId, prompt, parameters, images, sourceId, savedPromptId }
    : null;
}
