// The draft and what can happen to it. Pure; must not know models (composition.ts fits the draft to one).
import type { Draft, DraftImage } from '#shared/contract/draft.ts';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { isGenerated } from '#shared/domain/clip-kind.ts';
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
  | {
      readonly type: 'image-added';
      readonly role: ImageRole;
      readonly assetId: DraftImage['assetId'];
    }
  | { readonly type: 'image-removed'; readonly image: DraftImage }
  /** Everything of a clip that can be made again. */
  | { readonly type: 'clip'; readonly clip: ReusableClip };

export interface ReusableClip extends Pick<
  GenerationDetail,
  'modelId' | 'prompt' | 'parameters' | 'images'
> {
  readonly kind: GenerationKind;
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
    case 'image-added':
      return { ...draft, kind: 'image-to-video', images: withImage(draft.images, change) };
    case 'image-removed':
      return { ...draft, images: draft.images.filter((image) => image !== change.image) };
    case 'clip':
      return { ...draft, ...change.clip };
    default:
      return change satisfies never;
  }
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
export function reusableOf(
  clip: Pick<GenerationDetail, 'kind' | 'modelId' | 'prompt' | 'parameters' | 'images'>,
): ReusableClip | null {
  const { kind, modelId, prompt, parameters, images } = clip;
  return isGenerated(kind) ? { kind, modelId, prompt, parameters, images } : null;
}
