// The composer as one thing to draw: the draft, what the model makes of it, and what a press of Generate does.
import { useEffect, useMemo, useState } from 'react';
import type { CloudState } from '#shared/contract/engine.ts';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import type { Draft } from '#shared/contract/draft.ts';
import type { ParameterProblem } from '#shared/domain/parameters.ts';
import type { AppError } from '#shared/errors.ts';
import { useStudioCommand, useStudioQuery } from '../../../engine/queries.ts';
import { composeFor, type Composition, isProblemShown } from './composition.ts';
import { type Cost, costOf } from './cost.ts';
import type { DraftChange } from '../draft.ts';
import { useDraftStore } from '../draft-store.ts';

export interface Composer {
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  readonly cloud: CloudState | undefined;
  /** `null` until the service has said what it offers. */
  readonly composition: Composition | null;
  /** The clip that the draft started from, while it is in the library. */
  readonly source: GenerationDetail | null;
  readonly cost: Cost | null;
  /** What is wrong, when it is time to say so. */
  readonly problem: ParameterProblem | null;
  /** The credits do not suffice and Generate was pressed. */
  readonly isShortageStressed: boolean;
  readonly isSending: boolean;
  /** Why the last press did not work. */
  readonly error: AppError | null;
  /** Answers what stands in the way, or `null` when it was sent. */
  readonly generate: () => ParameterProblem | 'credits' | 'busy' | null;
}

export function useComposer(): Composer {
  const draft = useDraftStore((store) => store.draft);
  const change = useDraftStore((store) => store.change);
  const cloud = useStudioQuery('cloud.state', {}).data;
  const send = useStudioCommand('generations.create');
  const [attempted, setAttempted] = useState<Draft | null>(null);
  const models = cloud?.service?.models;
  const source = useSource(draft);
  const facts = source?.output ?? null;
  const composition = useMemo(
    () => (models ? composeFor(models, draft, facts) : null),
    [models, draft, facts],
  );
  const available = cloud?.account?.credits.available ?? null;
  const cost = useMemo(
    () => composition && costOf(composition, draft.takes, available),
    [composition, draft.takes, available],
  );
  const { reset } = send;
  useEffect(reset, [draft, reset]);

  const generate = () => {
    if (!composition || send.isPending) return 'busy';
    if (composition.problem) {
      setAttempted(draft);
      return composition.problem;
    }
    if (cost?.shortage) {
      setAttempted(draft);
      return 'credits';
    }
    setAttempted(null);
    send.mutate({
      kind: draft.kind,
      modelId: composition.model.id,
      prompt: draft.prompt,
      parameters: composition.parameters,
      images: [...composition.images],
      takes: draft.takes,
      parentId: draft.parentId,
      sourceId: draft.kind === 'extend-video' ? draft.sourceId : null,
      variables: Object.fromEntries(
        composition.variables.map(({ name, values }) => [name, [...values]]),
      ),
      savedPromptId: draft.savedPromptId,
    });
    return null;
  };
  const problem = composition?.problem ?? null;
  return {
    draft,
    change,
    cloud,
    composition,
    source,
    cost,
    problem: isProblemShown(problem, draft, attempted !== null) ? problem : null,
    isShortageStressed: attempted === draft,
    isSending: send.isPending,
    error: send.error,
    generate,
  };
}

/** The clip that it started from; for `extend-video` that is the one to go on from. */
function useSource({ parentId }: Draft): GenerationDetail | null {
  const id = parentId ?? ('none0000' as NonNullable<typeof parentId>);
  const found = useStudioQuery('generations.get', { id }, { enabled: parentId !== null });
  return parentId === null ? null : (found.data ?? null);
}
