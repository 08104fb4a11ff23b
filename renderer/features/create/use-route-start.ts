// Starts the draft from the address: from a clip in one of four ways, from the prompt library, or with given words. The address is plain
// again afterwards.
import { useEffect, useState } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { toAppError } from '#shared/errors.ts';
import { type CreateMode, navigate, useRoute } from '../../app/router.ts';
import { errorWords } from '../../engine/error-words.ts';
import { call } from '../../engine/studio.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { type DraftChange, reusableOf } from './draft.ts';
import { useDraftStore } from './draft-store.ts';
import { keepFrame } from './clip-frame.ts';

export interface RouteStart {
  /** Why it did not work, in a sentence. */
  readonly notice: string | null;
  /** Counts starts after which the prompt is to be worked on. */
  readonly edits: number;
}

export function useRouteStart(): RouteStart {
  const t = useTranslate();
  const [notice, setNotice] = useState<string | null>(null);
  const [edits, setEdits] = useState(0);
  const route = useRoute();
  const {
    from,
    mode = 'vary',
    frame = null,
    prompt,
    saved,
  } = route.screen === 'create' ? route : {};
  const isLoaded = useDraftStore((store) => store.isLoaded);
  const change = useDraftStore((store) => store.change);
  useEffect(() => {
    if (!isLoaded || (from === undefined && saved === undefined && prompt === undefined)) {
      return undefined;
    }
    const abort = new AbortController();
    const { signal } = abort;
    const start = async () => {
      try {
        let step: Step = { change: null };
        if (from !== undefined) step = await fromClip(t, { id: from, mode, frame }, signal);
        else if (saved !== undefined) step = { change: await fromSaved(saved, signal) };
        else if (prompt !== undefined) step = { change: wordsChange(prompt) };
        if (signal.aborted) return;
        setNotice(step.notice ?? null);
        if (step.change) change(step.change);
        if (mode === 'edit' || prompt !== undefined) setEdits((before) => before + 1);
      } catch (thrown) {
        if (signal.aborted) return;
        const error = toAppError(thrown);
        setNotice(error.code === 'not-found' ? t('create:notFound') : errorWords(t, error));
      }
      navigate({ screen: 'create' }, { replace: true });
    };
    void start();
    return () => abort.abort();
  }, [from, mode, frame, saved, prompt, isLoaded, change, t]);
  return { notice, edits };
}

interface Step {
  readonly change: DraftChange | null;
  readonly notice?: string;
}

const wordsChange = (prompt: string): DraftChange => ({
  type: 'words',
  words: { prompt, variables: {}, savedPromptId: null },
});

async function fromSaved(
  id: NonNullable<ReturnType<typeof useDraftStore.getState>['draft']['savedPromptId']>,
  signal: AbortSignal,
): Promise<DraftChange> {
  const { text, variables } = await call('savedPrompts.get', { id }, signal);
  return { type: 'words', words: { prompt: text, variables, savedPromptId: id } };
}

interface ClipStart {
  readonly id: GenerationDetail['id'];
  readonly mode: CreateMode;
  readonly frame: number | null;
}

async function fromClip(
  t: Translate,
  { id, mode, frame }: ClipStart,
  signal: AbortSignal,
): Promise<Step> {
  const clip = await call('generations.get', { id }, signal);
  if (mode === 'extend') {
    return clip.output
      ? { change: { type: 'extend', clip: { id: clip.id, output: clip.output } } }
      : { change: null, notice: t('create:notFinished') };
  }
  if (mode === 'continue') {
    const { id: assetId } = await keepFrame(clip, frame, signal);
    return { change: { type: 'continue', clipId: clip.id, assetId } };
  }
  const reusable = reusableOf(clip);
  if (!reusable) return { change: null, notice: t('create:importedHasNoPrompt') };
  return { change: { type: 'clip', clip: { ...reusable, images: await current(clip, signal) } } };
}

/** An image that was replaced gives way to the one that stands for it now. */
async function current(
  { images }: GenerationDetail,
  signal: AbortSignal,
): Promise<GenerationDetail['images']> {
  if (images.length === 0) return images;
  const ids = images.map(({ assetId }) => assetId);
  const { items } = await call('assets.current', { ids }, signal);
  const byId = new Map(items.map((item) => [item.id, item.current.id]));
  return images.map((image) => ({ ...image, assetId: byId.get(image.assetId) ?? image.assetId }));
}
